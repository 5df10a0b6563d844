import { backlog } from '../../src/analytics';
import { mostChartDefects } from '../../src/contracts/chart-defects';
import type { BacklogPeriod, BacklogRange, IssueList } from '../../src/contracts/analysis-page';
import { day } from '../../src/kernel/instant';
import type { ProjectHistory } from '../../src/pages/charts/visible-history';

/** Periods are weeks, or months of four and quarters of thirteen weeks where there would be more than so many. */
const lengths = [7, 28, 91] as const;
const mostPeriods = 60;
const lookedBack = 84;

interface Backlogs {
  readonly days: number;
  readonly periods: readonly BacklogPeriod[];
}

type Times = Pick<ProjectHistory, 'created' | 'ended'>;

/** What came, what went and what was left, in periods that end with the last day. @param at milliseconds since 1970 */
export function backlogPeriods({ created, ended }: Times, at: number, range: BacklogRange): Backlogs {
  const counted = backlog(created, ended, at);
  const all = counted.open.length;
  const wanted = range === 'all' ? all : Math.min(all, Number(range));
  const days = lengths.find((length) => wanted / length <= mostPeriods) ?? lengths[2];
  const count = Math.max(1, Math.ceil(wanted / days));
  const periods = Array.from({ length: count }, (_, n) => {
    const end = all - days * (count - 1 - n);
    const start = Math.max(0, end - days);
    const sum = (column: Uint32Array) => column.subarray(start, end).reduce((total, one) => total + one, 0);
    return {
      ...{ first: counted.firstDay + start, last: counted.firstDay + end - 1 },
      ...{ arrived: sum(counted.arrived), resolved: sum(counted.resolved), open: counted.open[end - 1] ?? 0 },
    };
  });
  return { days, periods };
}

/** "12 open. In the last 12 weeks 31 came and 25 went: 6 more than then." */
export function backlogSentence(history: Times, at: number): string {
  const { arrived, resolved, open } = backlog(history.created, history.ended, at);
  const sum = (column: Uint32Array) => column.subarray(-lookedBack).reduce((total, one) => total + one, 0);
  const [came, went, left] = [sum(arrived), sum(resolved), open.at(-1) ?? 0];
  const now = left === 0 ? 'None open' : `${count(left)} open`;
  const when = open.length <= lookedBack ? 'Since the first one' : 'In the last 12 weeks';
  if (came + went === 0) return `${now}. ${when} none came and none went.`;
  const grown = came - went;
  const change = grown === 0 ? 'as many as before' : `${count(Math.abs(grown))} ${grown > 0 ? 'more' : 'fewer'} than before`;
  return `${now}. ${when} ${count(came)} came and ${count(went)} went: ${change}.`;
}

export interface AskedBacklog {
  /** Days since 1970. */
  readonly first: number;
  readonly last: number;
  readonly part: 'arrived' | 'resolved' | 'open';
}

/** The issues behind a period, the oldest first. */
export function backlogIssues({ rows, created, ended }: ProjectHistory, at: number, asked: AskedBacklog): IssueList {
  const [from, to] = [asked.first * day, Math.min(at + 1, (asked.last + 1) * day)];
  const isWithin = (moment: number) => moment >= from && moment < to;
  const found = rows.flatMap(({ id }, n) => {
    const born = created[n] ?? 0;
    const end = Math.max(born, ended[n] ?? NaN);
    const isIn = asked.part === 'open' ? born < to && !(end < to) : isWithin(asked.part === 'arrived' ? born : end);
    return isIn ? [{ id, born }] : [];
  });
  found.sort((a, b) => a.born - b.born);
  return { ids: found.slice(0, mostChartDefects).map(({ id }) => id), total: found.length };
}

const count = (n: number) => n.toLocaleString('en');
