import { ticketsOfVersion } from '../defects/shell';
import { passageOf } from '../gates';
import type { Facts } from '../gates';
import { attachmentOfProject } from '../gates/shell';
import type { Settings } from '../settings';

/** What release tickets show of the way of their releases, by the id of the release; with the last look at the workflows. */
export async function passages(
  projectId: string,
  versionIds: readonly string[],
  stages: Settings['stages'],
): Promise<(versionId: string) => Facts['passage']> {
  const guards = (await attachmentOfProject(projectId))?.guards ?? [];
  const order = stages.map(({ key }) => key);
  const found = new Map<string, Facts['passage']>();
  for (const id of versionIds) {
    const tickets = await ticketsOfVersion(id);
    found.set(
      id,
      passageOf(
        tickets.map(({ status }) => status),
        guards,
        order,
      ),
    );
  }
  return (versionId) => found.get(versionId) ?? passageOf([], guards, order);
}
