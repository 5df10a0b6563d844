import type { Issue } from '../model';
import { choiceField } from './choice-field';
import type { SearchContext } from './search-context';
import type { SearchField } from './search-field';
import { USER_FUNCTIONS } from './value-functions';

/** A field with one user or none. Users are named by account id, display name or e-mail address. */
export function userField(read: (issue: Issue) => string | null, context: SearchContext, historyId = 'assignee'): SearchField {
  return choiceField(
    {
      ids: (issue) => {
        const accountId = read(issue);
        return accountId === null ? [] : [accountId];
      },
      choices: (site) =>
        site
          .users()
          .map(({ accountId, displayName, emailAddress }) => ({ id: accountId, names: [displayName, accountId, emailAddress] })),
      less: null,
      functions: USER_FUNCTIONS,
      historyId,
    },
    context,
  );
}
