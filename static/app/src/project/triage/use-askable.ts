import { useEffect, useState } from 'react';
import { z } from 'zod';
import { readJira } from '../../bridge/jira';

export interface Person {
  readonly id: string;
  readonly name: string;
}
const most = 20;
const waitMs = 250;
const usersSchema = z.array(
  z.looseObject({
    accountId: z.string(),
    displayName: z.string(),
    active: z.boolean().default(true),
    accountType: z.string().default('atlassian'),
  }),
);

/**
 * People whom a question can be put to, as Jira shows them to the viewer: GET /rest/api/3/user/assignable/search of the issue.
 * @param query part of a name; everybody where it is empty
 * @returns null while Jira has not answered, or does not
 */
export function useAskable(issueKey: string, query: string): readonly Person[] | null {
  const [people, setPeople] = useState<readonly Person[] | null>(null);
  useEffect(() => {
    let gone = false;
    const timer = setTimeout(
      () => {
        const search = new URLSearchParams({ issueKey, query, maxResults: String(most) });
        void readJira(`/rest/api/3/user/assignable/search?${search.toString()}`, usersSchema).then((users) => {
          if (gone || users === null) return;
          const persons = users.filter(({ active, accountType }) => active && accountType === 'atlassian');
          setPeople(persons.map(({ accountId, displayName }) => ({ id: accountId, name: displayName })));
        });
      },
      query === '' ? 0 : waitMs,
    );
    return () => {
      gone = true;
      clearTimeout(timer);
    };
  }, [issueKey, query]);
  return people;
}
