import type { Instant } from '../../kernel/instant';
import { decide, nextDue } from '../decide';
import type { Told } from '../messages';
import type { NotificationRules } from '../rules';
import {
  keepOccurrence,
  nextToTell,
  nothingYet,
  projectsToTell,
  readGathered,
  settle,
  waitingOccurrences,
  writeGathered,
} from './message-store';
import { sendDue } from './send-message';

/** Takes in what happened: one insert. What is handed in twice is told once. @returns whether it is new */
export function gather(occurrence: Told): Promise<boolean> {
  return keepOccurrence(occurrence);
}

const projectsPerCall = 50;
const occurrencesPerRound = 200;
const messagesPerCall = 25;
/** Others write the same project's row now and then; whoever is beaten so often comes back later. */
const mostRounds = 20;

/**
 * Decides what happened since the last call and sends what is due. Any number of functions may do so at once, and any of them may die:
 * the next call goes on where it stopped.
 * @param rules as the settings say now; do not call it while the settings cannot be read, or what happened is taken for settled
 * @returns when to call it next, at the latest; null while nothing waits
 */
export async function tellDue(rules: NotificationRules, now: Instant): Promise<Instant | null> {
  const projects = await projectsToTell(now, projectsPerCall);
  const finished: boolean[] = [];
  for (const projectId of projects) finished.push(await decideProject(projectId, rules, now));
  const sent = await sendDue(now, messagesPerCall);
  const more = projects.length === projectsPerCall || sent === messagesPerCall || finished.includes(false);
  return more ? now : nextToTell();
}

/** @returns false where there is more to do than one call does */
async function decideProject(projectId: string, rules: NotificationRules, now: Instant): Promise<boolean> {
  for (let round = 0; round < mostRounds; round += 1) {
    const { gathered, revision } = await readGathered(projectId);
    // What died half-way is written down first, so that nothing of it is taken again.
    await settle(projectId, gathered);
    const waiting = await waitingOccurrences(projectId, occurrencesPerRound);
    const { messages, state } = decide(
      waiting.map(({ occurrence }) => occurrence),
      rules,
      gathered.state,
      now,
    );
    const due = nextDue(state, rules, now);
    const decided = { state, taken: waiting.map(({ rowId }) => rowId), outbox: messages };
    // Until it is settled the row is due at once.
    if (!(await writeGathered(projectId, decided, revision, now, now))) continue;
    await settle(projectId, decided);
    const settled = await writeGathered(projectId, { ...nothingYet, state }, revision + 1, due, now);
    if (settled && waiting.length < occurrencesPerRound) return true;
  }
  return false;
}
