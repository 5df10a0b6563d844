import { readFlow } from './flow-reading';
import type { FlowDays } from './flow-reading';

/** Days that all are alike; `open` goes on from what was there before by what comes and goes. */
function days(count: number, { came = 0, went = 0, before = 0, ages = (place: number) => place * 0 + 10 }): FlowDays {
  return {
    arrivals: new Uint32Array(count).fill(came),
    departures: new Uint32Array(count).fill(went),
    open: Int32Array.from({ length: count }, (_, place) => before + (place + 1) * (came - went)),
    averageAge: Float64Array.from({ length: count }, (_, place) => ages(place)),
  };
}

test('ten open, one coming and one going a day: each stays ten days', () => {
  expect(readFlow(days(60, { came: 1, went: 1, before: 10 }), 59)).toEqual({
    ...{ days: 30, arrivals: 30, departures: 30, meanOpen: 10, approximateAge: 10, doubts: [] },
  });
});

test('at the beginning of a history it rests on fewer days', () => {
  expect(readFlow(days(60, { came: 2, went: 2, before: 4 }), 9)).toMatchObject({ days: 10, departures: 20, approximateAge: 2 });
});

test.each<[string, FlowDays, string[]]>([
  ['nothing departed', days(30, { before: 10 }), ['nothing-departed']],
  ['more come than go', days(30, { came: 3, went: 1, before: 5 }), ['growing', 'unbalanced', 'longer-than-window']],
  ['more go than come', days(30, { came: 1, went: 2, before: 60 }), ['shrinking', 'unbalanced']],
  ['what is open has to wait longer than the window', days(30, { came: 1, went: 1, before: 100 }), ['longer-than-window']],
  ['some are never worked on', days(30, { came: 1, went: 1, before: 10, ages: (place) => place * 0.6 }), ['getting-older']],
  ['few days, few departures', days(3, { came: 1, went: 1, before: 2 }), ['few']],
])('a doubt where %s', (_, flow, doubts) => {
  expect(readFlow(flow, flow.open.length - 1).doubts).toEqual(doubts);
});

test('a fifth more or less is no doubt yet', () => {
  const flow = days(30, { went: 0, before: 100 });
  flow.arrivals.set([50], 10);
  flow.departures.set([40], 20);
  expect(readFlow(flow, 29).doubts).toEqual(['longer-than-window']);
});

test('without departures there is no answer, and an empty project raises no doubt of growth', () => {
  expect(readFlow(days(30, {}), 29)).toMatchObject({ approximateAge: null, meanOpen: 0, doubts: ['nothing-departed'] });
});
