import { useCallback, type ReactElement } from 'react';
import type { RepairIssuesView, RepairPart, RepairRange } from '../../../../../src/contracts/repair';
import { call } from '../../bridge/call';
import { DrillDown } from '../../chart/drill-down';
import { Loading } from '../../shared/loading';
import { usePage } from '../../shared/page-context';
import { NoAnswer } from '../no-answer';
import { useFollowed } from '../use-followed';

const partWords: Readonly<Record<RepairPart, string>> = {
  ...{ all: 'Detected', repaired: 'Detected and repaired', open: 'Detected and still open' },
  'introduction-unknown': 'Of unknown introduction, detected',
};

interface Props {
  readonly projectId: string;
  readonly range: RepairRange;
  /** Null for those of which nobody said where they were detected. */
  readonly stage: { readonly key: string; readonly name: string } | null;
  readonly part: RepairPart;
  readonly onClose: () => void;
}

/** The defects and incidents behind a figure. */
export function RepairList({ projectId, range, stage, part, onClose }: Props): ReactElement {
  const key = stage?.key ?? null;
  const read = useCallback(() => call('repairIssues', { projectId, range, stage: key, part }), [projectId, range, key, part]);
  const { view, problem, reload } = useFollowed(read, '');
  if (problem !== null) return <NoAnswer problem={problem} retry={() => void reload()} />;
  if (view === null) return <Loading what="the list" heights={[32, 32, 32]} />;
  return (
    <>
      <DrillDown
        projectId={projectId}
        title={stage === null ? 'Detected, nobody said where' : `${partWords[part]} in ${stage.name}`}
        ids={view.ids}
        total={view.total}
        jql={view.jql}
        onClose={onClose}
      />
      {view.incidents.length > 0 && <Incidents incidents={view.incidents} />}
    </>
  );
}

function Incidents({ incidents }: { incidents: RepairIssuesView['incidents'] }): ReactElement {
  const { format } = usePage();
  return (
    <div className="stack stack-tight" data-section="repair-incidents">
      <h3>Incidents that no defect stands for</h3>
      <ul className="repair-incidents">
        {incidents.map(({ incident, title, startedAt, resolvedAt }) => (
          <li key={incident}>
            <strong>{incident}</strong> {title}{' '}
            <span className="subtle">
              since {format.date(startedAt)}
              {resolvedAt === null ? ', not over yet' : `, over on ${format.date(resolvedAt)}`}
            </span>
          </li>
        ))}
      </ul>
    </div>
  );
}
