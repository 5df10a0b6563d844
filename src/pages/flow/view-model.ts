import { averageAges, flowMoves, readFlow, readingDays } from '../../analytics';
import type { FlowDoubt } from '../../analytics';
import { flowDoubts, flowGroupings } from '../../contracts/flow';
import type { FlowGrouping, FlowMarker, FlowStage, FlowView } from '../../contracts/flow';
import { cutFlow, flowDays } from '../../contracts/flow-days';
import type { AskedDays, FlowDays } from '../../contracts/flow-days';
import { mostChartDefects } from '../../contracts/chart-defects';
import type { StoredProject } from '../../defects/shell';
import { day } from '../../kernel/instant';
import type { Instant } from '../../kernel/instant';
import type { ProjectHistory } from '../charts/visible-history';
import { storeState } from '../store-state';
import { bandingBy, openAt, openFlow } from './banding';
import { countedBands } from './counted-bands';
import { checkFlow } from './check';
import { groupedStatuses } from './status-groups';
import type { GroupedStatuses } from './status-groups';
import { flowSentence } from './words';
import { workflowOf } from './workflow';

/** What of the flow somebody wants to see. */
export interface AskedFlow extends AskedDays {
  readonly by: FlowGrouping;
  readonly stages: readonly FlowStage[] | null;
}

export interface FlowFacts {
  readonly project: StoredProject;
  readonly history: ProjectHistory;
  readonly asked: AskedFlow;
  /** Of the days shown. @param firstDay, lastDay days since 1970 */
  readonly markersBetween: (firstDay: number, lastDay: number) => readonly FlowMarker[];
  readonly revision: string;
  readonly now: Instant;
}

const month = 30;
const week = 7;

/** The days of a flow, in days since 1970. */
interface Days extends FlowDays {
  readonly today: number;
  /** Of the first defect; null without any. */
  readonly oldest: number | null;
  /** The first that is counted: readings look a month back from what is shown, comparisons two months from today. */
  readonly counted: number;
}

function daysOf({ created }: ProjectHistory, asked: AskedDays, at: number): Days {
  const today = Math.floor(at / day);
  const earliest = created.reduce((first, moment) => Math.min(first, moment), Infinity);
  const oldest = earliest > at ? null : Math.floor(earliest / day);
  const days = flowDays(asked, { today, oldest });
  const { first } = days;
  return {
    ...{ ...days, today, oldest },
    counted: Math.max(Math.min(first - month, today - 2 * month + 1), Math.min(oldest ?? first, first)),
  };
}

/** How many defects stood where at the end of each day. */
export function flowView(facts: FlowFacts): FlowView {
  const { project, history, asked, revision, now } = facts;
  const { range, by } = asked;
  const at = Date.parse(now);
  const grouped = groupedStatuses(history, asked.stages);
  const days = daysOf(history, asked, at);
  const { spans, isOpen } = grouped;
  const { arrivals, departures, backward } = flowMoves(
    { status: spans, isOpen, rank: Uint16Array.from(isOpen, (_, place) => place) },
    at,
    days.counted,
  );
  const open = openFlow(grouped, at, days.counted);
  const averageAge = averageAges(spans, isOpen, history.created, at, days.counted);
  const readings = Array.from(open, (_, place) => readFlow({ arrivals, departures, open, averageAge }, place));
  const before = days.oldest !== null && days.oldest <= days.today - month ? month : null;
  const inBands = (one: FlowGrouping) => ({
    by: one,
    ...countedBands(bandingBy(one, history, grouped), at, days.counted, before),
  });
  const { bands, grown } = inBands(by);
  const all: FlowView = {
    ...{ now, revision, by, range, project: { id: project.id, key: project.key, name: project.name } },
    store: storeState(project, now),
    ...{ firstDay: days.counted, days: open.length, today: days.today, oldest: days.oldest, cut: days.cut },
    workflow: workflowOf(history, grouped),
    ...{ bands, alsoBy: flowGroupings.filter((one) => one !== by).map(inBands) },
    ...{ arrivals: [...arrivals], departures: [...departures], backward: [...backward] },
    averageAge: Array.from(averageAge, tenths),
    reading: {
      ...{ days: readingDays, lead: 0 },
      arrivals: readings.map((reading) => reading.arrivals),
      departures: readings.map((reading) => reading.departures),
      approximateAge: readings.map(({ approximateAge }) => tenths(approximateAge ?? NaN)),
      doubts: readings.map(({ doubts }) => asNumber(doubts)),
    },
    markers: [...facts.markersBetween(days.first, days.last)],
    summary: summary({
      ...{ hidden: history.hidden, days, open, averageAge, arrivals, departures, backward, grown },
      progress: openFlow(inProgress(grouped), at, days.counted),
    }),
    check: checkFlow(history, grouped, at, days.counted),
    hidden: history.hidden,
  };
  return cutFlow(all, days);
}

