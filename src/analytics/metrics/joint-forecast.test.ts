import fc from 'fast-check';
import { jointForecast } from './joint-forecast';

const days = 5;

test('a course of things ends with the latest of its releases', () => {
  const joint = jointForecast([Uint8Array.of(0, 1, 2, 5), Uint8Array.of(1, 1, 0, 0)], days);
  expect([...joint.by]).toEqual([0, 0.5, 0.75, 0.75, 0.75]);
  expect([...joint.last]).toEqual([0.75, 0.5]);
});

test('of no release nothing is known', () => expect([...jointForecast([], days).by]).toEqual([0, 0, 0, 0, 0]));

test('all together are never earlier than one of them alone', () => {
  const runs = fc.array(fc.integer({ min: 0, max: days }), { minLength: 20, maxLength: 20 }).map((all) => Uint8Array.from(all));
  fc.assert(
    fc.property(fc.array(runs, { minLength: 1, maxLength: 4 }), (all) => {
      const joint = jointForecast(all, days);
      for (const one of all)
        jointForecast([one], days).by.forEach((alone, d) => expect(joint.by[d]).toBeLessThanOrEqual(alone + 1e-12));
      expect(joint.last.reduce((sum, share) => sum + share, 0)).toBeGreaterThanOrEqual(1 - 1e-12);
    }),
  );
});
