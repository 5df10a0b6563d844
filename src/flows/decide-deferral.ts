import { defectById, versionsOf } from '../defects/shell';
import { pseudonymOf } from '../governance/shell';
import { dayWords } from '../kernel/day-words';
import type { Instant } from '../kernel/instant';
import { newId } from '../platform/identity';
import { fetchIssues, ok } from '../platform/jira';
import type { JiraOutcome } from '../platform/jira';
import { readSettings } from '../settings/shell';
import { decideDeferral as decide, isApprover, levelFor, stateAt, timesHeld } from '../triage';
import type { CommandFacts, Deferral, DeferralCommand, DeferralState } from '../triage';
import { decidingPerson, deferralById, deferralsOfIssues, updateDeferral } from '../triage/shell';
import { carryOutAgain } from './carry-out-deferrals';
import { endDeferrals } from './expire-deferrals';

export interface DeferralDecision {
  readonly projectId: string;
  readonly deferralId: string;
  readonly command: DeferralCommand;
  readonly accountId: string;
  readonly now: Instant;
}

export type DecisionOutcome =
  | { readonly kind: 'done'; readonly state: DeferralState; readonly sentence: string }
  | { readonly kind: 'refused'; readonly message: string };

const refused = (message: string): JiraOutcome<DecisionOutcome> => ok({ kind: 'refused', message });

/**
 * Approves, refuses, extends, withdraws or reinstates a deferral as the person at the screen. Who is assigned and what the defect is
 * planned for is read from Jira now; of two who decide at once, one does.
 */
export async function decideDeferral(decision: DeferralDecision): Promise<JiraOutcome<DecisionOutcome>> {
  const { projectId, deferralId, command, accountId, now } = decision;
  const settings = await readSettings();
  if (settings.kind !== 'ok')
    return refused('The settings cannot be read, so nobody knows who may decide. An admin must save them anew.');
  // What is over gets its end first: it may be some minutes before the clock comes to it.
  const before = await deferralById(deferralId);
  const ended = before === null ? new Set() : await endDeferrals([before], now);
  const deferral = ended.size === 0 ? before : await deferralById(deferralId);
  if (deferral?.projectId !== projectId) return refused('There is no such deferral in this project.');
  const person = await decidingPerson(projectId, accountId, now);
  if (person.kind !== 'ok') return person;
  if (person.value === null) return refused('You may not see this project in Jira.');
  const read = await fetchIssues([deferral.issueId], []);
  if (read.kind !== 'ok') return read;
  const fields = read.value[0]?.fields;
  const defect = await defectById(deferral.issueId);
  if (fields === undefined || defect === null) return refused('The defect is gone, or Holdpoint may not see it.');
  const all = await deferralsOfIssues([deferral.issueId]);
  const level = levelFor(settings.settings.deferrals, levelAsked(deferral, command, all));
  const assignee = fields.assignee?.accountId;
  const facts: CommandFacts = {
    ...{ policy: settings.settings.deferrals, now, level, times: timesHeld(all), releases: await versionsOf(projectId) },
    who: await pseudonymOf(accountId, newId()),
    approves: isApprover(level, person.value),
    assignee: assignee === undefined ? null : await pseudonymOf(assignee, newId()),
    defect: {
      ...{ open: fields.status.statusCategory.key !== 'done', severity: defect.severity, planned: fields.fixVersions },
    },
    other: all.some((one) => one.id !== deferral.id && ['requested', 'approved'].includes(stateAt(one, now))),
  };
  const outcome = decide(deferral, command, facts);
  if (outcome.kind === 'refused') return ok(outcome);
  if (!(await updateDeferral(outcome.deferral)))
    return refused('Somebody else has changed this deferral meanwhile. Reload the page to see it as it is.');
  await carryOutAgain([deferralId], now);
  return ok({ kind: 'done', state: outcome.deferral.state, sentence: sentenceOf(outcome.deferral, command) });
}

/** To hold once more needs the level of the next time; about one that holds decides the level that let it. */
function levelAsked(deferral: Deferral, { act }: DeferralCommand, all: readonly Deferral[]): number {
  const isNext = act === 'reinstate' || deferral.state === 'requested';
  return isNext ? timesHeld(all) + 1 : deferral.k;
}

function sentenceOf({ target, expiresAt }: Deferral, { act }: DeferralCommand): string {
  const until = dayWords(expiresAt);
  switch (act) {
    case 'approve':
      return `Deferred to ${target.name} until ${until}. The gates of earlier releases do not count it.`;
    case 'refuse':
      return 'Refused. The defect counts as before.';
    case 'extend':
      return `Extended until ${until}.`;
    case 'withdraw':
      return 'Withdrawn. The defect counts again.';
    case 'reinstate':
      return `Deferred again to ${target.name}, until ${until}.`;
  }
}
