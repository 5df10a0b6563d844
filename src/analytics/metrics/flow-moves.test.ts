import fc from 'fast-check';
import { day } from '../../kernel/instant';
import { asSpans, dayEnds, histories, valueAt } from './flow.fixture';
import type { Held } from './flow.fixture';
import { flow, outside } from './flow';
import { flowMoves } from './flow-moves';

/** To do, in progress, done. */
const isOpen = Uint8Array.of(1, 1, 0);
const rank = Uint16Array.of(0, 1, 2);
const moves = (issues: readonly (readonly Held[])[], at: number, firstDay: number) =>
  flowMoves({ status: asSpans(issues), isOpen, rank }, at, firstDay);

test('a defect that comes back arrives once more, and its way back is one', () => {
  const issue = [
    { value: 0, from: 0 },
    { value: 1, from: 5 },
    { value: 2, from: day },
    { value: 1, from: 2 * day },
    { value: 0, from: 2 * day + 1 },
  ];
  const { arrivals, departures, backward } = moves([issue], 3 * day, 0);
  expect([[...arrivals], [...departures], [...backward]]).toEqual([
    [1, 0, 1, 0],
    [0, 1, 0, 0],
    [0, 0, 2, 0],
  ]);
});

test('what was created done neither arrives nor departs', () => {
  const { arrivals, departures } = moves([[{ value: 2, from: 0 }]], day, 0);
  expect([...arrivals, ...departures]).toEqual([0, 0, 0, 0]);
});

test('on every day: what was open before, plus arrivals, less departures, is what is open', () => {
  fc.assert(
    fc.property(histories(3), ({ issues, at, firstDay }) => {
      const open = (moment: number): number => issues.filter((held) => isOpen[valueAt(held, moment) ?? 2] === 1).length;
      const { arrivals, departures } = moves(issues, at, firstDay);
      let before = open(firstDay * day - 1);
      dayEnds(at, firstDay).forEach((moment, place) => {
        before += (arrivals[place] ?? 0) - (departures[place] ?? 0);
        expect(before).toBe(open(moment));
      });
    }),
  );
});

test('the moves agree with the bands that are drawn', () => {
  fc.assert(
    fc.property(histories(3), ({ issues, at, firstDay }) => {
      const { counts } = flow(asSpans(issues), Uint16Array.of(0, 0, outside), 1, at, firstDay);
      const { arrivals, departures } = moves(issues, at, firstDay);
      for (let place = 1; place < counts.length; place += 1) {
        const change = (counts[place] ?? 0) - (counts[place - 1] ?? 0);
        expect(change).toBe((arrivals[place] ?? 0) - (departures[place] ?? 0));
      }
    }),
  );
});
