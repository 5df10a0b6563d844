import fc from 'fast-check';
import { escapesAfter, escapesViewSchema } from '../../contracts/escapes';
import type { EscapeSelection } from '../../contracts/escapes';
import { factsWith, times } from './escapes.fixture';
import type { Told } from './escapes.fixture';
import { escapeDefectsView } from './selection';
import { escapesView } from './view-model';

const all = { window: 90, stage: null, versionId: null } as const;
const view = (told: readonly Told[], choice: Partial<Parameters<typeof escapesView>[1]> = {}, parts = {}) =>
  escapesViewSchema.parse(escapesView(factsWith(told, parts), { ...all, ...choice }));
/** 4.0.0 was released on 7 May, 4.1.0 on 20 July, 4.1.2 on 20 October, and now it is 2 November. */
const found = 'production';

test.each<[string, Omit<Told, 'id'>, string, string]>([
  ['before', { created: '2026-04-01', found: 'test', affects: ['1'] }, '4.0.0', 'before'],
  ['by users', { created: '2026-06-01', found, affects: ['1'] }, '4.0.0', 'users'],
  [
    'by users, where their stage is called by another name',
    { created: '2026-06-01', found: ' PROD ', affects: ['1'] },
    '4.0.0',
    'users',
  ],
  ['by users, on the day of the release', { created: '2026-05-07', found, affects: ['1'] }, '4.0.0', 'users'],
  ['by nobody knows whom', { created: '2026-06-01', affects: ['1'] }, '4.0.0', 'untold'],
  ['somewhere that is no stage', { created: '2026-06-01', found: 'a trade fair', affects: ['1'] }, '4.0.0', 'untold'],
  ['in an earlier stage', { created: '2026-06-01', found: 'staging', affects: ['1'] }, '4.0.0', 'earlier'],
  ['too late to count', { created: '2026-10-01', found, affects: ['1'] }, '4.0.0', 'late'],
  ['by users, in the release that brought it in', { created: '2026-06-01', found, origin: '1' }, '4.0.0', 'users'],
  ['before, in the release that fixes it', { created: '2026-07-01', found: 'test', fix: ['2'] }, '4.1.0', 'before'],
  ['before, in the first release that fixes it', { created: '2026-07-01', fix: ['3', '2'] }, '4.1.0', 'before'],
])('a defect is found %s', (_what, told, name, when) => {
  const { releases } = view([{ id: '7', ...told }]);
  const counts = releases.flatMap((one) =>
    Object.entries(one.counts).flatMap(([key, n]) => (n > 0 ? [`${one.name} ${key}`] : [])),
  );
  expect(counts).toEqual([`${name} ${when}`]);
});

test.each<[string, Omit<Told, 'id'>]>([
  ['names nothing', { created: '2026-06-01', found }],
  ['was found by users and names only what fixes it', { created: '2026-06-01', found, fix: ['2'] }],
  ['names a release that is to come', { created: '2026-06-01', found, affects: ['4'] }],
  ['was fixed by a release that was out already', { created: '2026-08-01', fix: ['2'] }],
])('a defect that %s counts for no release, and stands in the matrix all the same', (_what, told) => {
  const { releases, matrix } = view([{ id: '7', ...told }]);
  expect(releases.map((one) => Object.values(one.counts).reduce((sum, n) => sum + n, 0))).toEqual([0, 0, 0]);
  expect(matrix.total).toBe(1);
});

const release40: Told[] = [
  ...times(130, { id: '1', created: '2026-04-01', found: 'test', affects: ['1'] }),
  ...times(12, { id: '2', created: '2026-06-01', found, affects: ['1'] }),
  ...times(2, { id: '3', created: '2026-06-02', affects: ['1'] }),
  ...times(8, { id: '4', created: '2026-06-03', found: 'canary', affects: ['1'] }),
];
const release412: Told[] = [
  ...times(38, { id: '5', created: '2026-09-01', found: 'staging', affects: ['3'] }),
  ...times(3, { id: '6', created: '2026-10-25', found, affects: ['3'] }),
];

