import { build, commit, defects, deployment, incident, onDay, page } from './repair.fixture';
import { repairIssuesView, repairView } from './view-model';
import type { RepairChoice } from './view-model';

const choice: RepairChoice = { range: '90', one: null, other: null };
const figure = (view: ReturnType<typeof repairView>, id: string) => view.dora.figures.find((one) => one.id === id);

/** Quick on staging, slow in production. */
const quickAndSlow = defects([
  ...[1, 1, 2, 2, 3, 3, 4].map((days) => ({ stage: 'staging', created: 50, ended: 50 + days })),
  ...[9, 12, 14, 20, 25].map((days) => ({ stage: 'production', created: 60, ended: 60 + days })),
  { stage: 'production', created: 70 },
]);

test('an empty project says so, and what DORA takes', () => {
  const view = repairView(page(), choice);
  expect(view.sentence).toBe('Nothing was detected in Staging or Production in the last 90 days.');
  expect([view.first, view.comparison, view.dora.since, view.ever]).toEqual([null, null, null, false]);
  expect(view.dora.figures.map(({ value }) => value)).toEqual([null, null, null, null, null]);
  expect(view.groups.map(({ curve, until }) => [curve.length, until])).toEqual([
    [0, 0],
    [0, 0],
  ]);
});

test('the environment that repairs faster is named, with how often chance would do that; open ones count', () => {
  const view = repairView(page({ history: quickAndSlow }), choice);
  expect(view.comparison?.sentence).toBe(
    'Staging repairs faster than Production; a difference like this would come by chance in fewer than 1 of 1,000 cases.',
  );
  expect(view.groups.map(({ repair }) => repair.words)).toEqual([
    'half are repaired within 2 days (1 to 3): 7 repaired',
    'half are repaired within 14 days (9 or more): 5 repaired, 1 still open',
  ]);
  expect(view.sentence).toMatch(/^Staging repairs faster .* In Staging half are .* In Production half are /);
  expect(view.first).toEqual({
    key: 'SHOP-13',
    because: 'open for 30 days in Production, where half are repaired within 14 days',
  });
  expect(view.groups[1]?.curve.map(({ days, share, atRisk }) => [days, Math.round(share * 1000), atRisk])).toEqual([
    [9, 833, 6],
    [12, 667, 5],
    [14, 500, 4],
    [20, 333, 3],
    [25, 167, 2],
  ]);
  expect(view.groups[1]?.until).toBe(30);
});

test('few are not compared, and none is no group', () => {
  const few = defects([
    { stage: 'staging', created: 50, ended: 51 },
    { stage: 'production', created: 50, ended: 90 },
  ]);
  expect(repairView(page({ history: few }), choice).comparison).toEqual({
    ...{ sentence: 'Too few are repaired to compare the two: 1 in Staging, 1 in Production.', p: null },
  });
  const one = repairView(page({ history: defects([{ stage: 'staging', created: 50 }]) }), choice);
  expect(one.comparison).toBeNull();
  expect(one.sentence).toBe(
    'In Staging fewer than half are repaired so far: 0 repaired, 1 still open; with so few, read it with care. In Production nothing was detected.',
  );
});

test('a difference that chance may have made is none', () => {
  const alike = defects(
    ['staging', 'production'].flatMap((stage, n) =>
      [1, 2, 3, 4, 5, 6].map((days) => ({ stage, created: 50, ended: 50 + days + n / 10 })),
    ),
  );
  expect(repairView(page({ history: alike }), choice).comparison?.sentence).toMatch(
    /^No difference between Staging and Production can be shown: one like this would come by chance in \d\d of 100 cases\.$/,
  );
});

test('what was detected before the time, and where nobody said, is in no group', () => {
  const history = defects([
    { stage: 'staging', created: 5 },
    { stage: null, created: 50 },
    { stage: 'Atlantis', created: 50 },
    { stage: 'PROD', created: 50 },
  ]);
  const view = repairView(page({ history }), choice);
  expect(view.groups.map(({ defects: n }) => n)).toEqual([0, 1]);
  expect(view.unplaced).toBe(2);
  expect(repairView(page({ history }), { ...choice, range: 'all' }).groups.map(({ defects: n }) => n)).toEqual([1, 1]);
});

test('where nobody says where anything is detected, all of it is measured together', () => {
  const history = defects([
    { stage: null, created: 50, ended: 55 },
    { stage: 'test', created: 50, ended: 58 },
  ]);
  const view = repairView(page({ history }), choice);
  expect([view.one, view.other, view.comparison, view.ever]).toEqual(['everywhere', 'everywhere', null, true]);
  expect(view.sentence).toMatch(/^In all environments half are repaired within 5 days/);
  expect(view.stages.at(-1)).toEqual({ key: 'everywhere', name: 'all environments', count: 2 });
  expect(repairView(page({ history }), { ...choice, one: 'staging' }).groups.map(({ stage }) => stage.key)).toEqual([
    ...['staging', 'production'],
  ]);
  expect(repairIssuesView(page({ history }), '90', 'everywhere', 'all').ids).toEqual(['2', '1']);
});

test('the pair can be chosen; the same twice is one group', () => {
  const view = repairView(page({ history: quickAndSlow }), { ...choice, one: 'canary', other: 'canary' });
  expect(view.groups.map(({ stage }) => stage.name)).toEqual(['Canary']);
  expect([view.one, view.other, view.comparison]).toEqual(['canary', 'canary', null]);
});

