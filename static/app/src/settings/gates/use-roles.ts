import { createContext, useContext, useEffect, useState } from 'react';
import { call } from '../../bridge/call';

/** Id of the project whose gates are changed; null where they are those of all projects. */
export const RolesOfProject = createContext<string | null>(null);

interface Roles {
  /** None until they are read, or where Jira does not tell them: any name can be written. */
  readonly names: readonly string[];
  /** Whether they are the roles of the one project that the gates are of: then it is one of these. */
  readonly isOne: boolean;
}

/** Names of the roles of the project whose gates are changed, or of all projects. */
export function useRoles(): Roles {
  const projectId = useContext(RolesOfProject);
  const [names, setNames] = useState<readonly string[]>([]);
  useEffect(() => {
    let shown = true;
    const asked = projectId === null ? call('roleChoices', {}) : call('projectRoleChoices', { projectId });
    void asked.then((answer) => {
      if (shown && answer.kind === 'ok') setNames(answer.view.roles);
    });
    return () => void (shown = false);
  }, [projectId]);
  return { names, isOne: projectId !== null };
}
