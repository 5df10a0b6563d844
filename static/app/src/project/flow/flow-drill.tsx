import { useCallback, type ReactElement } from 'react';
import type { FlowView } from '../../../../../src/contracts/flow';
import { call } from '../../bridge/call';
import { dayName } from '../../chart/axes';
import { DrillDown } from '../../chart/drill-down';
import { Loading } from '../../shared/loading';
import { usePage } from '../../shared/page-context';
import { NoAnswer } from '../no-answer';
import { useFollowed } from '../use-followed';
import type { FlowPoint } from './flow-chart';
import { readStages, writeStages, type FlowFilters } from './flow-filters';

interface Props {
  readonly view: FlowView;
  readonly point: FlowPoint;
  readonly stages: FlowFilters['stages'];
  readonly onClose: () => void;
}

/** The defects that were in a band at the end of a day. */
export function FlowDrill({ view, point: { day, band }, stages, onClose }: Props): ReactElement {
  const { format } = usePage();
  const { by } = view;
  const projectId = view.project.id;
  const chosen = stages === null ? '' : writeStages(stages);
  const read = useCallback(
    () => call('flowDefects', { projectId, day, by, band, stages: readStages(chosen) }),
    [projectId, day, by, band, chosen],
  );
  const found = useFollowed(read, '');
  if (found.problem !== null) return <NoAnswer problem={found.problem} retry={() => void found.reload()} />;
  if (found.view === null) return <Loading what="the defects" heights={[32, 32, 32]} />;
  const { ids, total } = found.view;
  const name = view.bands.find(({ id }) => id === band)?.name ?? 'Open';
  const isToday = day === view.today;
  const when = isToday ? 'now' : `at the end of ${format.date(dayName(day))}`;
  return <DrillDown projectId={projectId} title={`${name} ${when}`} ids={ids} total={total} jql={null} onClose={onClose} />;
}
