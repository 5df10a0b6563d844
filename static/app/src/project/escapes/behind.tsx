import { useCallback, type ReactElement } from 'react';
import type { EscapeSelection } from '../../../../../src/contracts/escapes';
import { call } from '../../bridge/call';
import { DrillDown } from '../../chart/drill-down';
import { Loading } from '../../shared/loading';
import { NoAnswer } from '../no-answer';
import type { EscapeFilters } from '../route';
import { useFollowed } from '../use-followed';

interface Props {
  readonly projectId: string;
  readonly filters: EscapeFilters;
  readonly selection: EscapeSelection;
  readonly revision: string;
  readonly onClose: () => void;
}

/** The defects behind a figure: which ones they are is asked when somebody wants to know. */
export function Behind({ projectId, filters, selection, revision, onClose }: Props): ReactElement {
  const { window, stage } = filters;
  const read = useCallback(
    () => call('escapeDefects', { projectId, window, stage, selection }),
    [projectId, window, stage, selection],
  );
  const { view, problem, reload } = useFollowed(read, revision);
  if (problem !== null) return <NoAnswer problem={problem} retry={() => void reload()} />;
  if (view === null) return <Loading what="the defects" heights={[32, 32, 32]} />;
  return <DrillDown projectId={projectId} title={view.title} ids={view.ids} total={view.total} jql={null} onClose={onClose} />;
}
