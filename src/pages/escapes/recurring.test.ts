import { deployed, factsWith } from './escapes.fixture';
import type { Told } from './escapes.fixture';
import { periodName, recurrenceView, recurring } from './recurring';
import { escapeDefectsView } from './selection';
import type { EscapesFacts } from './view-model';

const view = (facts: EscapesFacts) => recurrenceView(recurring(facts), 'Production');
const closed = (id: string, ...closings: string[]): Told => ({ id, created: '2026-02-01', closings });
const sighting = (issueId: string, date: string) => ({ issueId, first: `${date}T08:00:00.000Z`, last: `${date}T20:00:00.000Z` });

test('without a deployment nothing is set against deployments', () => {
  const { periods, mean, since, sentence } = view(factsWith([closed('1', '2026-03-01', '2026-03-09')]));
  expect({ periods, mean, since }).toEqual({ periods: [], mean: null, since: null });
  expect(sentence).toBe('No deployment to Production was told yet, so recurrences cannot be set against deployments.');
});

const monthly = ['2026-06-03', '2026-06-20', '2026-07-02', '2026-07-22', '2026-08-05', '2026-08-25', '2026-09-09', '2026-10-01'];

test('deployments before users count, others do not; each period has the recurrences of its time', () => {
  const steps = [
    ...monthly.map((date) => deployed(date)),
    deployed('2026-10-07', { environment: 'live' }),
    deployed('2026-10-08', { environment: 'staging' }),
    deployed('2026-10-09', { outcome: 'failed' }),
    deployed('2026-10-10', { step: 'rollback', build: '2026-09-09' }),
  ];
  const facts = factsWith(
    [closed('1', '2026-03-01', '2026-04-09'), closed('2', '2026-06-05', '2026-07-09'), closed('3', '2026-08-01')],
    {
      steps,
      sightings: [sighting('3', '2026-08-11'), sighting('404', '2026-08-12')],
    },
  );
  const { unit, periods, mean, since, beside } = view(facts);
  expect([unit, since, mean, beside]).toEqual(['quarter', '2026-06-03T10:00:00.000Z', 2 / 9, 0]);
  expect(
    periods.map(({ name, partial, deployments, recurrences, seen }) => [name, partial, deployments, recurrences, seen]),
  ).toEqual([
    ['Q2 2026', true, 2, 0, 0],
    ['Q3 2026', false, 5, 2, 1],
    ['Q4 2026', true, 2, 0, 0],
  ]);
  const behind = escapeDefectsView(
    facts,
    { window: 90, stage: null },
    { kind: 'recurrences', start: '2026-07-01T00:00:00.000Z' },
  );
  expect(behind?.ids.toSorted()).toEqual(['2', '3']);
});

test('recurrences in a period without a deployment are counted beside the chart', () => {
  const steps = [deployed('2026-01-05'), deployed('2026-01-06'), deployed('2026-09-01')];
  const { periods, beside } = view(factsWith([closed('1', '2026-04-20', '2026-05-01')], { steps }));
  expect(periods.map(({ rate }) => rate === null)).toEqual([false, true, false, true]);
  expect(beside).toBe(1);
});

test.each<[string, string[], Told[], string]>([
  [
    'few periods',
    ['2026-08-01', '2026-10-20'],
    [],
    'Fewer than three quarters had a deployment: too few to say whether it matters how often you deploy.',
  ],
  [
    'nothing that came back',
    ['2026-02-01', '2026-05-01', '2026-05-09', '2026-08-01', '2026-10-20'],
    [],
    'No defect that was closed came back, so it does not matter how often you deploy.',
  ],
])('where there are %s, no ratio is told', (_what, dates, told, sentence) => {
  const found = view(factsWith(told, { steps: dates.map((date) => deployed(date)) }));
  expect(found).toMatchObject({ sentence, ratio: null });
});

test('a ratio whose interval includes 1 is no evidence', () => {
  const steps = ['2026-01-10', '2026-01-20', '2026-04-10', '2026-07-10', '2026-07-20', '2026-07-30', '2026-10-10'].map((date) =>
    deployed(date),
  );
  const told = [
    closed('1', '2026-02-05', '2026-02-20'),
    closed('2', '2026-05-05', '2026-05-20'),
    closed('3', '2026-08-05', '2026-08-20'),
    closed('4', '2026-10-15', '2026-10-20'),
  ];
  const { ratio, sentence } = view(factsWith(told, { steps }));
  expect(ratio?.evidence).toBe(false);
  expect(sentence).toMatch(
    /^No evidence that it matters how often you deploy: where deployments are twice as frequent, each has 0\.\d\d times as many recurrences \(/,
  );
});

test('a ratio whose interval leaves out 1 is told as such', () => {
  const steps = Array.from({ length: 60 }, (_, n) =>
    deployed(new Date(Date.UTC(2026, 0, 1 + (n < 12 ? 15 * n : 180 + 2 * (n - 12)))).toISOString().slice(0, 10)),
  );
  const told = Array.from({ length: 40 }, (_, n) =>
    closed(`${n}`, '2026-02-03', `2026-02-${String(10 + (n % 15)).padStart(2, '0')}`),
  );
  const { ratio, sentence } = view(factsWith(told, { steps }));
  expect(ratio?.evidence).toBe(true);
  expect(sentence).toMatch(
    /^Where deployments are twice as frequent, each has 0\.0\d times as many recurrences \(.*More came back than chance explains in Feb 2026\.$/,
  );
});

test.each([
  ['week', '2026-11-02', 'Week of 2 Nov 2026'],
  ['month', '2026-11-01', 'Nov 2026'],
  ['quarter', '2026-10-01', 'Q4 2026'],
] as const)('a %s has a name', (unit, date, name) => {
  expect(periodName(unit, Date.parse(date))).toBe(name);
});