test('what it comes to, and what to look at', () => {
  const { sentence, next, releases } = view([...release40, ...release412]);
  expect(sentence).toBe(
    '4.0.0 let 14 of 152 defects escape (9 %, 6 to 15 %): its 90 days are over. ' +
      '4.1.2 is still young, on day 12 of 90: 3 of 41 defects escaped so far (7 %, 3 to 19 %).',
  );
  expect(next).toEqual({ words: 'Look at the 14 defects that escaped from 4.0.0', versionId: '1' });
  expect(releases.map(({ name, young, day }) => [name, young, day])).toEqual([
    ['4.1.2', true, 12],
    ['4.1.0', false, 90],
    ['4.0.0', false, 90],
  ]);
  expect(releases[2]?.efficiency?.value).toBeCloseTo(130 / 152, 12);
});

test('the worst is the one whose rate is high for certain, not one of two', () => {
  const few: Told[] = [
    { id: '80', created: '2026-07-01', found: 'test', affects: ['2'] },
    { id: '81', created: '2026-08-01', found, affects: ['2'] },
  ];
  const { sentence, next } = view([
    ...release40,
    ...few,
    ...times(60, { id: '9', created: '2026-06-01', found, affects: ['1'] }),
  ]);
  expect(sentence).toBe(
    '4.1.0 let 1 of 2 defects escape (50 %, 9 to 91 %): its 90 days are over. ' +
      'Most escaped from 4.0.0: 74 of 212 (35 %, 29 to 42 %).',
  );
  expect(next?.versionId).toBe('1');
});

test('a young release is projected from those that are over, once three of them say how', () => {
  const more = ['2026-01-10', '2026-02-20', '2026-03-30'].map((releaseDate, n) => ({
    ...{ id: `9${n}`, projectId: '1', name: `3.${n}`, startDate: null, releaseDate, released: true, archived: false },
  }));
  const early: Told[] = [
    ...times(4, { id: 'a', created: '2026-01-14', found, affects: ['90'] }),
    ...times(4, { id: 'b', created: '2026-02-24', found, affects: ['91'] }),
    ...times(4, { id: 'c', created: '2026-05-30', found, affects: ['92'] }),
  ];
  const facts = factsWith([...release40, ...release412, ...early]);
  const { releases, basis, sentence } = escapesView({ ...facts, versions: [...more, ...facts.versions] }, all);
  expect(basis).toEqual({ releases: 5, escapes: 26, least: { releases: 3, escapes: 20 } });
  // Within 12.4 days: eight of the 26.
  expect(releases[0]?.projected?.escapes.value).toBeCloseTo(3 / (8 / 26), 9);
  expect(sentence).toContain('As earlier releases went, it comes to 20 % (');
  expect(releases.slice(1).every(({ projected }) => projected === null)).toBe(true);
});

test('past a stage, what was found in it stands against what was found later', () => {
  const { sentence, next, releases } = view(
    [...release40, ...times(40, { id: '7', created: '2026-04-02', found: 'staging', affects: ['1'] })],
    {
      stage: 'staging',
    },
  );
  expect(sentence).toBe(
    'Of 4.0.0, 20 of 60 defects that were still there in Staging went past it (33 %, 23 to 46 %): its 90 days are over.',
  );
  expect(next?.words).toBe('Look at the 20 defects of 4.0.0 that went past Staging');
  expect(releases[2]?.past).toEqual({ sooner: 130, caught: 40, past: 20, untold: 2, late: 0 });
});

test.each(['production', 'gone'])('past the stage "%s" nothing is asked: it is past the release', (stage) => {
  expect(view(release40, { stage }).sentence).toContain('let 14 of 152 defects escape');
});

test.each([
  ['nothing is known', [], {}, 'No defects of 4.1.2 are known; it is on day 12 of 90.'],
  ['one release is chosen', release40, { versionId: '2' }, 'No defects of 4.1.0 are known.'],
  [
    'a release is chosen that is to come',
    [],
    { versionId: '4' },
    '4.2.0 is not released yet, or has no release date: nothing can have escaped from it.',
  ],
])('where %s', (_what, told, choice, sentence) => {
  expect(view(told, choice).sentence).toBe(sentence);
});

test('without a release nothing can have escaped', () => {
  const { sentence, next, releases } = view(release40, {}, { versions: [] });
  expect(sentence).toBe('No release of this project is out with a release date yet, so nothing can have escaped from one.');
  expect([next, releases]).toEqual([null, []]);
});

test('a release of which nothing escaped says how sure that is', () => {
  expect(view(times(20, { id: '1', created: '2026-04-01', found: 'test', affects: ['1'] })).sentence).toBe(
    '4.0.0 let none of 20 defects escape (0 to 16 %): its 90 days are over.',
  );
});

