import { defectsById } from '../defects/shell';
import type { StoredDefect, StoredProject } from '../defects/shell';
import { peopleBehind } from '../governance/shell';
import { day, plus } from '../kernel/instant';
import type { Instant } from '../kernel/instant';
import { sendDigest } from '../notifications/shell';
import { issuesSeenBy } from '../platform/jira';
import { logFailure, logInfo } from '../platform/log';
import { clockCalendarOf } from '../settings';
import type { Settings } from '../settings';
import { readSettings } from '../settings/shell';
import { clockTimes, digestsDue, escalationOf } from '../triage';
import type { OwnershipConfig } from '../triage';
import {
  activeDeferrals,
  claimDigest,
  lastDigestDays,
  noteDigests,
  openQuestions,
  ownedDefects,
  ownersOf,
  ownershipConfig,
  releaseDigest,
} from '../triage/shell';
import { escalatedSince, hasLadder, ownersOfWaiting } from './owner-facts';
import { unusualCycles } from './triage-facts';

/** Something that waits for a person. */
interface Item {
  readonly accountId: string;
  readonly defectId: string;
  readonly heading: string;
  /** Follows the key and the summary; `due` is set in the person's own time. */
  readonly words: string;
  readonly due: Instant | null;
}

const headings = {
  escalated: 'Taken to you, because nobody has decided',
  asked: 'Asked of you',
  undecided: 'Waits for your decision',
  deferral: 'Your deferrals that end soon',
} as const;
const endsSoon = 3 * day;
/** Jira is asked about so many issues of a person at most; a mail shows fewer. */
const mostAsked = 200;

/** Sends everybody whose working day has begun what waits for them: one mail a person and day, and none where nothing waits. */
export async function sendDigests(projects: readonly StoredProject[], now: Instant): Promise<void> {
  const stored = await readSettings();
  // A working day begins on a quarter of an hour: in between nobody's does.
  if (stored.kind !== 'ok' || !stored.settings.ownership.digest || new Date(now).getUTCMinutes() % 15 >= 5) return;
  const items: Item[] = [];
  const configs: OwnershipConfig[] = [];
  for (const project of projects) {
    if (project.state !== 'ready') continue;
    try {
      const read = await waitingIn(project, stored.settings, now);
      items.push(...read.items);
      configs.push(read.config);
    } catch (error) {
      logFailure('digest-failed', error, { project: project.id });
    }
  }
  const first = configs[0];
  if (first === undefined || items.length === 0) return;
  // A person who is known to one project is known to all.
  const config = { ...first, people: new Map(configs.flatMap(({ people }) => [...people])) };
  await send(config, items, now);
}

async function send(config: OwnershipConfig, items: readonly Item[], now: Instant): Promise<void> {
  const sent = await lastDigestDays();
  const before = new Map(sent);
  const waiting = new Map<string, Item[]>();
  for (const item of items) waiting.set(item.accountId, [...(waiting.get(item.accountId) ?? []), item]);
  const plain = (some: readonly Item[]) => some.map(({ heading }) => ({ heading, line: '', resolved: false }));
  const due = digestsDue(config, new Map([...waiting].map(([id, some]) => [id, plain(some)])), sent, now);
  for (const { accountId, day: date } of due) {
    const shown = await visible(waiting.get(accountId) ?? [], accountId);
    const lines = shown.map(({ item, defect }) => ({
      heading: item.heading,
      line: lineOf(item, defect, zoneOf(config, accountId)),
      resolved: !defect.open,
    }));
    const digest = digestsDue(config, new Map([[accountId, lines]]), before, now)[0];
    const carrier = shown.find(({ defect }) => defect.open)?.defect.id;
    if (digest === undefined || carrier === undefined || !(await claimDigest(accountId, date))) continue;
    const outcome = await sendDigest(accountId, carrier, digest);
    if (outcome.kind === 'ok') sent.set(accountId, date);
    else {
      logInfo('digest-refused', { outcome: outcome.kind, because: outcome.because });
      if (outcome.kind === 'busy') await releaseDigest(accountId, date);
    }
    if (outcome.kind === 'busy') break;
  }
  await noteDigests(sent);
}

