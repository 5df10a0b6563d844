import * as fc from 'fast-check';
import { attribute } from './incident-attribution';
import type { BegunIncident, LiveDeployment } from './incident-attribution';

const deployment = (id: string, at: number, parts: Partial<LiveDeployment> = {}): LiveDeployment => ({
  ...{ id, at, environment: 'production', service: 'shop', version: null },
  ...parts,
});
const incident = (at: number, parts: Partial<BegunIncident> = {}): BegunIncident => ({
  ...{ at, environment: 'production', service: 'shop', version: null },
  ...parts,
});
const always = { from: 0, to: 1000 };
const told = [
  deployment('a', 10, { version: '1' }),
  deployment('b', 20, { version: '2' }),
  deployment('pay', 25, { service: 'pay', version: '7' }),
  deployment('test', 28, { environment: 'test' }),
  deployment('c', 30, { version: '3' }),
];

test.each([
  ['before all', incident(9), 'nothing-live'],
  ['in the moment of the first', incident(10), 'a'],
  ['between two', incident(29), 'b'],
  ['after the last', incident(31), 'c'],
  ['too long after the last', incident(131), 'too-old'],
  ['of another service', incident(40, { service: 'pay' }), 'pay'],
  ['of a service that never was deployed', incident(40, { service: 'mail' }), 'nothing-live'],
  ['of no service: what came last', incident(29, { service: null }), 'pay'],
  ['of no service, with a version that is live', incident(29, { service: null, version: '2' }), 'b'],
  ['with a version that is not live any more', incident(31, { version: '2' }), 'nothing-live'],
  ['in another environment', incident(40, { environment: 'test' }), 'test'],
  ['after what is known', incident(1001), 'outside'],
])('an incident %s', (_, begun, expected) => {
  const found = attribute(begun, told, always, 100);
  expect(found.kind === 'deployment' ? found.id : found.because).toBe(expected);
});

const environment = fc.constantFrom('staging', 'production');
const service = fc.constantFrom('shop', 'pay', null);
const version = fc.constantFrom('1', '2', null);
const moment = fc.integer({ min: 0, max: 40 });
const history = fc
  .array(fc.record({ environment, service, version, at: moment }), { maxLength: 25 })
  .map((all) => all.map((one, n): LiveDeployment => ({ ...one, id: String(n).padStart(2, '0') })));
const begun = fc.record({ environment, service, version, at: moment });
const age = fc.integer({ min: 0, max: 40 });

test('an import of any window says the same or that it does not know, and never names another deployment', () => {
  fc.assert(
    fc.property(history, begun, age, moment, moment, (all, one, mostAge, a, b) => {
      const [from, to] = [Math.min(a, b), Math.max(a, b)];
      const whole = attribute(one, all, { from: 0, to: 40 }, mostAge);
      const some = all.filter(({ at }) => at >= from && at <= to);
      const part = attribute(one, some, { from, to }, mostAge);
      if (part.kind === 'deployment') expect(part).toEqual(whole);
    }),
    { numRuns: 2000 },
  );
});

test('what was deployed before the live one, and after the incident began, changes nothing, and neither does the order', () => {
  fc.assert(
    fc.property(history, begun, age, (all, one, mostAge) => {
      const whole = attribute(one, all, { from: 0, to: 40 }, mostAge);
      expect(attribute(one, all.toReversed(), { from: 0, to: 40 }, mostAge)).toEqual(whole);
      expect(
        attribute(
          one,
          all.filter(({ at }) => at <= one.at),
          { from: 0, to: 40 },
          mostAge,
        ),
      ).toEqual(whole);
      if (whole.kind !== 'deployment') return;
      const since = all.find(({ id }) => id === whole.id)?.at ?? 0;
      expect(
        attribute(
          one,
          all.filter(({ at }) => at >= since),
          { from: since, to: 40 },
          mostAge,
        ),
      ).toEqual(whole);
    }),
    { numRuns: 1000 },
  );
});
