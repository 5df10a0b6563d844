import { agingViewSchema } from '../../contracts/aging';
import { defaultSettings } from '../../settings';
import { project } from '../screen.fixture';
import { closedS2, historyOf, now } from './aging.fixture';
import type { Told } from './aging.fixture';
import { baseDay } from './base-day';
import { defectAgingView } from './defect-view';
import { standingAt } from './standing';
import { agingView, oldestIds, shownOf } from './view-model';
import type { Choice } from './view-model';

const all: Choice = { severity: null, release: null, ofRelease: null, by: 'status' };

function viewOf(told: readonly Told[], parts: Partial<Choice> = {}, wanted: string | null = null) {
  const base = baseDay(wanted, '2026-01-01', now);
  const standing = standingAt(historyOf(told), base.at);
  const choice = { ...all, ...parts };
  const shown = shownOf(standing, choice);
  const summaries = new Map(oldestIds(shown).map((id) => [id, `Summary of ${id}`]));
  return agingViewSchema.parse(
    agingView(
      {
        ...{ project, standing, base, firstDay: '2026-01-01', choice, summaries, releases: [] },
        ...{ defectTypes: defaultSettings.defectTypes, revision: 'r', now },
      },
      shown,
    ),
  );
}

const open = (id: string, days: number, parts: Partial<Told> = {}): Told => ({
  ...{ id, severity: 'S2', path: [['1', days]] },
  ...parts,
});

test('a project without defects says so', () => {
  expect(viewOf([])).toMatchObject({ sentence: 'No defect is open.', first: null, open: 0, columns: [], severities: [] });
});

test('open ones are ranked against closed ones of their severity', () => {
  const view = viewOf([...closedS2(20), open('1', 30), open('2', 10.5), open('3', 17.5), open('4', 0.5)]);
  expect(view.severities).toMatchObject([
    { severity: 'S2', open: 4, late: 2, p50: 10, p85: 17, p95: 19, restsOn: 20, exposureDays: 14 },
  ]);
  expect(view.dots.keys).toEqual(['SHOP-1', 'SHOP-3', 'SHOP-2', 'SHOP-4']);
  expect(view.dots.rank).toEqual([100, 85, 50, 0]);
  expect(view).toMatchObject({ open: 4, late: 2, exposureDays: 14, unranked: 0 });
  expect(view.sentence).toBe(
    '2 of 4 open defects are older than 85 of 100 of their severity that were closed in the last 180 days; the oldest S2, SHOP-1, is 30 days old and has been in To Do all that time.',
  );
  expect(view.first).toEqual({
    key: 'SHOP-1',
    because: 'S2, older than all closed S2, in To Do for 30 days, nobody is assigned',
  });
});

test('with fewer than five closed ones of a severity nobody says what is old', () => {
  const view = viewOf([...closedS2(4), open('1', 30), open('2', 12)]);
  expect(view).toMatchObject({ late: 0, unranked: 2, exposureDays: 0, all: { p85: null, restsOn: 4 } });
  expect(view.dots.rank).toEqual([null, null]);
  expect(view.sentence).toMatch(/^2 defects are open, and too few were closed in the last 180 days to say what is old; /);
  expect(viewOf([...closedS2(5), open('1', 30)])).toMatchObject({ late: 1, unranked: 0, all: { p85: 5, restsOn: 5 } });
});

test('a severity with too few closed ones is left out of the count, and the sentence says of how many', () => {
  const view = viewOf([...closedS2(20), open('1', 30), open('2', 40, { severity: 'S1' }), open('3', 50, { severity: null })]);
  expect(view).toMatchObject({ open: 3, late: 1, unranked: 2 });
  expect(view.sentence).toMatch(/^1 of 3 open defects is older .* of its severity .*the oldest S1, SHOP-2, is 40 days old/);
  expect(view.sentence).toMatch(/Of the severity of 2 too few were closed to say\.$/);
  expect(view.dots.severity).toEqual(['none', 'S1', 'S2']);
});

test('columns stand in the order of the workflow, with how old closed ones were when they left', () => {
  const reviewed = open('1', 9, {
    path: [
      ['1', 9],
      ['2', 6],
      ['3', 4],
    ],
  });
  const view = viewOf([reviewed, ...closedS2(10), open('2', 3)]);
  expect(view.columns.map(({ name, open: count }) => [name, count])).toEqual([
    ['To Do', 1],
    ['Doing', 0],
    ['Review', 1],
  ]);
  expect(view.columns[1]?.pace).toEqual({ p50: 5, p85: 9, p95: 10, restsOn: 10 });
  expect(view.columns[2]?.pace).toEqual({ p50: null, p85: null, p95: null, restsOn: 0 });
  expect(view.dots.column).toEqual([2, 0]);
  expect(view.dots.statusDays).toEqual([4, 3]);
  expect(view.columns[2]?.jql).toBe('project = "SHOP" AND issuetype in ("Bug") AND status = 3');
});

