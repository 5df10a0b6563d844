import { exposuresOf, inputsOf } from './gather';
import type { DefectToScore, Surroundings } from './gather';
import { deploymentsOf } from '../environments';
import type { Behaviour } from '../environments';

const stages = [
  { key: 'test', name: 'Test', environments: ['qa'] },
  { key: 'production', name: 'Production', environments: ['prod'] },
];
const surroundings: Surroundings = {
  stages,
  exposures: new Map([['production', 0.2]]),
  targets: { S1: 2, S2: 7, S3: 30, S4: null },
};
const defect: DefectToScore = {
  ...{ id: '1', severity: 'S2', usersAffected: 5, workaround: 'Hard ', detectedIn: null, createdAt: '2026-11-01T00:00:00.000Z' },
  incidents: [],
};
const inputs = (parts: Partial<DefectToScore>, cells: readonly (readonly [string, Behaviour])[] = []) =>
  inputsOf({ ...defect, ...parts }, [], new Map(cells), surroundings);

test('fields are read as people write them, and what cannot be meant counts as not said', () => {
  expect(inputs({})).toMatchObject({ workaround: 'hard', usersAffected: 5, severity: 'S2', targetDays: 7, places: [] });
  expect(inputs({ workaround: 'ask Bob', usersAffected: -3 })).toMatchObject({ workaround: null, usersAffected: null });
  expect(inputs({ severity: null }).targetDays).toBeNull();
  expect(inputs({ severity: 'S4' }).targetDays).toBeNull();
});

test.each<[number | null, readonly (readonly [string, number])[], number | null, string | null]>([
  [null, [], null, null],
  [5, [], 5, null],
  [null, [['INC-7', 2140]], 2140, 'INC-7'],
  [5, [['INC-7', 2140]], 2140, 'INC-7'],
  [5000, [['INC-7', 2140]], 5000, null],
  [2140, [['INC-7', 2140]], 2140, null],
  [-3, [['INC-7', 0]], 0, 'INC-7'],
  [
    5,
    [
      ['INC-9', 80],
      ['INC-7', 80],
      ['INC-8', 12],
    ],
    80,
    'INC-7',
  ],
])('of %j in the field and incidents %j the largest counts', (usersAffected, told, users, usersFrom) => {
  const incidents = told.map(([incident, reached]) => ({ incident, users: reached }));
  expect(inputs({ usersAffected, incidents })).toMatchObject({ usersAffected: users, usersFrom });
});

test('a stage of which nobody knows counts where the defect was first seen in it, by whatever name', () => {
  const production = { stage: 'Production', behaviour: 'reproduced', nearness: 1, exposure: 0.2, from: 'field' };
  for (const detectedIn of ['production', 'Prod', 'PRODUCTION ']) expect(inputs({ detectedIn }).places).toEqual([production]);
  expect(inputs({ detectedIn: 'the moon' }).places).toEqual([]);
});

test('what somebody said of a stage goes over where it was first seen', () => {
  const { places } = inputs({ detectedIn: 'production' }, [
    ['production', 'fixed'],
    ['test', 'unknown'],
  ]);
  expect(places).toEqual([{ stage: 'Production', behaviour: 'fixed', nearness: 1, exposure: 0.2, from: 'cell' }]);
});

test('the widest exposure of what is live in a stage counts, and a stage that was told nothing has none', () => {
  const told = { version: '1', build: 'b', commit: null, outcome: 'successful', from: null, incident: null } as const;
  const step = (service: string, exposure: number) =>
    (['finish', 'expose'] as const).map((kind, n) => ({
      ...told,
      ...{ id: service, step: kind, at: `2026-11-0${n + 1}T00:00:00.000Z`, service, environment: 'prod', exposure },
    }));
  const deployments = deploymentsOf([...step('shop', 10), ...step('api', 25)]);
  expect([...exposuresOf(deployments, stages)]).toEqual([['production', 0.25]]);
});
