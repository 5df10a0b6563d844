import type { BridgeRequest, BridgeView } from '../../contracts/bridge';
import type { Answer } from '../../contracts/screen';
import { inTrouble, shown } from '../answer';
import { rolesOfProject } from '../settings/project-roles';
import type { Viewer } from '../viewer';
import { openGates } from './access';
import { notDelegated } from './wanted';

/** Names of the roles of the project, in the order of the alphabet, for who may say which of them confirms a check. */
export async function projectRoleChoices(
  { projectId }: BridgeRequest<'projectRoleChoices'>,
  viewer: Viewer,
): Promise<Answer<BridgeView<'projectRoleChoices'>>> {
  const opened = await openGates(projectId, viewer);
  if (opened.kind !== 'open') return opened;
  if (opened.may === 'nothing') return notDelegated;
  const roles = await rolesOfProject(projectId);
  return roles.kind === 'ok' ? shown({ roles: roles.value.sort((a, b) => a.localeCompare(b)) }) : inTrouble(roles);
}
