import { flowGroupings, flowRanges, type FlowGrouping, type FlowRange } from '../../../../../src/contracts/flow';

/** What the screen of the flow shows, and how. */
export interface FlowFilters {
  readonly range: FlowRange;
  readonly by: FlowGrouping;
  /** Ids of bands that are left out; null: what is done. */
  readonly hidden: readonly string[] | null;
  /** Shares of each day rather than counts. */
  readonly asShare: boolean;
}
export const defaultFlow: FlowFilters = { range: '90', by: 'status', hidden: null, asShare: false };

const none = 'none';

export function toFlowFilters(query: URLSearchParams): FlowFilters {
  const hidden = query.get('hide');
  const isKnown = hidden !== null && /^[\w-]{1,60}(\.[\w-]{1,60}){0,30}$/.test(hidden);
  return {
    range: flowRanges.find((range) => range === query.get('range')) ?? defaultFlow.range,
    by: flowGroupings.find((by) => by === query.get('by')) ?? defaultFlow.by,
    hidden: !isKnown ? null : hidden === none ? [] : hidden.split('.'),
    asShare: query.get('as') === 'share',
  };
}

export function fromFlowFilters({ range, by, hidden, asShare }: FlowFilters): URLSearchParams {
  const query = new URLSearchParams();
  if (range !== defaultFlow.range) query.set('range', range);
  if (by !== defaultFlow.by) query.set('by', by);
  if (hidden !== null) query.set('hide', hidden.length === 0 ? none : hidden.join('.'));
  if (asShare) query.set('as', 'share');
  return query;
}
