import type { ReactElement } from 'react';
import type { IssueList } from '../../../../src/contracts/analysis-page';
import type { Answer } from '../../../../src/contracts/screen';
import { DrillDown } from '../chart/drill-down';
import { NoAnswer } from '../project/no-answer';
import { useFollowed } from '../project/use-followed';
import { Loading } from '../shared/loading';

interface Props {
  readonly projectId: string;
  readonly title: string;
  readonly read: () => Promise<Answer<IssueList>>;
  readonly onClose: () => void;
}

/** The issues behind a figure. */
export function ListBehind({ projectId, title, read, onClose }: Props): ReactElement {
  const { view, problem, reload } = useFollowed(read, '');
  if (problem !== null) return <NoAnswer problem={problem} retry={() => void reload()} />;
  if (view === null) return <Loading what="the list" heights={[32, 32, 32]} />;
  return <DrillDown projectId={projectId} title={title} ids={view.ids} total={view.total} jql={null} onClose={onClose} />;
}
