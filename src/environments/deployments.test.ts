import * as fc from 'fast-check';
import { deploymentsOf, liveIn } from './deployments';
import type { DeploymentStep } from './deployments';

const at = (hour: number): string => new Date(Date.UTC(2026, 10, 2, hour)).toISOString();
const step = (id: string, kind: DeploymentStep['step'], hour: number, parts: Partial<DeploymentStep> = {}): DeploymentStep => ({
  ...{ id, step: kind, at: at(hour), service: 'shop', environment: 'production', version: null, build: null, commit: null },
  ...{ outcome: 'successful', exposure: 100, from: null, incident: null },
  ...parts,
});
const whole = (id: string, hour: number, version: string): DeploymentStep[] => [
  step(id, 'start', hour, { version }),
  step(id, 'finish', hour + 1, { version, build: `${version}-7` }),
];
const live = (steps: readonly DeploymentStep[]) => liveIn(deploymentsOf(steps), 'production').map(({ version }) => version);

test.each<[string, DeploymentStep[], object]>([
  ['begun', [step('a', 'start', 1, { version: '1' })], { state: 'in-progress', at: at(1), finishedAt: null, exposure: null }],
  ['ended', whole('a', 1, '1'), { state: 'successful', startedAt: at(1), finishedAt: at(2), build: '1-7', exposure: null }],
  ['failed', [step('a', 'finish', 2, { build: '7', outcome: 'failed' })], { state: 'failed', startedAt: null }],
  ['cancelled', [step('a', 'finish', 2, { build: '7', outcome: 'cancelled' })], { state: 'cancelled' }],
  ['exposed in part', [...whole('a', 1, '1'), step('a', 'expose', 3, { version: '1', exposure: 5 })], { exposure: 5, at: at(2) }],
  ['exposed, its end not told', [step('a', 'expose', 3, { version: '1' })], { state: 'successful', finishedAt: at(3) }],
])('a deployment that is %s', (_name, steps, expected) => {
  expect(deploymentsOf(steps)).toMatchObject([expected]);
});

test('a rollback of its own name puts the earlier build back, with its exposure, and marks what it takes back', () => {
  const steps = [
    ...[...whole('a', 1, '1'), step('a', 'expose', 3, { version: '1', exposure: 80 })],
    ...whole('b', 4, '2'),
    step('back', 'rollback', 6, { version: '1', from: '2', incident: 'INC-7' }),
  ];
  expect(deploymentsOf(steps)).toMatchObject([
    { id: 'back', version: '1', build: '1-7', exposure: 80, restores: { from: '2', incident: 'INC-7' }, rolledBack: null },
    { id: 'b', rolledBack: { at: at(6), to: '1', incident: 'INC-7' } },
    { id: 'a', rolledBack: null },
  ]);
  expect(live(steps)).toEqual(['1']);
  expect(live([...steps, ...whole('c', 8, '2')])).toEqual(['2']);
});

test.each<[string, DeploymentStep[], (string | null)[]]>([
  ['as a step of what it takes back', [step('b', 'rollback', 6, { version: '1' })], ['1']],
  ['without a word of what it takes back', [step('x', 'rollback', 6, { version: '1' })], ['1']],
  ['told as earlier than the end of what it takes back', [step('b', 'rollback', 4, { version: '1' })], ['1']],
  ['to something that nobody deployed here', [step('x', 'rollback', 6, { build: '99', from: '2' })], [null]],
  [
    'that failed',
    [step('x', 'finish', 7, { version: '1', outcome: 'failed' }), step('x', 'rollback', 6, { version: '1' })],
    ['2'],
  ],
  ['of another service', [step('x', 'rollback', 6, { version: '1', service: 'search' })], ['1', '2']],
])('a rollback %s', (_name, rollback, expected) => {
  expect(live([...whole('a', 1, '1'), ...whole('b', 4, '2'), ...rollback])).toEqual(expected);
});

test('neither what is in progress nor what failed takes the place of what is live', () => {
  const more = [step('b', 'start', 5, { version: '2' }), step('c', 'finish', 6, { version: '3', outcome: 'failed' })];
  expect(live([...whole('a', 1, '1'), ...more])).toEqual(['1']);
});

const anyStep = fc
  .record({
    deployment: fc.constantFrom('a', 'b', 'c', 'd'),
    kind: fc.constantFrom('start', 'finish', 'expose', 'rollback'),
    hour: fc.integer({ min: 0, max: 6 }),
    version: fc.constantFrom('1', '2', '3'),
    service: fc.constantFrom('shop', 'search'),
    outcome: fc.constantFrom('successful', 'failed', 'cancelled'),
    from: fc.constantFrom(null, '1', '2', '3'),
  })
  .map(({ deployment, kind, hour, version, service, outcome, from }) =>
    step(`${service}-${deployment}`, kind, hour, { version, service, outcome, from }),
  );
const anySteps = fc.uniqueArray(anyStep, { selector: ({ id, step: kind }) => `${id} ${kind}`, maxLength: 24 });

test('the order of the steps does not matter', () => {
  fc.assert(
    fc.property(
      anySteps.chain((steps) => fc.tuple(fc.constant(steps), fc.shuffledSubarray(steps, { minLength: steps.length }))),
      ([steps, shuffled]) => expect(deploymentsOf(shuffled)).toEqual(deploymentsOf(steps)),
    ),
  );
});

test('what is live is one thing a service, was deployed or put back, and is not taken back; what was taken back says when', () => {
  fc.assert(
    fc.property(anySteps, (steps) => {
      const all = deploymentsOf(steps);
      const found = liveIn(all, 'production');
      expect(new Set(found.map(({ service }) => service)).size).toBe(found.length);
      for (const one of found) expect(one).toMatchObject({ state: 'successful', rolledBack: null });
      for (const { rolledBack } of all)
        if (rolledBack !== null)
          expect(all.some(({ restores, at: when }) => restores !== null && when === rolledBack.at)).toBe(true);
      // The last successful rollback of a service is what holds until something newer is deployed.
      const last = all.find(({ state, service }) => state === 'successful' && service === 'shop');
      if (last?.restores !== null && last !== undefined && last.rolledBack === null)
        expect(found.find(({ service }) => service === 'shop')).toBe(last);
    }),
  );
});
