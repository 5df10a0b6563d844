import fc from 'fast-check';
import { day } from '../../kernel/instant';
import { asSpans, dayEnds, histories, valueAt } from './flow.fixture';
import type { Held } from './flow.fixture';
import { flowByAge } from './flow-by-age';

const isOpen = Uint8Array.of(1, 1, 0);
const upTo = [2, 5];
const count = (issues: readonly (readonly Held[])[], created: readonly number[], at: number, firstDay: number) =>
  flowByAge({ status: asSpans(issues), isOpen, created: Float64Array.from(created) }, upTo, { at, firstDay });

test('a defect grows out of its band, and leaves when it is done', () => {
  const issues = [
    [
      { value: 0, from: 12 },
      { value: 2, from: 6 * day + 20 },
    ],
  ];
  const { counts, bands, days } = count(issues, [12], 7 * day, 0);
  const band = (place: number): number => counts.subarray(place * bands, (place + 1) * bands).indexOf(1);
  expect(Array.from({ length: days }, (_, place) => band(place))).toEqual([0, 0, 1, 1, 1, 2, -1, -1]);
});

test('what was closed for a while comes back older', () => {
  const issues = [
    [
      { value: 0, from: 0 },
      { value: 2, from: 1 },
      { value: 0, from: 3 * day },
    ],
  ];
  expect([...count(issues, [0], 3 * day + 1, 0).counts]).toEqual([0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 0]);
});

test('every day counts what the histories say of it', () => {
  fc.assert(
    fc.property(
      histories(3),
      fc.array(fc.integer({ min: -9, max: 9 }), { maxLength: 12 }),
      ({ issues, at, firstDay }, shifts) => {
        // A creation that does not fit the first status is what moved and imported issues have.
        const created = issues.map((held, n) => (held[0]?.from ?? 0) - (shifts[n] ?? 0) * day);
        const naive = dayEnds(at, firstDay).flatMap((moment) => {
          const bands = [0, 0, 0];
          issues.forEach((held, n) => {
            const value = valueAt(held, moment);
            if (value === undefined || isOpen[value] !== 1) return;
            const age = moment - (created[n] ?? 0);
            const band = upTo.filter((days) => age >= days * day).length;
            bands[band] = (bands[band] ?? 0) + 1;
          });
          return bands;
        });
        expect([...count(issues, created, at, firstDay).counts]).toEqual(naive);
      },
    ),
  );
});
