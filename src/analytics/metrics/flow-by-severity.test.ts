import fc from 'fast-check';
import { day } from '../../kernel/instant';
import { asSpans, dayEnds, histories, valueAt } from './flow.fixture';
import type { Held } from './flow.fixture';
import { flowBySeverity } from './flow-by-severity';

/** Statuses 0 and 1 are open, 2 is done; the severity field holds 0 or 1, and 2 is what was never set. */
const isOpen = Uint8Array.of(1, 1, 0);
const bandOf = Uint16Array.of(0, 1);
const count = (status: readonly (readonly Held[])[], severity: readonly (readonly Held[])[], at: number, firstDay: number) =>
  flowBySeverity({ status: asSpans(status), severity: asSpans(severity), isOpen, bandOf, unset: 2 }, { at, firstDay, bands: 3 });

test('an open defect counts with the severity that it had on that day', () => {
  const status = [
    [
      { value: 0, from: 0 },
      { value: 2, from: 3 * day },
    ],
  ];
  const severity = [
    [
      { value: 1, from: 0 },
      { value: 0, from: day + 1 },
    ],
  ];
  expect([...count(status, severity, 4 * day, 0).counts]).toEqual([0, 1, 0, 1, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0]);
});

test('while the field has no value, the defect counts as not set', () => {
  const counted = count([[{ value: 0, from: 0 }]], [[{ value: 0, from: 2 * day }]], 2 * day + 5, 0);
  expect([...counted.counts]).toEqual([0, 0, 1, 0, 0, 1, 1, 0, 0]);
});

test('a defect without any severity is not set, and what is done counts nowhere', () => {
  expect([...count([[{ value: 1, from: 0 }], [{ value: 2, from: 0 }]], [[], []], 5, 0).counts]).toEqual([0, 0, 1]);
});

test('every day counts what the histories say of it', () => {
  fc.assert(
    fc.property(histories(3), fc.array(histories(2), { maxLength: 1 }), ({ issues, at, firstDay }, others) => {
      const severity = issues.map((_, n) => others[0]?.issues[n] ?? []);
      const naive = dayEnds(at, firstDay).flatMap((moment) => {
        const bands = [0, 0, 0];
        issues.forEach((held, n) => {
          const value = valueAt(held, moment);
          if (value === undefined || isOpen[value] !== 1) return;
          const band = valueAt(severity[n] ?? [], moment) ?? 2;
          bands[band] = (bands[band] ?? 0) + 1;
        });
        return bands;
      });
      expect([...count(issues, severity, at, firstDay).counts]).toEqual(naive);
    }),
  );
});
