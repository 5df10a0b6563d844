import type { ReactElement } from 'react';
import type { PanelView } from '../../../../src/contracts/panel';
import { usePage } from '../shared/page-context';
import { useServerNow } from '../shared/server-clock';
import { SeverityMark } from '../shared/severity-mark';
import { dueWords } from '../shared/time-words';

type Defect = Extract<PanelView, { kind: 'defect' }>;

/** Severity, customers, and when the defect should be resolved. */
export function DefectFacts({ defect }: { defect: Defect }): ReactElement {
  const { format } = usePage();
  const now = useServerNow();
  return (
    <dl className="facts">
      <div>
        <dt>Severity</dt>
        <dd>
          <SeverityMark severity={defect.severity} />
        </dd>
      </div>
      <div>
        <dt>Customers</dt>
        <dd>{defect.tier ?? 'Not set, counts as the strictest'}</dd>
      </div>
      <div>
        <dt>To be resolved</dt>
        <dd>
          {defect.dueAt === null || !defect.open ? (
            <span className="subtle">{defect.open ? 'No target' : 'Done'}</span>
          ) : (
            <time dateTime={defect.dueAt} title={format.full(defect.dueAt)} className={defect.overdue ? 'late' : undefined}>
              {dueWords(defect.dueAt, now)}
            </time>
          )}
        </dd>
      </div>
    </dl>
  );
}
