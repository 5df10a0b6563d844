import { countChange, markVersionsStale, versionById } from '../defects/shell';
import { acknowledge, followed, isTakenBack, isTold, takeBack } from '../gates';
import type { Breach } from '../gates';
import { breachesOf, breachStore, mayNow } from '../gates/shell';
import type { StoredBreach } from '../gates/shell';
import { pseudonymOf } from '../governance/shell';
import type { Instant } from '../kernel/instant';
import { messageAtOnce, releasedPastGate } from '../notifications';
import { sendAtOnce } from '../notifications/shell';
import { newId } from '../platform/identity';
import { isFinal, ok, readVersion, unreleaseVersion } from '../platform/jira';
import type { JiraOutcome } from '../platform/jira';
import { readSettings } from '../settings/shell';
import { enterBreach } from './enter-breach';
import type { ControlOutcome } from './gate-holds';
import { notify, releaseFacts } from './notify';
import { ownersOf } from './tell-line';
import { enterVersionChange, lastChange } from './version-ledger';
import { wake } from './wake';

/** Whether what happened to a version last is that Holdpoint took its release back. */
export async function isTakenBackNow(versionId: string): Promise<boolean> {
  const last = (await breachesOf([versionId])).at(-1);
  return last !== undefined && isTakenBack(last);
}

/** Does what follows from releases past their gate: tells the owners, and takes them back where the project wants it. */
export async function followBreaches(versionId: string, now: Instant): Promise<void> {
  const breaches = await breachesOf([versionId]);
  const unfinished = breaches.filter(({ entered, events }) => entered < events.length);
  for (const breach of unfinished) await follow(breach, breaches, now);
  const [first] = unfinished;
  if (first !== undefined) await countChange(first.projectId);
}

/** Does what a dead function left undone. */
export async function finishBreaches(now: Instant): Promise<void> {
  for (const versionId of new Set((await breachStore.toEnter(200)).map(({ version }) => version.id)))
    await followBreaches(versionId, now);
}

/** Each step is kept before the next; what is kept is not done again. A breach is on record once all of it is done. */
async function follow(breach: StoredBreach, breaches: readonly Breach[], now: Instant): Promise<void> {
  const settings = await readSettings();
  // Nobody can say what the project wants while the settings cannot be read: it waits.
  if (settings.kind !== 'ok') return;
  const wanted = settings.settings.breaches.takeBack.includes(breach.projectId);
  const decision = takeBack(breach, { wanted, breaches, now });
  const back = await takenBack(breach, decision, now);
  if (back === null) return;
  const told = await tellOwners(back, now);
  if (told !== null) await enterBreach(told);
}

/** @returns the breach as it is then; null where it has to wait */
async function takenBack(
  breach: StoredBreach,
  decision: ReturnType<typeof takeBack>,
  now: Instant,
): Promise<StoredBreach | null> {
  if (decision === 'no') return breach;
  if (decision !== 'yes') return keep(breach, followed(breach, 'not-taken-back', decision.because, now));
  const begun = await keep(breach, followed(breach, 'taking-back', 'The project wants it.', now));
  if (begun === null) return null;
  const { id, name } = breach.version;
  const jira = await readVersion(id);
  if (jira.kind === 'ok' && jira.value.released === true) {
    const done = await unreleaseVersion(id);
    if (done.kind !== 'ok')
      return isFinal(done) ? keep(begun, followed(begun, 'not-taken-back', 'Jira does not let Holdpoint do it.', now)) : null;
  } else if (jira.kind !== 'ok') {
    return isFinal(jira) ? keep(begun, followed(begun, 'not-taken-back', 'The version is not there any more.', now)) : null;
  }
  // Jira's event of it may come before this, late, or never: it finds this entry, or makes the same.
  const last = await lastChange(breach.projectId, id, 'unreleased');
  const version = { id, name };
  if (last?.what === 'released')
    await enterVersionChange(breach.projectId, { what: 'unreleased', version, after: last.seq, own: true, now });
  await markVersionsStale(breach.projectId);
  await wake(breach.projectId, now);
  return keep(begun, followed(begun, 'taken-back', '', now));
}

/** @param next null where that was said already @returns null where somebody else was first */
async function keep(breach: StoredBreach, next: Breach | null): Promise<StoredBreach | null> {
  if (next === null) return breach;
  return (await breachStore.update(next)) ? { ...next, entered: breach.entered } : null;
}

const switchedOff = 'Messages are switched off in the settings, under Notifications.';

/** Tells who answers for the release, once. @returns null where the message is on its way still */
async function tellOwners(breach: StoredBreach, now: Instant): Promise<StoredBreach | null> {
  if (isTold(breach)) return breach;
  const { id, projectId, version: named, stage, verdict } = breach;
  const stored = await readSettings();
  if (stored.kind !== 'ok') return null;
  const { settings } = stored;
  const version = await versionById(named.id);
  if (version === null) return keep(breach, followed(breach, 'not-told', 'The version is not there any more.', now));
  const release = await releaseFacts(version, settings);
  const people = await ownersOf(projectId, null, settings, now);
  const facts = { stage: stage.name, verdict: verdict.sentence, takenBack: isTakenBack(breach), people };
  const occurrence = releasedPastGate({ id: `breach:${id}`, at: now, projectId }, facts, release);
  await notify([occurrence], now);
  const message = messageAtOnce(occurrence, release.ticketId, settings.notifications, now);
  if (message === null) return keep(breach, followed(breach, 'not-told', switchedOff, now));
  const sent = await sendAtOnce(projectId, message, now);
  if (sent === null) return null;
  return keep(breach, followed(breach, sent.told ? 'told' : 'not-told', sent.told ? '' : sent.because, now));
}

export interface Acknowledgement {
  readonly projectId: string;
  readonly versionId: string;
  readonly breachId: string;
  readonly because: string;
  readonly accountId: string;
  readonly now: Instant;
}

const refused = (message: string): JiraOutcome<ControlOutcome> => ok({ kind: 'refused', message });

/** Says what is to be thought of a release past its gate, as the person at the screen. It stays on record. */
export async function acknowledgeBreach(wish: Acknowledgement): Promise<JiraOutcome<ControlOutcome>> {
  const { projectId, versionId, breachId, because, accountId, now } = wish;
  const may = await mayNow(projectId, 'lift-holds', now);
  if (may.kind !== 'ok') return may;
  if (may.value === null) return refused('You may not see this project in Jira.');
  const breach = (await breachesOf([versionId])).find(({ id }) => id === breachId);
  if (breach?.projectId !== projectId) return refused('There is no such release past its gate.');
  const who = await pseudonymOf(accountId, newId());
  const outcome = acknowledge(breach, { who, mayAcknowledge: may.value, because, now });
  if (outcome.kind === 'refused') return ok(outcome);
  if (!(await breachStore.update(outcome.breach)))
    return refused('Somebody else has changed this meanwhile. Reload the page to see it as it is.');
  await followBreaches(versionId, now);
  return ok({ kind: 'done', sentence: 'Acknowledged. It stays on record.' });
}
