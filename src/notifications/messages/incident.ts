import type { Severity } from '../../kernel/severity';
import type { Happening, Occurrence, ReleaseFacts } from '../occurrence';
import { plain } from '../plain';

export const incidentEvents = { incident: 'incidents were reported' } as const;

export interface IncidentFacts {
  readonly title: string;
  readonly environment: string;
  readonly severity: Severity | null;
}

/** Something is wrong where users are. */
export function incidentReported(
  { id, at, projectId }: Happening,
  { title, environment, severity }: IncidentFacts,
  releases: readonly ReleaseFacts[],
): Occurrence<keyof typeof incidentEvents> {
  const sentence = `Incident in ${plain(environment, 100)}: ${plain(title, 160)}`;
  return { id, at, projectId, event: 'incident', severity, issueId: null, releases, sentence };
}
