import { clearVersionsStale, countChange, issuesNaming, keepVersionOrder, markDirty, storeVersions } from '../defects/shell';
import { unpublish } from '../gates/shell';
import { linkReadiness } from './link-readiness';
import { readClock } from '../platform/clock';
import { newId } from '../platform/identity';
import { ok, readVersions } from '../platform/jira';
import type { JiraOutcome } from '../platform/jira';

/**
 * Reads the versions of a project again. Issues of a version that is gone (deleted, or merged into another) are marked to be read
 * again, because Jira changes them without a word, and its published verdict is taken away.
 * @returns ids of versions that changed
 */
export async function rereadVersions(projectId: string): Promise<JiraOutcome<Set<string>>> {
  await clearVersionsStale(projectId);
  const read = await readVersions(projectId);
  if (read.kind !== 'ok') return read;
  const versions = read.value.map((version) => ({
    id: version.id,
    projectId,
    name: version.name.slice(0, 255),
    startDate: version.startDate ?? null,
    releaseDate: version.releaseDate ?? null,
    released: version.released ?? false,
    archived: version.archived ?? false,
  }));
  const { changed, removed } = await storeVersions(projectId, versions);
  const moved = await keepVersionOrder(
    projectId,
    versions.map(({ id }) => id),
  );
  if (moved || changed.length + removed.length > 0) await countChange(projectId);
  if (removed.length > 0) {
    const issues = await issuesNaming(removed);
    await markDirty(
      projectId,
      issues.map((issueId) => ({ issueId, token: newId(), deleted: false })),
      readClock(),
    );
    for (const id of removed) {
      const gone = await unpublish(projectId, id);
      if (gone.kind !== 'ok') return gone;
    }
  }
  await linkReadiness(projectId);
  return ok(new Set([...changed, ...removed]));
}
