import type { HistoryItem, User } from '../../jira/model';
import type { ExportedIssue, ExportedUser } from './export-schema';

/** The people of the export under pseudonyms; account ids stay, since histories point to them. */
export interface ImportedPeople {
  readonly users: User[];
  accountIdOf(user: ExportedUser | null | undefined): string | null;
  /** The item with pseudonyms in place of names, where it is about people. */
  withoutNames(item: HistoryItem): HistoryItem;
}

const ABOUT_PEOPLE = new Set(['assignee', 'reporter', 'creator']);

const identityOf = ({ accountId, key, name }: ExportedUser): string | null => accountId ?? key ?? name ?? null;

const usersIn = ({ fields, changelog }: ExportedIssue): (ExportedUser | null | undefined)[] => [
  fields.assignee,
  fields.reporter,
  fields.creator,
  ...(changelog?.histories ?? []).map(({ author }) => author),
  ...(fields.comment?.comments ?? []).map(({ author }) => author),
];

const peopleIn = (issue: ExportedIssue): ExportedUser[] => {
  const items = (issue.changelog?.histories ?? []).flatMap(({ items: entries }) => entries);
  const mentioned = items.filter(({ fieldId }) => ABOUT_PEOPLE.has(fieldId)).flatMap(({ from, to }) => [from, to]);
  return [
    ...usersIn(issue).filter((user) => user !== null && user !== undefined),
    ...mentioned.filter((accountId) => accountId !== null && accountId !== '').map((accountId) => ({ accountId })),
  ];
};

const pseudonymous = (user: ExportedUser, accountId: string, number: number): User => ({
  accountId,
  displayName: user.accountType === 'app' ? `App ${number}` : `Person ${number}`,
  emailAddress: `person-${number}@example.com`,
  timeZone: user.timeZone ?? 'Etc/UTC',
  accountType: user.accountType === 'app' ? 'app' : 'atlassian',
  active: user.active ?? true,
  groups: [],
});

export const importPeople = (issues: readonly ExportedIssue[]): ImportedPeople => {
  const known = new Map<string, User>();
  for (const user of issues.flatMap(peopleIn)) {
    const identity = identityOf(user);
    // A login name is personal data, an opaque account id is not shown anywhere.
    const accountId = user.accountId ?? `imported:${known.size + 1}`;
    if (identity !== null && !known.has(identity)) known.set(identity, pseudonymous(user, accountId, known.size + 1));
  }
  const userOf = (identity: string | null): User | undefined => (identity === null ? undefined : known.get(identity));
  const side = (identity: string | null): readonly [string | null, string | null] => {
    const user = userOf(identity);
    return user ? [user.accountId, user.displayName] : [null, null];
  };
  return {
    users: [...known.values()],
    accountIdOf: (user) => (user ? (userOf(identityOf(user))?.accountId ?? null) : null),
    withoutNames: (item) => {
      if (!ABOUT_PEOPLE.has(item.fieldId)) return item;
      const [from, fromString] = side(item.from);
      const [to, toString] = side(item.to);
      return { ...item, from, fromString, to, toString };
    },
  };
};
