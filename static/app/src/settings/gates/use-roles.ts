import { useEffect, useState } from 'react';
import { call } from '../../bridge/call';

/** Names of the roles that projects have; none until they are read, or where Jira does not tell them: any name can be written. */
export function useRoles(): readonly string[] {
  const [roles, setRoles] = useState<readonly string[]>([]);
  useEffect(() => {
    let shown = true;
    void call('roleChoices', {}).then((answer) => {
      if (shown && answer.kind === 'ok') setRoles(answer.view.roles);
    });
    return () => void (shown = false);
  }, []);
  return roles;
}
