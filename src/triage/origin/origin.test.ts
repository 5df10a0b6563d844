import fc from 'fast-check';
import { affectedVersions } from './affected';
import { causesOfMany } from './causes';
import { changeOf, originWords } from './origin';
import { inReleaseOrder } from './release-order';
import { suggestOrigins } from './suggest';
import type { OriginFacts } from './suggest';

const version = (id: string, released = true) => ({ id, name: `4.${id}`, released });
const versions = [version('0'), version('1'), version('2'), version('3', false), version('4', false)];
const ids = (some: readonly { id: string }[]) => some.map(({ id }) => id).join(' ');

test.each([
  ['up to its fix', '1', ['3'], '1 2'],
  ['up to the first of several fixes', '0', ['4', '2'], '0 1'],
  ['up to the last release where nothing fixes it', '1', [], '1 2'],
  ['itself where it is not released yet', '3', [], '3'],
  ['past a fix in an earlier release, which came before', '2', ['1'], '2'],
  ['past a fix in the same release, which was not enough', '1', ['1'], '1 2'],
  ['an unreleased one on the way to the fix', '2', ['4'], '2 3'],
  ['nothing where the release is unknown', '9', ['1'], ''],
])('a defect has %s', (_what, origin, fixes, expected) => {
  expect(ids(affectedVersions(versions, origin, fixes))).toBe(expected);
});

test('affected releases follow each other, begin with the origin and hold no fix after it', () => {
  const some = fc.subarray(versions.map(({ id }) => id));
  fc.assert(
    fc.property(fc.constantFrom(...versions), some, (origin, fixes) => {
      const affected = affectedVersions(versions, origin.id, fixes);
      expect(affected[0]).toBe(origin);
      const start = versions.indexOf(origin);
      expect(affected).toEqual(versions.slice(start, start + affected.length));
      expect(affected.slice(1).some(({ id }) => fixes.includes(id))).toBe(false);
    }),
  );
});

const dated = (id: string, releaseDate: string | null = null) => ({ ...version(id), releaseDate });

test.each([
  ['by their dates, whatever Jira lists first', [dated('2', '2026-03-01'), dated('1', '2026-01-01')], '2 1', '1 2'],
  ['without a date after the one before', [dated('1', '2026-01-01'), dated('3', '2026-03-01'), dated('2')], '1 2 3', '1 2 3'],
  ['without dates as Jira lists them', [dated('10'), dated('9'), dated('2')], '9 10 2', '9 10 2'],
  ['first, where none stands before', [dated('1', '2026-01-01'), dated('0')], '0 1', '0 1'],
  [
    'several without a date in a row',
    [dated('1', '2026-01-01'), dated('4', '2026-04-01'), dated('3'), dated('2')],
    '1 2 3 4',
    '1 2 3 4',
  ],
  [
    'after one that came later than it was listed',
    [dated('1', '2026-05-01'), dated('2'), dated('3', '2026-03-01')],
    '1 2 3',
    '3 1 2',
  ],
  ['of the same date as listed', [dated('1', '2026-01-01'), dated('2', '2026-01-01')], '2 1', '2 1'],
  ['last, where Jira has not listed it yet', [dated('5'), dated('1', '2026-01-01'), dated('2')], '2 1', '2 1 5'],
  ['by date where nothing was listed yet', [dated('2'), dated('1', '2026-01-01')], '', '1 2'],
])('releases come %s', (_what, some, sequence, expected) => {
  expect(ids(inReleaseOrder(some, sequence.split(' ')))).toBe(expected);
});

test('each release comes once, those with a date in the order of their dates, those without any in that of the list', () => {
  const all = Array.from({ length: 8 }, (_, n) => `${n}`);
  const date = fc.option(fc.constantFrom('2026-01-01', '2026-02-01', '2026-03-01'));
  const permuted = fc.shuffledSubarray(all, { minLength: all.length });
  fc.assert(
    fc.property(fc.array(date, { minLength: 8, maxLength: 8 }), permuted, fc.shuffledSubarray(all), (dates, order, sequence) => {
      const some = order.map((id) => dated(id, dates[Number(id)] ?? null));
      const found = inReleaseOrder(some, sequence);
      expect(found.map(({ id }) => id).sort()).toEqual(all);
      const days = found.flatMap(({ releaseDate }) => releaseDate ?? []);
      expect(days).toEqual([...days].sort());
      if (days.length === 0) expect(found.map(({ id }) => id).filter((id) => sequence.includes(id))).toEqual(sequence);
    }),
  );
});

