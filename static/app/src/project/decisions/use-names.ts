import { useEffect, useState } from 'react';
import { z } from 'zod';
import { readJira } from '../../bridge/jira';

const perRequest = 50;
const usersSchema = z.object({ values: z.array(z.object({ accountId: z.string(), displayName: z.string() })) });

/**
 * Names of people as Jira shows them to the viewer: GET /rest/api/3/user/bulk. Holdpoint itself keeps none. Who is not found has no
 * entry.
 */
export function useNames(accountIds: readonly string[]): ReadonlyMap<string, string> {
  const [names, setNames] = useState<ReadonlyMap<string, string>>(new Map());
  const wanted = [...new Set(accountIds)].sort().join(' ');
  useEffect(() => {
    let shown = true;
    const ids = wanted === '' ? [] : wanted.split(' ');
    const read = async (): Promise<void> => {
      for (let start = 0; start < ids.length; start += perRequest) {
        const query = new URLSearchParams([
          ...ids.slice(start, start + perRequest).map((id) => ['accountId', id]),
          ['maxResults', String(perRequest)],
        ]);
        const users = await readJira(`/rest/api/3/user/bulk?${query.toString()}`, usersSchema);
        if (!shown || users === null) return;
        setNames(
          (known) => new Map([...known, ...users.values.map((user): [string, string] => [user.accountId, user.displayName])]),
        );
      }
    };
    void read();
    return () => void (shown = false);
  }, [wanted]);
  return names;
}
