import {
  flowGroupings,
  flowRanges,
  flowStageSchema,
  mostFlowStages,
  type FlowGrouping,
  type FlowRange,
  type FlowStage,
} from '../../../../../src/contracts/flow';

/** What is drawn beside the bands, and can be left away. */
export const flowExtras = ['rates', 'law', 'events', 'back'] as const;
export type FlowExtra = (typeof flowExtras)[number];

/** What the screen of the flow shows, and how. */
export interface FlowFilters {
  readonly range: FlowRange;
  /** Calendar days (UTC), `2026-11-02`; null: today, and as far back as the range has it. */
  readonly from: string | null;
  readonly to: string | null;
  readonly by: FlowGrouping;
  /** Ids of bands that are left out; null: what is done. */
  readonly hidden: readonly string[] | null;
  /** Shares of each day rather than counts. */
  readonly asShare: boolean;
  /** First and last of the days that are looked at closely; null: all. */
  readonly zoom: readonly [first: string, last: string] | null;
  /** What is taken as the stages of the flow; null: the statuses of the project. */
  readonly stages: readonly FlowStage[] | null;
  readonly without: readonly FlowExtra[];
}
export const defaultFlow: FlowFilters = {
  ...{ range: '90', from: null, to: null, by: 'status', hidden: null, asShare: false, zoom: null, stages: null, without: [] },
};

const none = 'none';

export function toFlowFilters(query: URLSearchParams): FlowFilters {
  const hidden = query.get('hide');
  const isKnown = hidden !== null && /^[\w-]{1,60}(\.[\w-]{1,60}){0,30}$/.test(hidden);
  const [first, last] = (query.get('zoom') ?? '').split('.').map(toDay);
  const without = (query.get('without') ?? '').split('.');
  return {
    range: flowRanges.find((range) => range === query.get('range')) ?? defaultFlow.range,
    from: toDay(query.get('from')),
    to: toDay(query.get('to')),
    by: flowGroupings.find((by) => by === query.get('by')) ?? defaultFlow.by,
    hidden: !isKnown ? null : hidden === none ? [] : hidden.split('.'),
    asShare: query.get('as') === 'share',
    zoom: first != null && last != null && first < last ? [first, last] : null,
    stages: readStages(query.get('stages') ?? ''),
    without: flowExtras.filter((extra) => without.includes(extra)),
  };
}

export function fromFlowFilters({ range, from, to, by, hidden, asShare, zoom, stages, without }: FlowFilters): URLSearchParams {
  const query = new URLSearchParams();
  if (range !== defaultFlow.range) query.set('range', range);
  if (from !== null) query.set('from', from);
  if (to !== null) query.set('to', to);
  if (by !== defaultFlow.by) query.set('by', by);
  if (hidden !== null) query.set('hide', hidden.length === 0 ? none : hidden.join('.'));
  if (asShare) query.set('as', 'share');
  if (zoom !== null) query.set('zoom', zoom.join('.'));
  if (stages !== null) query.set('stages', writeStages(stages));
  if (without.length > 0) query.set('without', without.join('.'));
  return query;
}

/** A calendar day that there is; null for anything else. */
function toDay(text: string | null): string | null {
  return text !== null && /^\d{4}-\d\d-\d\d$/.test(text) && !Number.isNaN(Date.parse(text)) ? text : null;
}

/** `1.2:Work~3`: stages are parted by tildes, their statuses by dots; a name of their own follows a colon. */
export function writeStages(stages: readonly FlowStage[]): string {
  return stages
    .map(({ statuses, name }) => (name === null ? statuses.join('.') : `${statuses.join('.')}:${name.replaceAll('~', '-')}`))
    .join('~');
}

/** @returns null where the text names no two stages */
export function readStages(text: string): FlowStage[] | null {
  const stages = text.split('~').map((stage) => {
    const colon = stage.indexOf(':');
    const ids = colon < 0 ? stage : stage.slice(0, colon);
    return flowStageSchema.safeParse({ statuses: ids.split('.'), name: colon < 0 ? null : stage.slice(colon + 1) });
  });
  const read = stages.flatMap(({ data }) => data ?? []);
  return read.length < stages.length || read.length < 2 || read.length > mostFlowStages ? null : read;
}
