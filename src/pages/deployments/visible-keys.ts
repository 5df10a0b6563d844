import { issueByKey } from '../../defects/shell';
import { maySee } from '../access';
import type { Access } from '../access';

const mostAsked = 50;

/** Those of these keys that the viewer may see, as far as Holdpoint knows: of an issue that it does not follow nobody can tell. */
export async function visibleKeys(projectId: string, keys: readonly string[], access: Access): Promise<Set<string>> {
  const asked = [...new Set(keys)].slice(0, mostAsked);
  const stored = await Promise.all(asked.map((key) => issueByKey(projectId, key)));
  return new Set(
    asked.filter((_, at) => {
      const issue = stored[at] ?? null;
      return issue !== null && maySee(access, issue.securityLevel);
    }),
  );
}
