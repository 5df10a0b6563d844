import fc from 'fast-check';
import { flowGroupings, flowViewSchema } from '../../contracts/flow';
import type { FlowGrouping, FlowRange } from '../../contracts/flow';
import { day } from '../../kernel/instant';
import type { ProjectHistory } from '../charts/visible-history';
import { project } from '../screen.fixture';
import { aHistory, noon } from './flow.fixture';
import type { SampleDefect } from './flow.fixture';
import { defectsInBand, flowView } from './view-model';
import type { AskedFlow } from './view-model';

const today = 100;
const now = new Date(noon(today)).toISOString();
const everything = { range: '30' as FlowRange, from: null, to: null, by: 'status' as FlowGrouping, stages: null };
const asked = (history: ProjectHistory, parts: Partial<AskedFlow>) =>
  flowViewSchema.parse(
    flowView({ project, history, asked: { ...everything, ...parts }, markersBetween: () => [], revision: 'r', now }),
  );
const view = (history: ProjectHistory, by: FlowGrouping = 'status', range: FlowRange = '30') => asked(history, { by, range });
const lastCounts = (history: ProjectHistory, by: FlowGrouping) =>
  Object.fromEntries(view(history, by).bands.map(({ name, counts }) => [name, counts.at(-1)]));

const some: SampleDefect[] = [
  { status: [['1', noon(2)]], severity: [['S2', noon(2)]] },
  {
    status: [
      ['1', noon(60)],
      ['2', noon(80)],
      ['3', noon(90)],
    ],
    severity: [['S1', noon(60)]],
  },
  {
    status: [
      ['1', noon(85)],
      ['2', noon(86)],
      ['1', noon(95)],
    ],
    severity: [
      ['S4', noon(85)],
      ['S1', noon(99)],
    ],
  },
  {
    status: [
      ['2', noon(97)],
      ['4', noon(98)],
    ],
  },
];

test('the days shown end with today, and each band counts what is in it then', () => {
  const { firstDay, days, bands, check } = view(aHistory(some));
  expect([firstDay + days - 1, days]).toEqual([Math.floor(noon(today) / day), 30]);
  expect(bands.map(({ name, kind, counts }) => [name, kind, counts[0], counts.at(-1)])).toEqual([
    ['Open', 'new', 2, 2],
    ['Doing', 'indeterminate', 0, 0],
    ['Done', 'done', 0, 2],
  ]);
  expect(check).toEqual({ wrongDays: 0, differing: [], defects: 4 });
});

test('bands by category, severity and age', () => {
  const history = aHistory(some);
  expect(lastCounts(history, 'category')).toEqual({ 'To do': 2, 'In progress': 0, Done: 2 });
  expect(lastCounts(history, 'severity')).toEqual({ S4: 0, S3: 0, S2: 1, S1: 1, 'Not set': 0 });
  expect(lastCounts(history, 'age')).toEqual({
    ...{ 'Younger than 7 days': 0, '7 to 29 days': 1, '30 to 89 days': 0, '90 to 179 days': 1, '180 days and older': 0 },
  });
});

test('what came, went and went back, and what it comes to', () => {
  const { summary, arrivals, departures, backward } = view(aHistory(some));
  expect(summary).toMatchObject({ backward: 1, open: { now: 2, week: 2, month: 2 } });
  expect([summary.arrivals, summary.departures]).toEqual([
    { now: 2, week: 1, month: 1 },
    { now: 2, week: 1, month: 0 },
  ]);
  expect(summary.sentence).toBe('2 open, as many as a month ago: 2 came and 2 went.');
  expect([arrivals, departures, backward].map((counts) => counts.reduce((sum, n) => sum + n, 0))).toEqual([2, 2, 1]);
  expect(summary.averageAge).toEqual({ now: 56.5, week: 50, month: 39.5 });
});

test('what is open on a day is what was open before, plus arrivals, less departures', () => {
  const { bands, arrivals, departures } = view(aHistory(some), 'severity', 'all');
  const open = arrivals.map((_, place) => bands.reduce((sum, { counts }) => sum + (counts[place] ?? 0), 0));
  open.forEach((count, place) => {
    expect(count).toBe((open[place - 1] ?? 0) + (arrivals[place] ?? 0) - (departures[place] ?? 0));
  });
});

test('a project that is younger than the range shows what there is, and compares with nothing', () => {
  const { days, summary, cut } = view(aHistory([{ status: [['1', noon(95)]] }]), 'status', '365');
  expect([days, cut, summary.open.month, summary.grown]).toEqual([6, false, null, null]);
  expect(summary.sentence).toBe('1 open. The first came 5 days ago; 1 came and 0 went since then.');
});

test('an empty project', () => {
  const { days, bands, summary, check } = view(aHistory([]), 'status', 'all');
  expect([days, bands, check.defects]).toEqual([1, [], 0]);
  expect(summary.sentence).toBe('No defect has been reported yet.');
  expect(summary.averageAge.now).toBeNull();
});

