import { day } from '../kernel/instant';
import { mostFlowDays } from './flow';
import type { FlowGrouping, FlowRange, FlowView } from './flow';

/** More than these would hide the chart: the newest are marked. */
export const mostShownMarkers = 60;

/** What of a flow somebody wants to see. */
export interface AskedDays {
  readonly range: FlowRange;
  /** Calendar days (UTC); null: up to today, and as far back as the range has it. */
  readonly from: string | null;
  readonly to: string | null;
}

/** In days since 1970. */
export interface FlowDays {
  readonly first: number;
  readonly last: number;
  /** Whether earlier ones were asked for, and are too many. */
  readonly cut: boolean;
}

/** Which days these are in a project. The back end and the screen reckon them alike, so that the screen can cut what it has. */
export function flowDays({ range, from, to }: AskedDays, { today, oldest }: Pick<FlowView, 'today' | 'oldest'>): FlowDays {
  const last = to === null ? today : Math.min(today, Date.parse(to) / day);
  const back = from === null ? (range === 'all' ? -Infinity : last - Number(range) + 1) : Date.parse(from) / day;
  const wanted = Math.max(back, oldest ?? last);
  const first = Math.min(last, Math.max(wanted, last - mostFlowDays + 1));
  return { first, last, cut: wanted < first };
}

/** The same flow, of some of its days (since 1970). What it says of now stays. */
export function cutFlow(view: FlowView, { first, last }: Pick<FlowDays, 'first' | 'last'>): FlowView {
  const start = Math.max(0, first - view.firstDay);
  const end = Math.min(view.days, last - view.firstDay + 1);
  if (start === 0 && end === view.days) return view;
  const part = <Value>(values: readonly Value[]): Value[] => values.slice(start, end);
  const bandsPart = (bands: FlowView['bands']) => bands.map((band) => ({ ...band, counts: part(band.counts) }));
  const { reading } = view;
  return {
    ...{ ...view, firstDay: view.firstDay + start, days: Math.max(0, end - start) },
    bands: bandsPart(view.bands),
    alsoBy: view.alsoBy.map((grouping) => ({ ...grouping, bands: bandsPart(grouping.bands) })),
    ...{ arrivals: part(view.arrivals), departures: part(view.departures), backward: part(view.backward) },
    averageAge: part(view.averageAge),
    reading: {
      ...{ days: reading.days, lead: reading.lead + start },
      ...{ arrivals: part(reading.arrivals), departures: part(reading.departures) },
      ...{ approximateAge: part(reading.approximateAge), doubts: part(reading.doubts) },
    },
    markers: view.markers.filter((marker) => marker.day >= view.firstDay + start && marker.day < view.firstDay + end),
  };
}

/** The same flow with other bands; as it is where it does not have them. */
export function flowBy(view: FlowView, by: FlowGrouping): FlowView {
  const wanted = view.alsoBy.find((grouping) => grouping.by === by);
  if (wanted === undefined) return view;
  const { bands, grown } = wanted;
  const left = { by: view.by, bands: view.bands, grown: view.summary.grown };
  return {
    ...{ ...view, by, bands },
    alsoBy: view.alsoBy.map((grouping) => (grouping === wanted ? left : grouping)),
    summary: { ...view.summary, grown },
  };
}

/**
 * What somebody asked for, out of a flow that has more: other bands, other days, without asking again.
 * @returns as much of it as there is; all days where there are none of those
 */
export function shownFlow(view: FlowView, { by, ...asked }: AskedDays & { readonly by: FlowGrouping }): FlowView {
  const wanted = flowDays(asked, view);
  const isThere = wanted.last >= view.firstDay && wanted.first < view.firstDay + view.days;
  const cut = isThere ? cutFlow(flowBy(view, by), wanted) : flowBy(view, by);
  return { ...cut, range: asked.range, cut: wanted.cut, markers: cut.markers.slice(-mostShownMarkers) };
}

/**
 * The days to ask the back end for: null where they are among those that it tells of unasked, which end today.
 * @param told any flow of the project
 */
export function daysToAsk(asked: AskedDays, told: Pick<FlowView, 'today' | 'oldest'>): AskedDays | null {
  const { today, oldest } = told;
  return flowDays(asked, told).first >= Math.max(oldest ?? today, today - mostFlowDays + 1) ? null : asked;
}
