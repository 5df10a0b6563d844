import { noteLinked, versionsWithoutLink } from '../defects/shell';
import { addRelatedWork, ok, projectPageAddress, readRelatedWork } from '../platform/jira';
import type { JiraOutcome } from '../platform/jira';
import { logInfo } from '../platform/log';

/**
 * Links every unreleased version to its readiness, once, from its release page in Jira, where no app can show anything else. Two points
 * for the address and two a version; none where all are linked. A link that cannot be made disturbs nothing: it is tried again with
 * the next read, unless Jira refuses it for good.
 */
export async function linkReadiness(projectId: string): Promise<void> {
  const versions = await versionsWithoutLink(projectId);
  if (versions.length === 0) return;
  const address = await projectPageAddress(projectId);
  if (address.kind !== 'ok') return logInfo('readiness-not-linked', { project: projectId, because: address.because });
  for (const { id, name } of versions) {
    const linked = await link(id, { title: `Is ${name} ready? Holdpoint`, url: `${address.value}/readiness/${id}` });
    if (linked.kind === 'ok' || linked.kind === 'refused' || linked.kind === 'gone') await noteLinked(projectId, id);
    if (linked.kind !== 'ok') logInfo('readiness-not-linked', { project: projectId, version: id, because: linked.because });
  }
}

/** A crash between the link and its note must not make a second one. */
async function link(versionId: string, wanted: { title: string; url: string }): Promise<JiraOutcome<null>> {
  const present = await readRelatedWork(versionId);
  if (present.kind !== 'ok') return present;
  return present.value.some(({ url }) => url === wanted.url) ? ok(null) : addRelatedWork(versionId, wanted);
}
