import type { BridgeRequest, BridgeView } from '../../contracts/bridge';
import type { Answer } from '../../contracts/screen';
import { notAdmin } from '../admins-only';
import { shown } from '../answer';
import type { Viewer } from '../viewer';
import { rolesOfProjects } from './project-roles';

/** Names of the roles that projects have, in the order of the alphabet. */
export async function roleChoices(
  _request: BridgeRequest<'roleChoices'>,
  viewer: Viewer,
): Promise<Answer<BridgeView<'roleChoices'>>> {
  const stop = await notAdmin();
  if (stop !== null) return stop;
  const projects = await rolesOfProjects(viewer.now);
  return shown({ roles: [...new Set(projects.flatMap(({ roles }) => roles))].sort((a, b) => a.localeCompare(b)) });
}
