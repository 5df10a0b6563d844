import type { ReactElement } from 'react';
import type { IncidentView, PipelinesView } from '../../../../../src/contracts/pipelines';
import { IssueLink } from '../../shared/jira-link';
import { SeverityMark } from '../../shared/severity-mark';
import { durationWords } from '../../shared/time-words';
import { ToldTime } from '../../shared/told-time';
import { environmentWords } from '../deployments/deployment-words';
import { RowList, type Column } from '../row-list';
import { ShowMore } from '../show-more';
import { ReleaseName } from './release-name';

interface Props {
  readonly incidents: readonly IncidentView[];
  readonly releases: PipelinesView['releases'];
}

const columnsWith = (releases: PipelinesView['releases']): readonly Column<IncidentView>[] => [
  { name: 'Incident', head: true, cell: (incident) => <Incident incident={incident} /> },
  { name: 'Severity', cell: ({ severity }) => <SeverityMark severity={severity} /> },
  { name: 'Where', cell: (incident) => <Where incident={incident} releases={releases} /> },
  { name: 'When', cell: (incident) => <When incident={incident} /> },
  {
    name: 'Users affected',
    cell: ({ usersAffected }) =>
      usersAffected === null ? <span className="subtle">Not told</span> : <>{usersAffected.toLocaleString('en')}</>,
  },
];

function Incident({ incident: { incident, title, issueKey } }: { incident: IncidentView }): ReactElement {
  return (
    <div className="cell-lines" data-incident={incident}>
      <span>
        {incident}: {title}
      </span>
      {issueKey !== null && <IssueLink issueKey={issueKey} />}
    </div>
  );
}

function Where({ incident, releases }: { incident: IncidentView; releases: Props['releases'] }): ReactElement {
  return (
    <div className="cell-lines">
      <span>{environmentWords(incident)}</span>
      {incident.version !== null && (
        <span className="small">
          <ReleaseName name={incident.version} releases={releases} />
        </span>
      )}
    </div>
  );
}

function When({ incident: { startedAt, resolvedAt } }: { incident: IncidentView }): ReactElement {
  return (
    <div className="cell-lines">
      <ToldTime at={startedAt} />
      {resolvedAt === null ? (
        <strong>Open</strong>
      ) : (
        <span className="small subtle">
          Resolved after {durationWords(Math.max(0, Date.parse(resolvedAt) - Date.parse(startedAt)))}
        </span>
      )}
    </div>
  );
}

/** Incidents, the newest first. */
export function IncidentList({ incidents, releases }: Props): ReactElement {
  return (
    <ShowMore rows={incidents} first={6} what="incidents">
      {(shown) => <RowList caption="Incidents" columns={columnsWith(releases)} rows={shown} keyOf={({ incident }) => incident} />}
    </ShowMore>
  );
}
