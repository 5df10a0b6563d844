import fc from 'fast-check';
import { flowGroupings, flowRanges, flowViewSchema } from '../../contracts/flow';
import type { FlowMarker, FlowView } from '../../contracts/flow';
import { daysToAsk, shownFlow } from '../../contracts/flow-days';
import type { AskedDays } from '../../contracts/flow-days';
import { day } from '../../kernel/instant';
import { project } from '../screen.fixture';
import { aHistory, noon } from './flow.fixture';
import type { SampleDefect } from './flow.fixture';
import { flowView } from './view-model';
import type { AskedFlow } from './view-model';

/** The screen asks once for all days and cuts what somebody wants to see; the back end, asked for the same, says the same. */

const today = 100;
const now = new Date(noon(today)).toISOString();
const everything: AskedFlow = { range: 'all', from: null, to: null, by: 'status', stages: null };
const dated = (n: number): string => new Date(noon(n)).toISOString().slice(0, 10);

const marked: readonly FlowMarker[] = Array.from({ length: 400 }, (_, n) => ({
  ...{ day: Math.floor(noon(today - 399 + n) / day), kind: 'release', name: `4.${n}` },
}));
const markersBetween = (first: number, last: number) => marked.filter((marker) => marker.day >= first && marker.day <= last);

function told(sample: readonly SampleDefect[], asked: AskedFlow): FlowView {
  const history = aHistory(sample);
  return flowViewSchema.parse(flowView({ project, history, asked, markersBetween, revision: 'r', now }));
}

/** But for how far the figures were looked through, and how much more than a reading needs was counted before it. */
function figures({ check, reading, alsoBy, ...view }: FlowView) {
  const others = alsoBy.toSorted((a, b) => (a.by < b.by ? -1 : 1));
  return { ...view, alsoBy: others, reading: { ...reading, lead: Math.min(reading.lead, reading.days) }, defects: check.defects };
}

const moments = fc.integer({ min: noon(-500), max: noon(today + 2) });
const steps = (values: readonly string[], most: number) =>
  fc
    .array(fc.tuple(fc.constantFrom(...values), moments), { minLength: 1, maxLength: most })
    .map((all) => all.sort(([, a], [, b]) => a - b));
const samples = fc.array(fc.record({ status: steps(['1', '2', '3', '4'], 6), severity: steps(['S1', 'S2', 'S4'], 3) }), {
  maxLength: 12,
});
const dates = fc.option(fc.integer({ min: -600, max: today + 5 }).map(dated), { nil: null });
const stages = [
  { statuses: ['2', '1'], name: 'Work' },
  { statuses: ['4'], name: null },
];

test('what is cut out of all days is to the digit what the back end answers', () => {
  fc.assert(
    fc.property(
      samples,
      fc.record({
        ...{ range: fc.constantFrom(...flowRanges), from: dates, to: dates },
        ...{ by: fc.constantFrom(...flowGroupings), stages: fc.constantFrom(null, stages) },
      }),
      (sample, asked) => {
        const all = told(sample, { ...everything, stages: asked.stages });
        const own = told(sample, asked);
        const known = daysToAsk(asked, all) === null ? all : own;
        expect(figures(shownFlow(known, asked))).toEqual(figures(shownFlow(own, asked)));
      },
    ),
    { numRuns: 100 },
  );
});

const old: readonly SampleDefect[] = [
  { status: [['1', noon(-3000)]] },
  {
    status: [
      ['1', noon(-1500)],
      ['3', noon(-20)],
    ],
  },
];

test.each([
  [{ range: '365', from: null, to: null }, null],
  [{ range: 'all', from: null, to: null }, null],
  [{ range: '30', from: dated(-900), to: null }, null],
  [{ range: 'all', from: null, to: dated(90) }, 'asked'],
  [{ range: '30', from: dated(-2000), to: dated(-1990) }, 'asked'],
] as const)('a project of many years has the last three of them at hand: %j', (asked, wanted) => {
  const all = told(old, everything);
  expect([all.days, all.cut]).toEqual([1095, true]);
  expect(daysToAsk(asked, all)).toEqual(wanted === null ? null : asked);
  const own = told(old, { ...everything, ...asked });
  const shown = shownFlow(wanted === null ? all : own, { ...asked, by: 'status' });
  expect(figures(shown)).toEqual(figures(shownFlow(own, { ...asked, by: 'status' })));
  expect(daysToAsk(asked, own)).toEqual(daysToAsk(asked, all));
});

test('days before the first defect are asked for', () => {
  const all = told([{ status: [['1', noon(60)]] }], everything);
  expect(daysToAsk({ range: '30', from: dated(10), to: dated(20) }, all)).not.toBeNull();
  expect(daysToAsk({ range: '30', from: dated(10), to: dated(70) }, all)).toBeNull();
});

test('days that are not there yet leave what is there', () => {
  const all = told(old, everything);
  const asked: AskedDays = { range: '30', from: dated(-2000), to: dated(-1990) };
  expect(shownFlow(all, { ...asked, by: 'severity' })).toMatchObject({ days: 1095, by: 'severity' });
});

test('the newest sixty markers of the days that are shown are marked, whichever these are', () => {
  const all = told([{ status: [['1', noon(-290)]] }], everything);
  const asked = { range: '30', from: dated(-250), to: dated(-100), by: 'status' } as const;
  const names = shownFlow(all, asked).markers.map((marker) => marker.day);
  expect([names.length, names[0], names.at(-1)]).toEqual([60, Math.floor(noon(-159) / day), Math.floor(noon(-100) / day)]);
});

test('a band that grew is named in each grouping', () => {
  const grown = Array.from({ length: 4 }, (_, n): SampleDefect => ({
    ...{ status: [['1', noon(90 + n)]], severity: [['S2', noon(90 + n)]] },
  }));
  const all = told([...grown, { status: [['2', noon(1)]] }], everything);
  const names = flowGroupings.map((by) => shownFlow(all, { ...everything, by }).summary.grown?.band);
  expect(names).toEqual(['1', 'new', 'S2', 'to-30']);
});
