import { issuesById } from '../../defects/shell';
import type { Sight } from '../decisions/named-issues';
import type { Viewer } from '../viewer';
import { viewerAccess } from '../viewer-access';
import { mostFlips } from './view-model';
import type { ReplayedFacts } from './view-model';

/** Which issues of the projects the viewer may be shown, by project id; none of a project of which Jira does not say. */
export async function sightsOf(facts: ReplayedFacts, { accountId, now }: Viewer): Promise<Map<string, Sight>> {
  const flips = facts.flips.slice(0, mostFlips);
  const stored = await issuesById([...new Set(flips.flatMap(({ defects }) => defects.map(({ id }) => id)))]);
  const sights = new Map<string, Sight>();
  for (const projectId of new Set(flips.map((flip) => flip.projectId))) {
    const access = await viewerAccess(accountId, projectId, now);
    if (access.kind === 'ok') sights.set(projectId, { projectId, access: access.value, stored });
  }
  return sights;
}
