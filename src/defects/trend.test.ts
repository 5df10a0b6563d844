import fc from 'fast-check';
import { day } from '../kernel/instant';
import { severities, toSeverity } from '../kernel/severity';
import { dayCounts, trendDays, trendSeries } from './day-counts';
import type { CountedDefect } from './day-counts';
import { heldAt } from './timeline';
import { trend } from './trend';

type History = CountedDefect['history'];
interface Defect {
  readonly history: History;
  readonly securityLevel: string | null;
}

const span = (value: string | null, from: string, to: string | null = null) => ({ value, label: value, from, to });
const now = '2026-11-02T09:00:00.000Z';
const today = Math.floor(Date.parse(now) / day);
const category = (status: string) => ({ open: 'new', done: 'done' })[status] ?? null;
/** One is late when it is an S1 and twenty days old. */
const lateFrom = (created: string) => (severity: string | null, at: number) =>
  severity === 'S1' && Date.parse(created) + 20 * day <= at;

function severityAt({ severity }: History, moment: string) {
  return toSeverity(heldAt(severity, moment)?.value);
}

function trendOf(defects: readonly Defect[], startDate: string | null, maySee: (level: string | null) => boolean = () => true) {
  const createdOf = ({ status }: History) => status[0]?.from ?? now;
  const counted = defects.map((one) => ({ ...one, isLate: lateFrom(createdOf(one.history)) }));
  const present = counted
    .filter(({ securityLevel }) => maySee(securityLevel))
    .map(({ history, isLate }) => {
      const severity = severityAt(history, now);
      const open = category(heldAt(history.status, now)?.value ?? '') !== 'done';
      return { severity, open, late: isLate(severity, Date.parse(now)), createdAt: createdOf(history) };
    });
  const counts = dayCounts(counted, { firstDay: today - trendDays + 1, days: trendDays - 1 }, category);
  return trend({ counts, maySee, defects: present, startDate, now });
}

const column = (histories: readonly History[], severity: string, start: string | null) => {
  const { days, series } = trendOf(
    histories.map((history) => ({ history, securityLevel: null })),
    start,
  );
  return days.map((name, n) => [name.slice(5), series.find((one) => one.severity === severity)?.counts[n]]);
};
const opened = '2026-10-31T10:00:00.000Z';

test('a defect counts at the end of each day on which it was open, by its severity of that day', () => {
  const history: History = {
    status: [span('open', opened, '2026-11-02T08:00:00.000Z'), span('done', '2026-11-02T08:00:00.000Z')],
    severity: [span('S2', opened, '2026-11-01T12:00:00.000Z'), span('S1', '2026-11-01T12:00:00.000Z')],
  };
  const dates = ['10-30', '10-31', '11-01', '11-02'];
  expect(column([history], 'S2', '2026-10-30')).toEqual(dates.map((date, n) => [date, [0, 1, 0, 0][n]]));
  expect(column([history], 'S1', '2026-10-30')).toEqual(dates.map((date, n) => [date, [0, 0, 1, 0][n]]));
});

test('a status that nobody knows any more counts as open, and an unreadable severity as none', () => {
  const history = { status: [span('vanished', opened)], severity: [span('Blocker', opened)] };
  expect(column([history], 'none', null)).toEqual([
    ['10-31', 1],
    ['11-01', 1],
    ['11-02', 1],
  ]);
});

test('without a start and without defects it shows 90 days, and never more than 120', () => {
  expect(trendOf([], null).days).toHaveLength(91);
  expect(trendOf([], '2020-01-01').days).toHaveLength(120);
});

test('a release that starts tomorrow shows today', () => {
  expect(trendOf([], '2026-12-24').days).toEqual(['2026-11-02']);
});

test('whoever may see a part of it is shown the same as if there were nothing else, on every day', () => {
  const moment = fc
    .integer({ min: Date.parse('2026-06-20T00:00:00.000Z'), max: Date.parse(now) })
    .map((at) => new Date(at).toISOString());
  const spans = (values: readonly (string | null)[]) =>
    fc
      .array(fc.tuple(moment, fc.constantFrom(...values)), { minLength: 1, maxLength: 5 })
      .map((held) => held.sort(([a], [b]) => (a < b ? -1 : 1)).map(([from, value], n) => span(value, from, held[n + 1]?.[0])));
  const history = fc.record({
    status: spans(['open', 'done', 'gone']),
    severity: spans([...severities, null, 'Blocker']),
  });
  const defect = fc.record({ history, securityLevel: fc.constantFrom(null, 'a', 'b') });
  fc.assert(
    fc.property(fc.array(defect, { maxLength: 8 }), fc.constantFrom('a', 'b', null), (defects, hiddenLevel) => {
      const maySee = (level: string | null) => level === null || level !== hiddenLevel;
      const seen = defects.filter(({ securityLevel }) => maySee(securityLevel));
      const found = trendOf(defects, '2026-07-06', maySee);
      expect(found).toEqual(trendOf(seen, '2026-07-06'));
      // Once more by hand.
      found.days.forEach((name, n) => {
        const end = `${name}T23:59:59.999Z`;
        const at = end < now ? end : now;
        const there = seen.filter((one) => heldAt(one.history.status, at) !== undefined);
        const open = there.filter((one) => category(heldAt(one.history.status, at)?.value ?? '') !== 'done');
        expect(trendSeries.map((severity) => found.series.find((one) => one.severity === severity)?.counts[n])).toEqual(
          trendSeries.map((own) => open.filter((one) => (severityAt(one.history, at) ?? 'none') === own).length),
        );
        if (at !== now) expect(found.done[n]).toBe(there.length - open.length);
      });
    }),
    { numRuns: 60 },
  );
});
