import type { Instant } from '../kernel/instant';
import type { Issue } from './issue';

/** The issue whose transitions the gates of its fix versions block. */
export interface ReleaseTicket {
  readonly id: string;
  readonly projectId: string;
  readonly key: string;
  readonly status: { readonly name: string; readonly category: string };
  readonly securityLevel: string | null;
  readonly versionIds: readonly string[];
  readonly updatedAt: Instant;
}

export function toReleaseTicket(issue: Issue): ReleaseTicket {
  const { fields } = issue;
  return {
    id: issue.id,
    projectId: fields.project.id,
    key: issue.key,
    status: { name: fields.status.name, category: fields.status.statusCategory.key },
    securityLevel: fields.security?.id ?? null,
    versionIds: [...new Set(fields.fixVersions)],
    updatedAt: fields.updated,
  };
}
