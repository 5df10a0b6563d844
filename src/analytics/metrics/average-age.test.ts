import fc from 'fast-check';
import { day } from '../../kernel/instant';
import { averageAges } from './average-age';
import { asSpans, dayEnds, histories, valueAt } from './flow.fixture';

const isOpen = Uint8Array.of(1, 1, 0);

test('two open defects of different ages', () => {
  const issues = [[{ value: 0, from: 0 }], [{ value: 1, from: day }]];
  const ages = averageAges(asSpans(issues), isOpen, Float64Array.of(0, day), 2.5 * day, 0);
  expect([...ages]).toEqual([1, 1.5, 2]);
});

test('nothing open has no age', () => {
  expect([...averageAges(asSpans([[{ value: 2, from: 0 }]]), isOpen, Float64Array.of(0), day, 0)]).toEqual([NaN, NaN]);
});

test('every day says the mean of what was open then', () => {
  fc.assert(
    fc.property(histories(3), ({ issues, at, firstDay }) => {
      const created = issues.map((held) => held[0]?.from ?? 0);
      const ages = averageAges(asSpans(issues), isOpen, Float64Array.from(created), at, firstDay);
      dayEnds(at, firstDay).forEach((moment, place) => {
        const open = created.filter((_, n) => isOpen[valueAt(issues[n] ?? [], moment) ?? 2] === 1);
        const mean = open.reduce((sum, born) => sum + moment - born, 0) / open.length / day;
        // Days end with their last millisecond here, and with the next day's first one there.
        if (open.length === 0) expect(ages[place]).toBeNaN();
        else expect(Math.abs((ages[place] ?? 0) - mean)).toBeLessThan(1e-7);
      });
    }),
  );
});
