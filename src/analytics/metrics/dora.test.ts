import * as fc from 'fast-check';
import { day } from '../../kernel/instant';
import { dora } from './dora';
import type { DoraDeployment, DoraFacts } from './dora';

const deployment = (id: string, atDay: number, parts: Partial<DoraDeployment> = {}): DoraDeployment => ({
  ...{ id, at: atDay * day, restores: false, isFix: false, takenBack: NaN },
  ...parts,
});
const facts = (parts: Partial<DoraFacts> = {}): DoraFacts => ({
  ...{ deployments: [], incidents: [], changes: [], from: 0, to: 28 * day },
  ...parts,
});

test('without anything told nothing is said', () => {
  expect(dora(facts())).toEqual({
    ...{ deployments: 0, frequency: null, leadTime: null, failures: { ids: [], share: null }, recovery: null },
    rework: { count: 0, of: 0, share: null },
  });
});

/** Four weeks: a is fine, b is taken back after half a day, c has two incidents, d has one that lasts. */
const month = facts({
  deployments: [
    deployment('before', -3),
    deployment('a', 2),
    deployment('b', 8, { takenBack: 8.5 * day }),
    deployment('b/rollback', 8.5, { restores: true }),
    deployment('c', 12, { isFix: true }),
    deployment('d', 25),
  ],
  incidents: [
    { at: 13 * day, resolved: 14 * day, deployment: 'c' },
    { at: 13.5 * day, resolved: 16 * day, deployment: 'c' },
    { at: 26 * day, resolved: NaN, deployment: 'd' },
    { at: 20 * day, resolved: 21 * day, deployment: null },
    { at: 1 * day, resolved: 2 * day, deployment: 'before' },
  ],
  changes: [
    { at: 0, deployed: 2 * day },
    { at: 1 * day, deployed: 8 * day },
    { at: 10 * day, deployed: 12 * day },
    { at: 24 * day, deployed: NaN },
    { at: -9 * day, deployed: 2 * day },
  ],
});

test('the worked example of docs/metrics.md: a month with four deployments of changes', () => {
  const found = dora(month);
  expect(found.deployments).toBe(4);
  expect(found.frequency?.value).toBe(1);
  // The exact interval of a count of 4 is 1.09 to 10.24, over four weeks.
  expect(found.frequency?.lower).toBeCloseTo(1.0899 / 4, 4);
  expect(found.frequency?.upper).toBeCloseTo(10.2416 / 4, 4);
  expect(found.failures.ids).toEqual(['b', 'c', 'd']);
  expect(found.failures.share?.value).toBe(0.75);
  // Lead times 2, 2 and 7 days, and one commit of 4 days that is not deployed yet.
  expect(found.leadTime).toMatchObject({ median: 2 * day, ended: 3, censored: 1 });
  // Half a day until it was taken back; three days until both incidents were over; two days so far.
  expect(found.recovery).toMatchObject({ median: 3 * day, ended: 2, censored: 1 });
  expect(found.rework).toMatchObject({ count: 2, of: 5 });
});

test('no rate exceeds everything, however many incidents a deployment has', () => {
  const moment = fc.double({ min: -5, max: 30, noNaN: true }).map((at) => at * day);
  const maybe = fc.oneof(moment, fc.constant(NaN));
  const id = fc.constantFrom('a', 'b', 'c', 'd');
  const deployments = fc.uniqueArray(
    fc.record({ id, at: moment, restores: fc.boolean(), isFix: fc.boolean(), takenBack: maybe }),
    { selector: (one) => one.id },
  );
  const incidents = fc.array(fc.record({ at: moment, resolved: maybe, deployment: fc.option(id) }));
  const changes = fc.array(fc.record({ at: moment, deployed: maybe }));
  fc.assert(
    fc.property(deployments, incidents, changes, (told, happened, made) => {
      const found = dora(facts({ deployments: told, incidents: happened, changes: made }));
      expect(found.failures.ids.length).toBeLessThanOrEqual(found.deployments);
      expect(found.failures.share?.value ?? 0).toBeLessThanOrEqual(1);
      expect(found.rework.share?.value ?? 0).toBeLessThanOrEqual(1);
      expect((found.recovery?.ended ?? 0) + (found.recovery?.censored ?? 0)).toBe(found.failures.ids.length);
      expect(found.leadTime?.median ?? 0).toBeGreaterThanOrEqual(0);
    }),
  );
});