test('a release without a date that is out does not make those affected that are still to come', () => {
  const some = [dated('1', '2026-01-01'), { ...dated('3', '2026-03-01'), released: false }, dated('2')];
  expect(ids(affectedVersions(inReleaseOrder(some, ['1', '2', '3']), '1', []))).toBe('1 2');
});

const build = (name: string, hour: number, changes: string[] = [], branch = 'main') => ({
  ...{ service: 'shop', branch, build: name, version: '4.1', commit: null, changes },
  at: `2026-11-02T${String(hour).padStart(2, '0')}:00:00.000Z`,
});
const nothing: OriginFacts = { seen: [], builds: [], versions, affectsVersionIds: [], causes: [] };
const seen = (name: string | null, hour: number, inVersion: string | null = null) => ({
  ...{ build: name, version: inVersion, at: `2026-11-02T${String(hour).padStart(2, '0')}:30:00.000Z` },
});

test('of what nothing is known nothing is suggested', () => {
  expect(suggestOrigins(nothing)).toEqual([]);
});

test('the first build that showed it is suggested with the one before, which did not', () => {
  const builds = [build('b3', 3, ['c3', 'c4']), build('b1', 1), build('b2', 2), build('x2', 2, [], 'other')];
  expect(suggestOrigins({ ...nothing, builds, seen: [seen('b4', 9), seen('b3', 5)] })).toEqual([
    {
      change: { kind: 'build', value: 'b3', label: 'b3' },
      versionId: '1',
      why: 'It was first seen in build b3, and not in b2 before it.',
    },
  ]);
});

test('where one commit lies between the two, it is suggested', () => {
  const builds = [build('b1', 1), build('b2', 2, ['1a2b3c4d5e6f7a8b9c0d'])];
  const [first] = suggestOrigins({ ...nothing, builds, seen: [seen('b2', 5)] });
  expect(first?.change).toEqual({ kind: 'commit', value: '1a2b3c4d5e6f7a8b9c0d', label: '1a2b3c4d5e' });
  expect(first?.why).toContain('One commit lies between them.');
});

test('a build of which nothing was told is suggested for what it is', () => {
  const [first] = suggestOrigins({ ...nothing, seen: [seen('b9', 5, '4.2')] });
  expect(first).toMatchObject({ change: { value: 'b9' }, versionId: '2' });
  expect(first?.why).toContain('no earlier build');
});

test('a linked cause comes first, what Jira names as affected last, and nothing twice', () => {
  const facts = {
    ...nothing,
    seen: [seen(null, 5, '4.1')],
    affectsVersionIds: ['2', '1'],
    causes: [{ id: '77', key: 'SHOP-7' }],
  };
  expect(suggestOrigins(facts).map(({ change, versionId }) => change?.label ?? versionId)).toEqual(['SHOP-7', '1']);
});

test.each([
  ['1A2B3C4D', { kind: 'commit', value: '1a2b3c4d', label: '1a2b3c4d' }],
  [' 2026.11.02-7 ', { kind: 'build', value: '2026.11.02-7', label: '2026.11.02-7' }],
  ['20261102', { kind: 'build', value: '20261102', label: '20261102' }],
  ['  ', null],
])('what is typed as "%s" is understood', (typed, expected) => {
  expect(changeOf(typed)).toEqual(expected);
});

test('changes that caused many come with their defects, the ones with most first', () => {
  const commit = { kind: 'commit', value: 'abc', label: 'abc' } as const;
  const regressions = [
    { defectId: '1', open: true, change: commit, versionId: 'v1' },
    { defectId: '2', open: false, change: commit, versionId: 'v1' },
    { defectId: '3', open: false, change: null, versionId: 'v1' },
    { defectId: '4', open: true, change: null, versionId: 'v2' },
  ];
  expect(causesOfMany(regressions)).toEqual([
    { kind: 'version', value: 'v1', label: null, defectIds: ['1', '2', '3'], open: 1 },
    { ...commit, defectIds: ['1', '2'], open: 1 },
  ]);
  expect(originWords(commit, '4.1.0')).toBe('4.1.0, commit abc');
});