test('stamps come from all sources: origin, sighting, history and assignment', () => {
  const view = repairView(
    page({
      history: defects([
        { stage: 'production', created: 50, ended: 60, moved: 53 },
        { stage: null, created: 50, ended: 60 },
        { stage: 'production', created: 50, ended: 60 },
      ]),
      deployments: [deployment('4.1', 40), deployment('4.2', 46), deployment('4.3', 55)],
      origins: new Map([
        ['1', { change: null, versionId: '901' }],
        ['3', { change: { kind: 'build', value: 'b-4.3', label: 'b-4.3' }, versionId: null }],
      ]),
      versions: new Map([['901', '4.1']]),
      seen: new Map([['2', { issueId: '2', at: onDay(48), environment: 'prod', version: null, build: 'b-4.2' }]]),
      assigned: new Map([['2', Date.parse(onDay(52))]]),
    }),
    choice,
  );
  const [, production] = view.groups;
  // The first came with 4.1 ten days before, the second with 4.2 two days before it was seen; the third contradicts itself.
  expect(production?.detect).toMatchObject({ median: 2, ended: 2, open: 0, unknown: 1 });
  expect(view.contradicted).toBe(1);
  // 3 days, 4 days from the sighting on, 10 days.
  expect(production?.acknowledge).toMatchObject({ median: 4, ended: 3 });
});

test('the first release that Jira names as affected brought it in, where nothing else is known', () => {
  const view = repairView(
    page({
      history: defects([{ stage: 'production', created: 50 }]),
      deployments: [deployment('4.1', 40), deployment('4.2', 46)],
      affected: new Map([['1', ['902', '901', '903']]]),
      versions: new Map([
        ['901', '4.1'],
        ['902', '4.2'],
        ['903', '9.9'],
      ]),
    }),
    choice,
  );
  expect(view.groups[1]?.detect).toMatchObject({ median: 10, ended: 1, unknown: 0 });
});

test('an incident counts where no defect stands for it, from its detection to its end', () => {
  const view = repairView(
    page({
      history: defects([{ stage: 'production', created: 50 }]),
      deployments: [deployment('4.1', 40)],
      incidents: [
        { ...incident('INC-1', 50, { resolvedAt: onDay(53) }), detectedAt: onDay(51) },
        incident('INC-2', 50, { issue: 'SHOP-1', resolvedAt: onDay(53) }),
      ],
    }),
    choice,
  );
  const [, production] = view.groups;
  expect([production?.defects, production?.incidents]).toEqual([1, 1]);
  expect(production?.repair).toMatchObject({ median: 2, ended: 1, open: 1 });
  expect(production?.detect).toMatchObject({ median: 11, ended: 1, unknown: 1 });
  expect(production?.acknowledge).toMatchObject({ open: 1, unknown: 1 });
});

test('DORA is measured in the last stage, from the first deployment that was told', () => {
  const view = repairView(
    page({
      deployments: [
        deployment('test', 20, { environment: 'test' }),
        deployment('4.1', 72, { rolledBack: { at: onDay(73), to: '4.0', incident: 'INC-1' } }),
        deployment('back', 73, { version: '4.0', build: null, restores: { from: '4.1', incident: 'INC-1' } }),
        deployment('4.2', 80, { build: 'b1' }),
        deployment('4.3', 99, { state: 'failed' }),
      ],
      builds: [build('b1', 79, { changes: ['aaaaaaaaaa11', 'bbbbbbbbbb22'], branch: 'hotfix/4.2' })],
      commits: [commit('aaaaaaaaaa11', 77)],
      incidents: [incident('INC-1', 72.5, { resolvedAt: onDay(74.5) }), incident('INC-2', 85, { service: 'pay' })],
    }),
    choice,
  );
  expect(view.dora.stage.key).toBe('production');
  expect(view.dora.since).toBe(onDay(72));
  expect(figure(view, 'frequency')).toMatchObject({ value: '2.2 a month (0.3 to 7.9)', detail: '2 deployments in 4 weeks.' });
  expect(figure(view, 'lead-time')).toMatchObject({
    value: '3 days (3 or more)',
    detail: '1 commit deployed. Of 1 commit more that builds name nobody told when they were made.',
  });
  expect(figure(view, 'failure-rate')).toMatchObject({
    value: '50 % (9 to 91)',
    detail: '1 of 2 deployments: few, read it with care. Of 1 incident the deployment is not known.',
  });
  expect(figure(view, 'recovery')).toMatchObject({ value: '2 days (2 or more)', detail: '1 recovered: few, read it with care.' });
  expect(figure(view, 'rework')).toMatchObject({ detail: '2 of 3 deployments: few, read it with care.' });
  expect(view.dora.failed).toEqual([{ name: '4.1', at: onDay(72), because: 'INC-1: About INC-1; taken back' }]);
});

test('the list behind a figure has the longest first, and only what is asked for', () => {
  const whole = page({
    history: quickAndSlow,
    incidents: [incident('INC-1', 60), incident('INC-2', 61, { resolvedAt: onDay(62) })],
  });
  const all = repairIssuesView(whole, '90', 'production', 'all');
  expect([all.total, all.ids]).toEqual([6, ['13', '12', '11', '10', '9', '8']]);
  expect(all.incidents.map((one) => one.incident)).toEqual(['INC-2', 'INC-1']);
  const open = repairIssuesView(whole, '90', 'production', 'open');
  expect([open.ids, open.jql, open.incidents.length]).toEqual([['13'], 'key in (SHOP-13)', 1]);
  expect(repairIssuesView(whole, '90', 'staging', 'repaired').total).toBe(7);
  expect(repairIssuesView(whole, '90', null, 'all')).toEqual({ ids: [], total: 0, jql: null, incidents: [] });
});