const anyTold = fc.array(
  fc.record({
    id: fc.uuid(),
    created: fc.constantFrom('2026-03-01', '2026-05-07', '2026-05-20', '2026-07-25', '2026-10-25'),
    found: fc.constantFrom(null, 'test', 'staging', 'production', 'prod', 'somewhere'),
    affects: fc.subarray(['1', '2', '3', '4']),
    fix: fc.subarray(['1', '2', '3', '4']),
  }),
  { maxLength: 40 },
);

test('what is told of one window besides another is what is told of it alone', () => {
  fc.assert(
    fc.property(anyTold, fc.constantFrom(null, 'test'), fc.constantFrom(null, '1'), (told, stage, versionId) => {
      const [month, quarter] = ([30, 90] as const).map((window) => view(told, { window, stage, versionId }));
      if (month === undefined || quarter === undefined) throw new Error('There are two windows.');
      expect({ ...escapesAfter(quarter, 30), alsoAfter: [] }).toEqual({ ...month, alsoAfter: [] });
      expect(escapesAfter(quarter, 90)).toEqual(quarter);
    }),
    { numRuns: 25 },
  );
});

test('behind every figure stand as many defects as it says, and the matrix drops none', () => {
  fc.assert(
    fc.property(anyTold, fc.constantFrom(30, 90), fc.constantFrom(null, 'test', 'staging'), (told, window, stage) => {
      const facts = factsWith(told);
      const { releases, matrix } = escapesView(facts, { window, stage, versionId: null });
      const behind = (selection: EscapeSelection) => escapeDefectsView(facts, { window, stage }, selection)?.total;
      for (const { id: versionId, counts, past, escaped } of releases) {
        expect(behind({ kind: 'release', versionId, which: 'escaped' })).toBe(escaped);
        if (past === null) expect(behind({ kind: 'release', versionId, which: 'earlier' })).toBe(counts.earlier);
        else expect(behind({ kind: 'release', versionId, which: 'caught' })).toBe(past.caught);
      }
      expect(matrix.total).toBe(told.length);
      expect(matrix.totals.reduce((sum, n) => sum + n, 0)).toBe(told.length);
      for (const { id: row, counts, total } of matrix.rows) {
        expect(behind({ kind: 'cell', row, column: null })).toBe(total);
        counts.forEach((count, n) => expect(behind({ kind: 'cell', row, column: matrix.columns[n]?.id ?? null })).toBe(count));
      }
    }),
    { numRuns: 25 },
  );
});

test('the matrix says which release brought a defect in, or that nobody knows', () => {
  const { matrix } = view([
    { id: '1', created: '2026-06-01', found, affects: ['2', '1'] },
    { id: '2', created: '2026-06-01', found: 'test', affects: ['2'], origin: '1' },
    { id: '3', created: '2026-06-01', fix: ['2'] },
    { id: '4', created: '2026-06-01', found: 'fair', affects: ['2'] },
  ]);
  expect(matrix.columns.map(({ name }) => name)).toEqual([
    'Test',
    'Staging',
    'Canary',
    'Production',
    'Another place',
    'Not told',
  ]);
  expect(matrix.rows.map(({ name, counts }) => [name, ...counts])).toEqual([
    ['4.1.0', 0, 0, 0, 0, 1, 0],
    ['4.0.0', 1, 0, 0, 1, 0, 0],
    ['Unknown', 0, 0, 0, 0, 0, 1],
  ]);
  expect(matrix.said).toBe(1);
});

test('what is hidden is a number', () => {
  expect(view([], {}, { hidden: 3 })).toMatchObject({ defects: 0, hidden: 3 });
});

test('a figure that is there no more has no defects', () => {
  const gone = escapeDefectsView(
    factsWith(release40),
    { window: 90, stage: null },
    { kind: 'release', versionId: '99', which: 'escaped' },
  );
  expect(gone).toBeNull();
});

test('no more than 500 are listed, the newest', () => {
  const told = [
    ...times(600, { id: '1', created: '2026-06-01', found, affects: ['1'] }),
    { id: '9', created: '2026-06-09', found, affects: ['1'] },
  ];
  const listed = escapeDefectsView(
    factsWith(told),
    { window: 90, stage: null },
    { kind: 'release', versionId: '1', which: 'escaped' },
  );
  expect(listed).toMatchObject({ total: 601, title: '4.0.0: escaped' });
  expect([listed?.ids.length, listed?.ids[0]]).toEqual([500, '9']);
});