test('a long history is shown for three years', () => {
  const { days, cut } = view(aHistory([{ status: [['1', noon(-3000)]] }]), 'status', 'all');
  expect([days, cut]).toEqual([1095, true]);
});

test('days of the past end where they were asked to, and what is said of now stays', () => {
  const dates = { from: '2026-03-20', to: '2026-03-31' };
  const { firstDay, days, today: last, cut, bands, summary, reading } = asked(aHistory(some), dates);
  expect([firstDay * day, days, cut]).toEqual([Date.parse('2026-03-20'), 12, false]);
  expect(last).toBe(Math.floor(noon(today) / day));
  expect(bands.map(({ name, counts }) => [name, counts.at(0), counts.at(-1)])).toEqual([
    ['Open', 2, 1],
    ['Doing', 0, 1],
    ['Done', 0, 1],
  ]);
  expect([summary, reading.lead]).toEqual([view(aHistory(some)).summary, 38]);
});

test.each([
  ['to a day alone, as far back as the range', { to: '2026-03-31' }, '2026-03-02', 30],
  ['from a day alone, up to today', { from: '2026-04-01' }, '2026-04-01', 10],
  ['the wrong way round', { from: '2026-04-05', to: '2026-04-01' }, '2026-04-01', 1],
  ['into the future', { from: '2026-04-09', to: '2027-01-01' }, '2026-04-09', 2],
  ['from before there were defects', { from: '2020-01-01', to: '2026-01-05' }, '2026-01-02', 4],
])('own days: %s', (_, dates, first, count) => {
  const { firstDay, days, bands, arrivals } = asked(aHistory(some), dates);
  expect([new Date(firstDay * day).toISOString().slice(0, 10), days]).toEqual([first, count]);
  expect([bands[0]?.counts.length, arrivals.length]).toEqual([count, count]);
});

describe('stages that somebody chose', () => {
  const stages = [
    { statuses: ['2'], name: null },
    { statuses: ['3', '4'], name: 'Closed' },
  ];

  test('the first begins the flow, the last ends it, and the others are left out', () => {
    const { bands, workflow, arrivals, departures, summary, check } = asked(aHistory(some), { stages });
    expect(bands.map(({ id, name, kind, counts }) => [id, name, kind, counts.at(-1)])).toEqual([
      ['2', 'Doing', 'indeterminate', 0],
      ['3', 'Closed', 'done', 2],
    ]);
    expect(workflow.map(({ name, band, now: count }) => [name, band, count])).toEqual([
      ['Open', null, 2],
      ['Doing', '2', 0],
      ['Done', '3', 2],
    ]);
    const sum = (counts: readonly number[]) => counts.reduce((total, n) => total + n, 0);
    expect([sum(arrivals), sum(departures), summary.open]).toEqual([3, 3, { now: 0, week: 1, month: 0 }]);
    expect(check).toEqual({ wrongDays: 0, differing: [], defects: 4 });
  });

  test('the last stage is the end also where Jira does not call it done', () => {
    const ends = [
      { statuses: ['1'], name: null },
      { statuses: ['2'], name: 'Fixed' },
    ];
    const { bands } = asked(aHistory(some), { stages: ends, by: 'category' });
    expect(bands.map(({ name, counts }) => [name, counts.at(-1)])).toEqual([
      ['To do', 2],
      ['In progress', 0],
      ['Done', 0],
    ]);
  });

  test('several statuses are one, with their names or one of its own; moves between them are none', () => {
    const together = [
      { statuses: ['1', '2'], name: null },
      { statuses: ['3'], name: null },
    ];
    const { bands, summary } = asked(aHistory(some), { stages: together });
    expect(bands.map(({ name }) => name)).toEqual(['Open + Doing', 'Done']);
    expect(summary.backward).toBe(0);
  });

  test('stages that name nothing here are as good as none', () => {
    const strange = [
      { statuses: ['77'], name: null },
      { statuses: ['78'], name: null },
    ];
    expect(asked(aHistory(some), { stages: strange }).bands).toEqual(view(aHistory(some)).bands);
  });
});

test('a band that grew is named first', () => {
  const grown = Array.from({ length: 4 }, (_, n): SampleDefect => ({ status: [['1', noon(90 + n)]] }));
  const { grown: most } = view(aHistory([...grown, { status: [['2', noon(1)]] }])).summary;
  expect(most).toEqual({ band: '1', sentence: '“Open” has grown most: 4, 4 more than a month ago.' });
});

test('where Jira says something else than the history, it is shown', () => {
  const history = aHistory([{ status: [['1', noon(50)]], row: { statusId: '2', status: 'Doing' } }]);
  const { wrongDays, differing } = view(history).check;
  expect([wrongDays, differing]).toEqual([
    0,
    [
      { name: 'Open', counted: 1, now: 0 },
      { name: 'Doing', counted: 0, now: 1 },
    ],
  ]);
});

