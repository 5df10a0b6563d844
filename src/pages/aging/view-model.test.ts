import { agingViewSchema } from '../../contracts/aging';
import { defaultSettings } from '../../settings';
import { mayNothing } from '../access';
import { project } from '../screen.fixture';
import { closedS2, historyOf, now } from './aging.fixture';
import type { Told } from './aging.fixture';
import { baseDay } from './base-day';
import { closedOf, closedOnes, closedOnesThen } from './closed-ones';
import { defectAgingView, defectThen } from './defect-view';
import { ofKind } from './kinds';
import type { Kinds } from './kinds';
import { standingAt } from './standing';
import { agingView, oldestIds, shownOf } from './view-model';
import type { Choice } from './view-model';

const all: Choice = {
  ...{ severity: null, type: null, component: null, release: null, ofRelease: null, by: 'status', level: null },
};
const noKinds: Kinds = { types: [], components: [], typeOf: new Map(), componentsOf: new Map() };

function viewOf(told: readonly Told[], parts: Partial<Choice> = {}, wanted: string | null = null, kinds = noKinds) {
  const base = baseDay(wanted, '2026-01-01', now);
  const choice = { ...all, ...parts };
  const standing = standingAt(ofKind(historyOf(told), choice, kinds), base.at);
  const shown = shownOf(standing, choice);
  const summaries = new Map(oldestIds(shown).map((id) => [id, `Summary of ${id}`]));
  return agingViewSchema.parse(
    agingView(
      {
        ...{ project, standing, kinds, base, firstDay: '2026-01-01', choice, summaries, releases: [] },
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
  const view = (wanted: string | null, id: string, summary = '') => {
    const standing = standingAt(historyOf(told), baseDay(wanted, '2026-01-01', now).at);
    const defect = defectThen(standing, id, summary);
    if (defect === null) return null;
    const closed = closedOf(closedOnesThen(standing), defect.severity);
    return defectAgingView({ defect, statuses: standing.history.statuses, closed, at: standing.at, now });
  };

  test('has its age, its rank and its days in each status', () => {
    expect(view(null, '1', 'Checkout fails')).toMatchObject({
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
    expect(view('2026-10-08', '1')).toMatchObject({
      ...{ status: 'Doing', rank: null },
      spent: [{ status: 'To Do' }, { status: 'Doing' }],
    });
  });

  test('that is done says nothing, and one without a history is unknown', () => {
    expect(view(null, '101')).toEqual({ kind: 'closed' });
    expect(view('2026-09-01', '1')).toEqual({ kind: 'closed' });
    expect(view(null, '77')).toBeNull();
    const standing = standingAt(historyOf(told), now);
    const unread = { key: 'SHOP-77', summary: '', severity: 'S2' as const, assignee: null, created: standing.at - 5, status: [] };
    const closed = closedOf(closedOnesThen(standing), 'S2');
    expect(defectAgingView({ defect: unread, statuses: standing.history.statuses, closed, at: standing.at, now })).toEqual({
      kind: 'unknown',
    });
  });

  test('is measured in its panel against the same closed ones as on the screen, without those that the viewer may not see', () => {
    const standing = standingAt(historyOf(told), now);
    const { history } = standing;
    const stored = history.rows.flatMap((row, n) =>
      row.open ? [] : [{ ...row, endedAt: new Date(history.ended[n] ?? 0).toISOString(), securityLevel: null }],
    );
    const hidden = stored.map((one) => ({ ...one, createdAt: '2026-01-01T00:00:00.000Z', securityLevel: '900' }));
    const viewer = { mayBrowse: true, levels: [], may: mayNothing };
    expect(closedOnes([...stored, ...hidden], viewer, standing.at)).toEqual(closedOnesThen(standing));
    expect(closedOnes([...stored, ...hidden], { ...viewer, levels: ['900'] }, standing.at)[1]?.restsOn).toBe(40);
  });
});

describe('work types and components', () => {
  const told = [...closedS2(20), open('1', 30), open('2', 12), open('3', 5), open('4', 4)];
  const kinds: Kinds = {
    types: [
      { id: '10001', name: 'Bug' },
      { id: '10002', name: 'Incident' },
    ],
    components: [
      { id: '501', name: 'Basket' },
      { id: '502', name: 'Payments' },
    ],
    typeOf: new Map(told.map(({ id }) => [id, id === '3' ? '10002' : '10001'])),
    componentsOf: new Map<string, readonly string[]>([
      ['1', ['501', '502']],
      ['2', ['502']],
      ['3', ['502']],
      ...closedS2(6).map(({ id }) => [id, ['502']] as const),
    ]),
  };

  test('a choice of a component measures its open ones against its closed ones', () => {
    const view = viewOf(told, { component: '502' }, null, kinds);
    expect(view).toMatchObject({ open: 3, late: 2, all: { p50: 3, p85: 6, restsOn: 6 } });
    expect(view.severities).toMatchObject([{ severity: 'S2', open: 3, late: 2, p85: 6, restsOn: 6 }]);
    expect(view.columns[0]?.jql).toBe('project = "SHOP" AND issuetype in ("Bug") AND status = 1 AND component in (502)');
    expect(viewOf(told, { component: 'none' }, null, kinds)).toMatchObject({ open: 1, all: { restsOn: 14 } });
    expect(viewOf(told, { component: '501' }, null, kinds)).toMatchObject({
      open: 1,
      unranked: 1,
      all: { p85: null, restsOn: 0 },
    });
  });

  test('by component, one of two components stands in the column of each, and each column has its own lines', () => {
    const view = viewOf(told, { by: 'component' }, null, kinds);
    expect(view.columns.map(({ name, open: count, pace }) => [name, count, pace.restsOn, pace.p85])).toEqual([
      ['Payments', 3, 6, 6],
      ['Basket', 1, 0, null],
      ['No component', 1, 14, 18],
    ]);
    expect(view.dots.keys).toEqual(['SHOP-1', 'SHOP-1', 'SHOP-2', 'SHOP-3', 'SHOP-4']);
    expect(view).toMatchObject({ open: 4, dots: { column: [1, 0, 0, 0, 2] } });
    expect(view.columns.map(({ jql }) => jql?.split(' AND ').at(-1))).toEqual([
      'component in (502)',
      'component in (501)',
      'component is EMPTY',
    ]);
  });

  test('more components than can be told apart share a column', () => {
    const many = Array.from({ length: 15 }, (_, n) => ({ id: String(600 + n), name: `C${n}` }));
    const componentsOf = new Map(many.map(({ id }, n) => [String(n + 1), [id, '614']]));
    const crowd = many.map((_, n) => open(String(n + 1), 10 + n));
    const view = viewOf(crowd, { by: 'component' }, null, { ...kinds, components: many, componentsOf });
    expect(view.columns).toHaveLength(13);
    expect(view.columns[0]).toMatchObject({ name: 'C14', open: 15 });
    expect(view.columns.at(-1)).toMatchObject({ name: 'Other components', open: 3 });
    expect(view.columns.at(-1)?.jql).toMatch(/component in \(611, 612, 613\)$/);
  });

  test('by work type, and of one work type', () => {
    const view = viewOf(told, { by: 'type' }, null, kinds);
    expect(view.columns.map(({ name, open: count }) => [name, count])).toEqual([
      ['Bug', 3],
      ['Incident', 1],
    ]);
    expect(view.columns[1]?.jql).toBe('project = "SHOP" AND issuetype in (10002) AND statusCategory != Done');
    expect(viewOf(told, { type: '10002' }, null, kinds)).toMatchObject({ open: 1, dots: { keys: ['SHOP-3'] } });
    expect(viewOf([], { type: '10002' }, null, kinds).sentence).toBe('No defect of this choice is open.');
  });
});

test('a service level says how many closed ones met it, what it would have taken, and which open ones are past it', () => {
  const told = [...closedS2(20), open('1', 30), open('2', 12), open('3', 11.9), open('4', 5, { severity: 'S3' })];
  const level = { share: 90, days: 12 };
  expect(viewOf(told, { level }).level).toEqual({ ...level, restsOn: 20, met: 12, reached: 18, past: 1 });
  expect(viewOf(told, { level, severity: 'S3' }).level).toEqual({ ...level, restsOn: 0, met: 0, reached: null, past: 0 });
  expect(viewOf(told).level).toBeNull();
});