test('grouped by severity, each column has its own lead times', () => {
  const view = viewOf([...closedS2(20), open('1', 30), open('2', 3, { severity: null })], { by: 'severity' });
  expect(view.columns.map(({ name, open: count, pace }) => [name, count, pace.p85])).toEqual([
    ['S2', 1, 17],
    ['Not set', 1, null],
  ]);
  expect(view.columns[1]?.jql).toContain('"Defect severity" is EMPTY');
});

test('a choice shows fewer dots against the same percentiles', () => {
  const told = [...closedS2(20), open('1', 30), open('2', 12), open('3', 5, { severity: 'S3' })];
  expect(viewOf(told, { severity: 'S2' })).toMatchObject({ open: 2, late: 1, severities: [{ severity: 'S2', restsOn: 20 }] });
  const released = viewOf(told, { release: '10', ofRelease: new Set(['2']) });
  expect(released.dots.keys).toEqual(['SHOP-2']);
  expect(released.severities[0]).toMatchObject({ restsOn: 20, p85: 17 });
  expect(viewOf(told, { severity: 'S4' }).sentence).toBe('No defect of this choice is open.');
});

test('a past day is seen as it was: what came later is not there, what was closed later is open', () => {
  const told = [
    ...closedS2(20).map((one) => ({ ...one, path: one.path.map(([id, days]) => [id, days + 30] as const) })),
    open('1', 60, {
      path: [
        ['1', 60],
        ['3', 40],
        ['9', 5],
      ],
    }),
    open('2', 2),
  ];
  const view = viewOf(told, {}, '2026-10-12');
  expect(view).toMatchObject({ day: '2026-10-12', at: '2026-10-12T23:59:59.999Z', open: 1, late: 1 });
  expect(view.dots.keys).toEqual(['SHOP-1']);
  expect(view.dots.days[0]).toBeCloseTo(60 - 20.375, 1);
  expect(view.oldest[0]).toMatchObject({ status: 'Review', open: false });
  expect(view.sentence).toMatch(
    /^At the end of 12 October 2026, the one open defect was older .* closed in the 180 days before; /,
  );
  expect(view.columns.every(({ jql }) => jql === null)).toBe(true);
});

test('a defect that was opened again counts from its creation, and its lead time ends with its last end', () => {
  const again: Told = {
    ...{ id: '1', severity: 'S2' },
    path: [
      ['1', 40],
      ['9', 35],
      ['2', 10],
    ],
  };
  const view = viewOf([...closedS2(20), again]);
  expect(view.dots).toMatchObject({ keys: ['SHOP-1'], days: [40], statusDays: [10] });
  expect(viewOf([...closedS2(20), again], {}, '2026-10-10').open).toBe(0);
});

test.each([
  [null, '2026-11-02', now, true],
  ['2026-11-02', '2026-11-02', now, true],
  ['2027-01-01', '2026-11-02', now, true],
  ['2026-10-31', '2026-10-31', '2026-10-31T23:59:59.999Z', false],
  ['1999-01-01', '2026-10-01', '2026-10-01T23:59:59.999Z', false],
])('the base day %s is %s', (wanted, day, at, isToday) => {
  expect(baseDay(wanted, '2026-10-01', now)).toEqual({ day, at, isToday });
});

describe('one defect', () => {
  const told = [
    ...closedS2(20),
    open('1', 30, {
      path: [
        ['1', 30],
        ['2', 28],
        ['1', 20],
        ['3', 12],
      ],
    }),
  ];
  const at = (wanted: string | null) => standingAt(historyOf(told), baseDay(wanted, '2026-01-01', now).at);

  test('has its age, its rank and its days in each status', () => {
    expect(defectAgingView(at(null), '1', 'Checkout fails', now)).toMatchObject({
      ...{ kind: 'open', key: 'SHOP-1', severity: 'S2', status: 'Review', days: 30, statusDays: 12, rank: 100 },
      reference: { p50: 10, p85: 17, p95: 19, restsOn: 20 },
      spent: [
        { status: 'To Do', days: 10 },
        { status: 'Doing', days: 8 },
        { status: 'Review', days: 12 },
      ],
    });
  });

  test('on a past day has what was known then', () => {
    expect(defectAgingView(at('2026-10-08'), '1', '', now)).toMatchObject({
      ...{ status: 'Doing', rank: null },
      spent: [{ status: 'To Do' }, { status: 'Doing' }],
    });
  });

  test('that is done says nothing, and one without a history is unknown', () => {
    expect(defectAgingView(at(null), '101', '', now)).toEqual({ kind: 'closed' });
    expect(defectAgingView(at('2026-09-01'), '1', '', now)).toEqual({ kind: 'closed' });
    expect(defectAgingView(at(null), '77', '', now)).toEqual({ kind: 'unknown' });
  });
});
