import fc from 'fast-check';
import { day } from '../kernel/instant';
import { dayCounts } from './day-counts';
import { openThen } from './open-then';
import type { Span } from './timeline';

const firstDay = 20_000;
const days = 20;
const category = new Map([
  ['1', 'new'],
  ['2', 'indeterminate'],
  ['3', 'done'],
]);
const categoryOf = (status: string): string | null => category.get(status) ?? null;
const at = (moment: number): string => new Date(firstDay * day + moment).toISOString();

const spans = fc
  .uniqueArray(
    fc.record({
      value: fc.constantFrom('1', '2', '3', '77', null),
      moment: fc.integer({ min: -3 * day, max: (days + 3) * day }),
    }),
    { selector: ({ moment }) => moment, maxLength: 6 },
  )
  .map((steps): Span[] => {
    const sorted = steps.toSorted((a, b) => a.moment - b.moment);
    return sorted.map(({ value, moment }, n) => {
      const next = sorted[n + 1];
      return { value, label: value, from: at(moment), to: next === undefined ? null : at(next.moment) };
    });
  });

test('the defects behind a day of a trend are as many as the trend has on that day', () => {
  fc.assert(
    fc.property(fc.array(spans, { maxLength: 5 }), (all) => {
      const histories = all.map((status) => ({ status, severity: [] }));
      const defects = histories.map((history) => ({ securityLevel: null, history, isLate: () => false }));
      const counted = dayCounts(defects, { firstDay, days }, categoryOf).levels[0];
      for (let n = 0; n < days; n += 1) {
        const end = at((n + 1) * day - 1);
        const open = (counted?.open ?? []).reduce((sum, counts) => sum + (counts[n] ?? 0), 0);
        expect(histories.filter((history) => openThen(history, end, categoryOf)).length).toBe(open);
      }
    }),
  );
});