/** Of what waits, what the person may see now; in the order in which it was given. */
async function visible(items: readonly Item[], accountId: string) {
  const ids = [...new Set(items.map(({ defectId }) => defectId))].slice(0, mostAsked);
  const seen = await issuesSeenBy(accountId, ids);
  if (seen.kind !== 'ok') return [];
  const defects = new Map((await defectsById(ids.filter((id) => seen.value.has(id)))).map((one) => [one.id, one]));
  return items.flatMap((item) => {
    const defect = defects.get(item.defectId);
    return defect === undefined ? [] : [{ item, defect }];
  });
}

function zoneOf({ people, calendars, zone }: OwnershipConfig, accountId: string): string {
  const calendar = people.get(accountId)?.calendar;
  return calendars.find(({ name }) => name === calendar)?.zone ?? zone;
}

function lineOf({ words, due }: Item, { key, summary, severity }: StoredDefect, timeZone: string): string {
  const at =
    due === null
      ? ''
      : ` ${new Intl.DateTimeFormat('en-GB', { timeZone, weekday: 'short', day: 'numeric', month: 'short', hour: '2-digit', minute: '2-digit' }).format(new Date(due))}`;
  return `${key}: ${summary.slice(0, 100)} (${severity ?? 'no severity yet'}${words === '' ? '' : `, ${words}`}${at})`;
}

interface Waiting {
  readonly config: OwnershipConfig;
  readonly items: readonly Item[];
}

/** In the order in which a mail shows it. */
async function waitingIn(project: StoredProject, settings: Settings, now: Instant): Promise<Waiting> {
  const { config, waiting } = await ownersOfWaiting(project, settings, null, now);
  const cycles = await unusualCycles(project.id, settings);
  const since = hasLadder(settings) ? await escalatedSince(project.id, now) : now;
  const calendar = clockCalendarOf(settings);
  const all = waiting.map(({ owned }) => owned);
  const owners = ownersOf(config, all, now);
  const undecided: Item[] = [];
  const escalated: Item[] = [];
  for (const { candidate, waiting: defect } of waiting) {
    const { id: defectId, severity } = candidate;
    const cycle = cycles.get(defectId) ?? 'normal';
    const { dueAt: due } = clockTimes({ startedAt: defect.startedAt, severity, cycle }, settings.triage, calendar);
    const late = due !== null && due <= now;
    const item = { defectId, words: due === null ? '' : late ? 'overdue since' : 'decide by', due };
    const owner = owners.get(defectId);
    if (owner !== undefined && due !== null) undecided.push({ ...item, accountId: owner, heading: headings.undecided });
    const escalation = escalationOf(config, defect, now);
    if (escalation.kind === 'none' || escalation.due === null || escalation.since < since) continue;
    for (const accountId of escalation.due.to) escalated.push({ ...item, accountId, heading: headings.escalated });
  }
  const items = [...soonest(escalated), ...(await asked(project.id, now)), ...soonest(undecided)];
  return { config, items: [...items, ...(await endingDeferrals(project.id, settings, now))] };
}

function soonest(items: readonly Item[]): Item[] {
  return [...items].sort((a, b) => ((a.due ?? '9') < (b.due ?? '9') ? -1 : 1));
}

async function asked(projectId: string, now: Instant): Promise<Item[]> {
  const questions = await openQuestions(projectId, now);
  if (questions.length === 0) return [];
  const people = await peopleBehind([...new Set(questions.map((question) => question.asked))]);
  return questions.flatMap(({ asked: pseudonym, defectId, expiresAt: due }) => {
    const accountId = people.get(pseudonym);
    return accountId === undefined ? [] : [{ accountId, defectId, heading: headings.asked, words: 'answer by', due }];
  });
}

/** Those of defects that a person owns. */
async function endingDeferrals(projectId: string, { ownership }: Settings, now: Instant): Promise<Item[]> {
  const ending = (await activeDeferrals(projectId, now)).filter(({ expiresAt }) => expiresAt <= plus(now, endsSoon));
  if (ending.length === 0) return [];
  const owned = await ownedDefects(ending.map(({ issueId }) => issueId));
  const owners = ownersOf(await ownershipConfig(projectId, ownership, { defects: owned, names: 'none', now }), owned, now);
  return ending.flatMap(({ issueId: defectId, expiresAt: due }) => {
    const accountId = owners.get(defectId);
    return accountId === undefined ? [] : [{ accountId, defectId, heading: headings.deferral, words: 'ends', due }];
  });
}
