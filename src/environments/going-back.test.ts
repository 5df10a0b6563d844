import * as fc from 'fast-check';
import { deploymentsOf } from './deployments';
import type { DeploymentStep } from './deployments';
import { wayInto } from './going-back';

const at = (day: number) => `2026-11-${String(day).padStart(2, '0')}T09:00:00.000Z`;
const step = (day: number, version: string, parts: Partial<DeploymentStep> = {}): DeploymentStep => ({
  ...{ id: `d${day}`, step: 'finish', at: at(day), service: 'shop', environment: 'production', outcome: 'successful' },
  ...{ exposure: 0, from: null, incident: null, version, build: `${version}-b`, commit: null, ...parts },
});
const way = (version: string, steps: DeploymentStep[], build: string | null = null) =>
  wayInto({ version, build }, deploymentsOf(steps), new Set(['production'])).direction;

test.each<[string, string, DeploymentStep[], string]>([
  ['what was there before', '4.1', [step(1, '4.1'), step(2, '4.2')], 'back'],
  ['what was there two releases ago', '4.0', [step(1, '4.0'), step(2, '4.1'), step(3, '4.2')], 'back'],
  ['what is there', '4.2', [step(1, '4.1'), step(2, '4.2')], 'stays'],
  ['what was never there', '4.3', [step(1, '4.1'), step(2, '4.2')], 'forward'],
  ['an old release that was never there', '4.0', [step(1, '4.1'), step(2, '4.2')], 'forward'],
  ['what was there in another environment', '4.1', [step(1, '4.1', { environment: 'uat' }), step(2, '4.2')], 'forward'],
  ['what failed there', '4.1', [step(1, '4.1', { outcome: 'failed' }), step(2, '4.2')], 'forward'],
  ['nothing was told of the environment', '4.1', [step(1, '4.1', { environment: 'uat' })], 'unknown'],
  [
    'what was rolled back there goes forward again',
    '4.2',
    [step(1, '4.1'), step(2, '4.2'), step(3, '4.1', { id: 'd2', step: 'rollback', from: '4.2' })],
    'forward',
  ],
  ['the same, where the rollback was told as a deployment', '4.2', [step(1, '4.1'), step(2, '4.2'), step(3, '4.1')], 'forward'],
  [
    'one service would go back, and the other forward',
    '4.1',
    [
      step(1, '4.1'),
      step(2, '4.2'),
      step(3, '4.0', { service: 'cart' }),
      step(4, '4.1', { service: 'cart' }),
      step(5, '4.0', { service: 'cart', id: 'x' }),
    ],
    'forward',
  ],
  [
    'a service that never had it does not matter',
    '4.1',
    [step(1, '4.1'), step(2, '4.2'), step(1, '1', { service: 'cart', id: 'c' })],
    'back',
  ],
])('%s', (_, version, steps, expected) => {
  expect(way(version, steps)).toBe(expected);
});

test('an earlier build of the release that is there goes back, and one that was never there goes forward', () => {
  const steps = [step(1, '4.2', { build: '11' }), step(2, '4.2', { build: '12' })];
  expect(way('4.2', steps, '11')).toBe('back');
  expect(way('4.2', steps, '12')).toBe('stays');
  expect(way('4.2', steps, '13')).toBe('forward');
});

test('of releases that came one after the other, each goes back to those before it and to no other', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 12 }), fc.integer({ min: 0, max: 14 }), (count, asked) => {
      const steps = Array.from({ length: count }, (_, n) => step(n + 1, `v${n}`));
      const expected = asked < count - 1 ? 'back' : asked === count - 1 ? 'stays' : 'forward';
      expect(way(`v${asked}`, steps)).toBe(expected);
    }),
  );
});

test('it takes the place of what is live where it was, and of nothing else', () => {
  const cart = step(3, '1', { service: 'cart' });
  const steps = deploymentsOf([step(1, '4.1'), step(2, '4.2'), cart]);
  const { replaces } = wayInto({ version: '4.1', build: null }, steps, new Set(['production']));
  expect(replaces.map(({ version }) => version)).toEqual(['4.2']);
  expect(wayInto({ version: '4.3', build: null }, steps, new Set(['production'])).replaces).toEqual([]);
});