function inProgress(grouped: GroupedStatuses): GroupedStatuses {
  const isOpen = Uint8Array.from(grouped.groups, ({ category, counted }) => (counted && category === 'indeterminate' ? 1 : 0));
  return { ...grouped, isOpen };
}

interface Summed {
  readonly hidden: number;
  readonly days: Days;
  readonly open: Int32Array;
  readonly progress: Int32Array;
  readonly averageAge: Float64Array;
  readonly arrivals: Uint32Array;
  readonly departures: Uint32Array;
  readonly backward: Uint32Array;
  readonly grown: FlowView['summary']['grown'];
}

function summary(facts: Summed): FlowView['summary'] {
  const { days, open, progress, averageAge, arrivals, departures, backward, grown } = facts;
  const last = open.length - 1;
  const isOlder = (ago: number): boolean => days.oldest !== null && days.oldest <= days.today - ago;
  const value = (values: Int32Array, ago: number): number | null => (isOlder(ago) ? (values[last - ago] ?? 0) : null);
  const three = (values: Int32Array) => ({ now: values[last] ?? 0, week: value(values, week), month: value(values, month) });
  const age = (ago: number): number | null => (isOlder(ago) ? tenths(averageAge[last - ago] ?? NaN) : null);
  const recent = (values: Uint32Array, ago: number): number =>
    values.subarray(Math.max(0, last - ago - month + 1), last - ago + 1).reduce((total, one) => total + one, 0);
  const then = (values: Uint32Array, ago: number): number | null => (isOlder(ago) ? recent(values, ago) : null);
  const sums = (values: Uint32Array) => ({ now: recent(values, 0), week: then(values, week), month: then(values, month) });
  const [came, went] = [sums(arrivals), sums(departures)];
  const before = value(open, month);
  const ageDays = days.oldest === null ? null : days.today - days.oldest;
  return {
    sentence: flowSentence({
      open: open[last] ?? 0,
      before,
      arrivals: came.now,
      departures: went.now,
      ageDays,
      hidden: facts.hidden,
    }),
    grown,
    ...{ open: three(open), inProgress: three(progress), arrivals: came, departures: went, backward: recent(backward, 0) },
    averageAge: { now: tenths(averageAge[last] ?? NaN), week: age(week), month: age(month) },
  };
}

/** To a tenth; null for what is no number. */
function tenths(value: number): number | null {
  return Number.isNaN(value) ? null : Math.round(value * 10) / 10;
}

function asNumber(doubts: readonly FlowDoubt[]): number {
  return doubts.reduce((sum, doubt) => sum + 2 ** flowDoubts.indexOf(doubt), 0);
}

/** The defects that were in a band at the end of a day, oldest first; null as a band stands for all that were open. */
export function defectsInBand(
  history: ProjectHistory,
  { by, stages, band, day: asked }: Pick<AskedFlow, 'by' | 'stages'> & { readonly band: string | null; readonly day: number },
  now: Instant,
): { readonly ids: string[]; readonly total: number } {
  const grouped = groupedStatuses(history, stages);
  const banding = bandingBy(by, history, grouped);
  const place = banding.bands.findIndex(({ id }) => id === band);
  const at = Math.min(Date.parse(now), (asked + 1) * day - 1);
  const found: number[] = [];
  for (let defect = 0; defect < history.rows.length; defect += 1) {
    const isIn = band === null ? openAt(grouped, defect, at) : place >= 0 && banding.bandAt(defect, at) === place;
    if (isIn) found.push(defect);
  }
  const { created, rows } = history;
  found.sort((a, b) => (created[a] ?? 0) - (created[b] ?? 0) || a - b);
  return { ids: found.slice(0, mostChartDefects).flatMap((defect) => rows[defect]?.id ?? []), total: found.length };
}
