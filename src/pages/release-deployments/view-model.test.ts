import { deploymentsOf } from '../../environments';
import type { DeploymentStep } from '../../environments';
import { defaultSettings } from '../../settings';
import { now } from '../screen.fixture';
import { releaseDeploymentsView } from './view-model';
import type { ReleaseDeploymentFacts } from './view-model';

const at = (hour: number): string => new Date(Date.UTC(2026, 10, 1, hour)).toISOString();
const finish = (id: string, hour: number, parts: Partial<DeploymentStep> = {}): DeploymentStep => ({
  ...{
    id,
    step: 'finish',
    at: at(hour),
    service: 'shop',
    environment: 'production',
    version: '4.2.0',
    build: null,
    commit: null,
  },
  ...{ outcome: 'successful', exposure: 100, from: null, incident: null },
  ...parts,
});
const view = (steps: readonly DeploymentStep[], parts: Partial<ReleaseDeploymentFacts> = {}) =>
  releaseDeploymentsView({
    ...{ all: deploymentsOf(steps), version: '4.2.0', builds: [], stages: defaultSettings.stages, incidents: new Map(), now },
    ...parts,
  });

test('those that name the release, and those that name one of its builds and no release; newest first', () => {
  const steps = [
    finish('a', 1),
    finish('b', 2, { version: '4.1.0' }),
    finish('c', 3, { version: null, build: '7' }),
    finish('d', 4, { version: null, build: '7', service: 'search' }),
  ];
  expect(view(steps, { builds: [{ service: 'shop', build: '7' }] }).deployments.map(({ id }) => id)).toEqual(['c', 'a']);
});

test.each<[string, Partial<DeploymentStep>, string | null]>([
  ['by its key', { environment: 'production' }, 'Production'],
  ['in any letters', { environment: 'PRODUCTION' }, 'Production'],
  ['that is none', { environment: 'sandbox-3' }, null],
])('the stage of an environment %s', (_name, parts, stage) => {
  expect(view([finish('a', 1, parts)]).deployments[0]?.stage).toBe(stage);
});

test('dark is what is not exposed where exposure is told at all', () => {
  const steps = [
    finish('a', 1),
    { ...finish('a', 2), step: 'expose', exposure: 20 } as const,
    finish('b', 3),
    finish('c', 4, { environment: 'staging' }),
  ];
  expect(view(steps).deployments.map(({ id, exposure, live }) => [id, exposure, live])).toEqual([
    ['c', 'untold', true],
    ['b', 'dark', true],
    ['a', 20, false],
  ]);
});

test('a rollback names its incident only where the viewer may see it', () => {
  const back: DeploymentStep = { ...finish('r', 5, { version: '4.1.0', from: '4.2.0', incident: 'INC-7' }), step: 'rollback' };
  const steps = [finish('a', 1, { version: '4.1.0' }), finish('b', 2), back];
  const seen = (incidents: ReadonlyMap<string, string | null>) => view(steps, { incidents }).deployments[0]?.rolledBack;
  expect(seen(new Map([['INC-7', 'Charged twice']]))).toEqual({
    at: at(5),
    to: '4.1.0',
    incident: { key: 'INC-7', title: 'Charged twice' },
  });
  expect(seen(new Map())).toEqual({ at: at(5), to: '4.1.0', incident: null });
});

test('nothing told is not the same as not deployed', () => {
  expect(view([])).toMatchObject({ told: false, deployments: [] });
  expect(view([finish('a', 1, { version: '4.1.0' })])).toMatchObject({ told: true, deployments: [] });
});

test('at most 200 rows, and how many are left out', () => {
  const found = view(Array.from({ length: 205 }, (_, n) => finish(`d${n}`, n)));
  expect([found.deployments.length, found.more, found.deployments[0]?.id]).toEqual([200, 5, 'd204']);
});
