import { issuesByKeys } from '../../defects/shell';
import { maySee } from '../access';
import type { Access } from '../access';

/** In one query. */
const mostAsked = 500;

/** Which issues the viewer may see, by their keys, as far as Holdpoint knows: of one that it does not follow nobody can tell. */
export async function visibleKeys(projectId: string, keys: readonly string[], access: Access): Promise<Set<string>> {
  const sight = await keysInSight(projectId, keys, access);
  return new Set(sight.visible);
}

/** The same, and beside it those of which Holdpoint knows that the viewer may not see them. */
export async function keysInSight(
  projectId: string,
  keys: readonly string[],
  access: Access,
): Promise<{ readonly visible: ReadonlySet<string>; readonly hidden: ReadonlySet<string> }> {
  const asked = [...new Set(keys.map((key) => key.toUpperCase()))].slice(0, mostAsked);
  const stored = [...(await issuesByKeys(projectId, asked)).values()];
  const isVisible = new Map(stored.map(({ key, securityLevel }) => [key, maySee(access, securityLevel)]));
  return {
    visible: new Set(asked.filter((key) => isVisible.get(key) === true)),
    hidden: new Set(asked.filter((key) => isVisible.get(key) === false)),
  };
}
