import { useEffect, useState } from 'react';
import { z } from 'zod';
import { readJira } from '../bridge/jira';

const pauseMs = 300;
const most = 6;
const usersSchema = z.array(
  z.object({
    accountId: z.string(),
    displayName: z.string(),
    accountType: z.string().optional(),
    active: z.boolean().optional(),
  }),
);

interface FoundPerson {
  readonly accountId: string;
  readonly name: string;
}

/** People whom Jira finds by a part of their name: GET /rest/api/3/user/search. Null while nothing is searched for. */
export function usePeopleSearch(text: string): readonly FoundPerson[] | null {
  const [found, setFound] = useState<{ readonly query: string; readonly people: readonly FoundPerson[] } | null>(null);
  const query = text.trim();
  useEffect(() => {
    if (query === '') return;
    let gone = false;
    const timer = setTimeout(() => {
      const search = new URLSearchParams({ query, maxResults: '20' });
      void readJira(`/rest/api/3/user/search?${search.toString()}`, usersSchema).then((users) => {
        if (gone) return;
        const people = (users ?? []).filter(
          ({ accountType = 'atlassian', active = true }) => accountType === 'atlassian' && active,
        );
        setFound({
          query,
          people: people.slice(0, most).map(({ accountId, displayName }) => ({ accountId, name: displayName })),
        });
      });
    }, pauseMs);
    return () => {
      gone = true;
      clearTimeout(timer);
    };
  }, [query]);
  return found?.query === query ? found.people : null;
}
