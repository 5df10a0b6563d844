import fc from 'fast-check';
import { columnValueAt, packColumns, spansOf, unpackColumns } from './history-columns';
import type { TimedDefect } from './history-columns';
import { heldAt } from './timeline';
import type { Span } from './timeline';

const start = Date.UTC(2026, 0, 1);
const instant = (ms: number) => new Date(start + ms).toISOString();

/** Spans without gaps, as timelines are. */
const spans = fc.uniqueArray(fc.nat(1_000_000_000), { maxLength: 8 }).chain((moments) =>
  fc
    .array(fc.option(fc.constantFrom('1', '3', 'S1', 'S2')), { minLength: moments.length, maxLength: moments.length })
    .map((values) =>
      [...moments]
        .sort((a, b) => a - b)
        .map((at, n, all): Span => {
          const next = all[n + 1];
          return { value: values[n] ?? null, label: null, from: instant(at), to: next === undefined ? null : instant(next) };
        }),
    ),
);
const defects: fc.Arbitrary<TimedDefect[]> = fc.array(
  fc.record({
    id: fc.nat(100_000).map(String),
    securityLevel: fc.option(fc.constantFrom('10', '11')),
    history: fc.record({ status: spans, severity: spans }),
  }),
  { maxLength: 12 },
);

test('what is packed in any number of chunks comes back as it was', () => {
  fc.assert(
    fc.property(defects, defects, (some, others) => {
      const chunks = [some, others].map(packColumns);
      expect(JSON.parse(JSON.stringify(chunks))).toEqual(chunks);
      const columns = unpackColumns(chunks);
      const all = [...some, ...others];
      expect(columns.ids).toEqual(all.map(({ id }) => id));
      expect(columns.levels).toEqual(all.map(({ securityLevel }) => securityLevel));
      all.forEach(({ history }, n) => {
        expect(spansOf(columns.status, n)).toEqual(history.status);
        expect(spansOf(columns.severity, n)).toEqual(history.severity);
      });
    }),
  );
});

test('the value at a moment is what the spans say', () => {
  fc.assert(
    fc.property(defects, fc.nat(1_100_000_000), (all, ms) => {
      const columns = unpackColumns([packColumns(all)]);
      all.forEach(({ history }, n) => {
        expect(columnValueAt(columns.status, n, start + ms)).toBe(heldAt(history.status, instant(ms))?.value);
      });
    }),
  );
});
