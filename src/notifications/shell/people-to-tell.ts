import { z } from 'zod';
import { maySeeIssue, ok, readGroupMembers, readIssuePeople, readRoleMembers, readWatchers } from '../../platform/jira';
import type { JiraOutcome } from '../../platform/jira';
import { marks, select } from '../../platform/database';
import type { Message } from '../message';
import { peopleBehind, peopleToTell, pseudonymsIn, recipientsOn } from '../recipients';
import type { Channel } from '../rules';

/** Account ids of those whom a message tells on a channel and who may see its issue, asked now. */
export async function findPeople(message: Message, issueId: string, channel: Channel): Promise<JiraOutcome<string[]>> {
  const recipients = recipientsOn(message, channel);
  const asks = (kind: string) => recipients.some((recipient) => recipient.kind === kind);
  if (recipients.length === 0) return ok([]);
  const people = await readIssuePeople(issueId);
  if (people.kind !== 'ok') return people;
  const { projectId, owner, assignee } = people.value;
  const watchers = asks('watchers') ? orNone(await readWatchers(issueId), []) : ok([]);
  if (watchers.kind !== 'ok') return watchers;
  const named = asks('named') ? await accountsBehind(pseudonymsIn(message, 'people')) : [];
  const approvers = asks('approvers') ? await accountsBehind(pseudonymsIn(message, 'approvers')) : [];
  const requesters = asks('requester') ? await accountsBehind(pseudonymsIn(message, 'requesters')) : [];
  const roles = new Map<string, readonly string[]>();
  const groups = new Map<string, readonly string[]>();
  for (const recipient of recipients) {
    if (recipient.kind !== 'role' && recipient.kind !== 'group') continue;
    const { kind, name } = recipient;
    const members = orNone(kind === 'role' ? await readRoleMembers(projectId, name) : await readGroupMembers(name), []);
    if (members.kind !== 'ok') return members;
    (kind === 'role' ? roles : groups).set(name, members.value);
  }
  const facts = { owner, assignee, watchers: watchers.value, named, approvers, requesters, roles, groups };
  const allowed = new Set<string>();
  for (const accountId of peopleBehind(recipients, facts)) {
    const sees = orNone(await maySeeIssue(accountId, issueId), false);
    if (sees.kind !== 'ok') return sees;
    if (sees.value) allowed.add(accountId);
  }
  return ok(peopleToTell(message, channel, { ...facts, mayBeTold: (accountId) => allowed.has(accountId) }));
}

/** Who was erased meanwhile is not among them. */
async function accountsBehind(pseudonyms: readonly string[]): Promise<string[]> {
  if (pseudonyms.length === 0) return [];
  const query = `SELECT account_id FROM people WHERE pseudonym IN (${marks(pseudonyms)})`;
  return (await select(z.object({ account_id: z.string() }), query, pseudonyms)).map((row) => row.account_id);
}

/** Where Jira does not let the app know, there is nobody, and the message is told to the others. */
function orNone<Value>(outcome: JiraOutcome<Value>, none: Value): JiraOutcome<Value> {
  return outcome.kind === 'refused' || outcome.kind === 'gone' ? ok(none) : outcome;
}