test('days on which the bands do not add up are counted', () => {
  const history = aHistory([{ status: [['1', noon(90)]] }], { created: Float64Array.of(noon(88)) });
  expect(view(history).check.wrongDays).toBe(2);
});

test('a status that is gone has the name that a defect still has, or says that it is gone; it was open', () => {
  const history = aHistory([
    { status: [['77', noon(90)]] },
    {
      status: [
        ['78', noon(90)],
        ['3', noon(95)],
      ],
    },
  ]);
  expect(view(history).bands.map(({ name, kind }) => [name, kind])).toEqual([
    ['Old', 'new'],
    ['A status that is gone', 'indeterminate'],
    ['Done', 'done'],
  ]);
});

test('statuses that are hardly ever used stand together', () => {
  const many = Array.from({ length: 20 }, (_, n): SampleDefect => ({
    status: [
      [String(200 + n), noon(50)],
      [n < 12 ? String(200 + n) : '3', noon(51)],
    ],
    row: { status: `Status ${n}` },
  }));
  const named = new Map(many.map(({ status }, n) => [status[0]?.[0] ?? '', { id: '', name: `Status ${n}`, category: 'new' }]));
  const { bands, check } = view(
    aHistory(many, { statuses: new Map([...named, ['3', { id: '3', name: 'Done', category: 'done' }]]) }),
  );
  expect(bands).toHaveLength(13);
  expect(bands.find(({ id }) => id === 'other-new')?.name).toBe('Others to do');
  expect(check.wrongDays).toBe(0);
});

const steps = (values: readonly string[]) =>
  fc
    .array(fc.tuple(fc.constantFrom(...values), fc.integer({ min: noon(1), max: noon(today + 3) })), {
      minLength: 1,
      maxLength: 5,
    })
    .map((all) => all.sort(([, a], [, b]) => a - b));
const defects = fc.array(fc.record({ status: steps(['1', '2', '3', '4']), severity: steps(['S1', 'S2', 'nonsense']) }), {
  maxLength: 8,
});

const someStages = [
  { statuses: ['2', '1'], name: 'Work' },
  { statuses: ['4'], name: null },
];

test('the list behind a point has as many defects as the point says, and every day adds up', () => {
  fc.assert(
    fc.property(
      defects,
      fc.constantFrom(...flowGroupings),
      fc.constantFrom(null, someStages),
      fc.nat(89),
      (sample, by, stages, place) => {
        const history = aHistory(sample.map(({ status, severity }) => ({ status, severity })));
        const { bands, firstDay, arrivals, departures, check } = asked(history, { by, stages, range: '90' });
        expect(check.wrongDays).toBe(0);
        const open = arrivals.map((_, n) =>
          bands.reduce((sum, { kind, counts }) => sum + (kind === 'done' ? 0 : (counts[n] ?? 0)), 0),
        );
        open.slice(1).forEach((count, n) => {
          expect(count).toBe((open[n] ?? 0) + (arrivals[n + 1] ?? 0) - (departures[n + 1] ?? 0));
        });
        for (const { id, counts } of bands) {
          const count = counts[place];
          if (count === undefined) continue;
          expect(defectsInBand(history, { by, stages, band: id, day: firstDay + place }, now).total).toBe(count);
        }
      },
    ),
    { numRuns: 60 },
  );
});

test('the list behind a point is cut at 500, oldest first, and says how many there are', () => {
  const history = aHistory(Array.from({ length: 600 }, (_, n): SampleDefect => ({ status: [['1', noon(90) - n]] })));
  const { ids, total } = defectsInBand(history, { by: 'status', stages: null, band: '1', day: Math.floor(noon(95) / day) }, now);
  expect([ids.length, total, ids[0]]).toEqual([500, 600, '699']);
  expect(defectsInBand(history, { by: 'status', stages: null, band: null, day: Math.floor(noon(95) / day) }, now).total).toBe(
    600,
  );
  expect(
    defectsInBand(history, { by: 'status', stages: null, band: 'unknown', day: Math.floor(noon(95) / day) }, now).total,
  ).toBe(0);
});

test('three years of ten thousand defects stay below 150 kB', () => {
  const many = Array.from({ length: 10_000 }, (_, n): SampleDefect => {
    const start = noon(today - 730 + ((n * 7) % 720));
    const next = (place: number): [string, number] => [String(((n + place) % 11) + 1), start + place * day * ((n % 13) + 1)];
    return { status: Array.from({ length: 8 }, (_unused, place) => next(place)) };
  });
  const known = new Map(
    Array.from({ length: 11 }, (_, n) => {
      const id = String(n + 1);
      return [id, { id, name: `A status called ${id}`, category: n < 3 ? 'new' : n < 9 ? 'indeterminate' : 'done' }];
    }),
  );
  expect(JSON.stringify(view(aHistory(many, { statuses: known }), 'status', 'all')).length).toBeLessThan(150_000);
});
