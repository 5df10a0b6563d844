import { deploymentsOf } from './deployments';
import type { DeploymentStep } from './deployments';
import { exposureIn } from './exposure';

const step = (id: string, parts: Partial<DeploymentStep> = {}): DeploymentStep => ({
  ...{ id, step: 'finish', at: '2026-11-02T09:00:00.000Z', service: 'shop', environment: 'staging', version: '4.2.0' },
  ...{ build: null, commit: null, outcome: 'successful', exposure: 100, from: null, incident: null },
  ...parts,
});
const exposure = (steps: readonly DeploymentStep[], id = 'a') => {
  const all = deploymentsOf(steps);
  const [one] = all.filter((deployment) => deployment.id === id);
  return one === undefined ? null : exposureIn(all)(one);
};
const expose = (id: string, percent: number, parts: Partial<DeploymentStep> = {}) =>
  step(id, { step: 'expose', exposure: percent, ...parts });

test.each<[string, readonly DeploymentStep[], ReturnType<typeof exposure>]>([
  ['deployed, and nobody said who meets it', [step('a')], 'untold'],
  ['said to be dark', [step('a', { dark: true })], 'dark'],
  ['said not to be dark', [step('a', { dark: false })], 100],
  ['dark, then exposed', [step('a', { dark: true }), expose('a', 25)], 25],
  ['exposed to nobody any more', [step('a'), expose('a', 0)], 'dark'],
  ['silent where another one was exposed', [step('a'), step('b'), expose('b', 100)], 'dark'],
  ['silent where another service was exposed', [step('a'), expose('b', 100, { service: 'search' })], 'untold'],
  ['silent where it was exposed elsewhere', [step('a'), expose('b', 100, { environment: 'production' })], 'untold'],
])('%s', (_name, steps, said) => {
  expect(exposure(steps)).toBe(said);
  expect(exposure(steps.toReversed())).toBe(said);
});
