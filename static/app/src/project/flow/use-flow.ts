import { useCallback, useState } from 'react';
import type { FlowView } from '../../../../../src/contracts/flow';
import { daysToAsk, type AskedDays } from '../../../../../src/contracts/flow-days';
import { call } from '../../bridge/call';
import { useLiveView, type Live } from '../../shared/use-live-view';
import { readStages, writeStages, type FlowFilters } from './flow-filters';

/** All days that are told of unasked. */
const everything: AskedDays = { range: 'all', from: null, to: null };

/**
 * The flow of a project: all of its days, with each way to make bands. Ranges, dates and bands are cut out of it without another question;
 * other stages, and days before the last three years, are asked for.
 */
export function useFlow(projectId: string, { range, from, to, stages }: FlowFilters): Live<FlowView> {
  const [days, setDays] = useState(everything);
  const chosen = stages === null ? '' : writeStages(stages);
  const live = useLiveView(
    useCallback(() => call('flow', { projectId, ...days, by: 'status', stages: readStages(chosen) }), [projectId, days, chosen]),
    projectId,
    JSON.stringify([days, chosen]),
  );
  const wanted = live.view === null ? days : (daysToAsk({ range, from, to }, live.view) ?? everything);
  if (JSON.stringify(wanted) !== JSON.stringify(days)) setDays(wanted);
  return live;
}
