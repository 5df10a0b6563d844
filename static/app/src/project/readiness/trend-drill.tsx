import { useCallback, type ReactElement } from 'react';
import { call } from '../../bridge/call';
import { DrillDown } from '../../chart/drill-down';
import { Loading } from '../../shared/loading';
import { usePage } from '../../shared/page-context';
import { NoAnswer } from '../no-answer';
import { useFollowed } from '../use-followed';

interface Props {
  readonly projectId: string;
  readonly versionId: string;
  /** `2026-11-02` */
  readonly day: string;
  readonly isToday: boolean;
  readonly onClose: () => void;
}

/** The defects of a release that were open at the end of a day of its trend. */
export function TrendDrill({ projectId, versionId, day, isToday, onClose }: Props): ReactElement {
  const { format } = usePage();
  const read = useCallback(() => call('trendDefects', { projectId, versionId, day }), [projectId, versionId, day]);
  const { view, problem, reload } = useFollowed(read, '');
  if (problem !== null) return <NoAnswer problem={problem} retry={() => void reload()} />;
  if (view === null) return <Loading what="the defects" heights={[32, 32, 32]} />;
  const title = isToday ? 'Open now' : `Open at the end of ${format.date(day)}`;
  return <DrillDown projectId={projectId} title={title} {...view} onClose={onClose} />;
}
