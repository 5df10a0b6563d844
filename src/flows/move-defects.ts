import { countChange, markDirty, projectById } from '../defects/shell';
import { beginMove, endMove, mostTries, movesOf, triesOf } from '../gates';
import type { DefectMove } from '../gates';
import { defectMovesOf, movesToFinish, moveStore } from '../gates/shell';
import type { StoredMove } from '../gates/shell';
import { between, minute } from '../kernel/instant';
import type { Instant } from '../kernel/instant';
import { readClock } from '../platform/clock';
import { newId } from '../platform/identity';
import { fetchIssues, isFinal, issuesPerFetch, moveIssue, ok, transitionsOf } from '../platform/jira';
import type { JiraIssue, JiraOutcome } from '../platform/jira';
import { readKey, writeFleeting } from '../platform/key-value';
import { pushMessages } from '../platform/queue';
import { readSettings } from '../settings/shell';
import { enterMove } from './enter-move';
import { moveCandidates } from './move-candidates';
import type { Candidate } from './move-candidates';
import { wake } from './wake';

/** So many are moved in one message; the others come with the next. */
const mostBegun = 200;
/** An event that a defect came into its status may be so late. */
const lateEvents = 10 * minute;
/** Longer than a deployment is news. */
const keptSeconds = 2 * 24 * 60 * 60;

/** Whether Holdpoint moves defects of a project at all. */
export async function movesAnything(projectId: string): Promise<boolean> {
  const settings = await readSettings();
  return settings.kind === 'ok' && movesOf(settings.settings.transitionMap, projectId).length > 0;
}

/**
 * Makes the automatic moves of a project: what is left of a dead function first, then what deployments and verifications ask for now. A
 * move is kept before it is made, and for one cause made once: whoever takes a defect back after it is not overruled. What Jira refuses
 * is entered in the ledger and not tried again.
 */
export async function moveDefects(projectId: string): Promise<JiraOutcome<null>> {
  const now = readClock();
  const moved: string[] = [];
  const settings = await readSettings();
  const project = await projectById(projectId);
  if (settings.kind !== 'ok' || project?.state !== 'ready') return ok(null);
  const finished = await finish(projectId, moved, now);
  const moves = movesOf(settings.settings.transitionMap, projectId);
  const begun =
    finished.kind !== 'ok' || moves.length === 0
      ? finished
      : await begin(await moveCandidates({ projectId, moves, stages: settings.settings.stages, now }), projectId, moved, now);
  if (moved.length > 0) {
    // No event tells of what the app did itself.
    await markDirty(
      projectId,
      moved.map((issueId) => ({ issueId, token: newId(), deleted: false })),
      now,
    );
    await countChange(projectId);
    await wake(projectId, now);
  }
  return begun;
}

async function finish(projectId: string, moved: string[], now: Instant): Promise<JiraOutcome<null>> {
  const left = await movesToFinish(projectId, issuesPerFetch);
  const begun = left.filter(({ state }) => state === 'begun');
  for (const move of left) if (move.state !== 'begun') await enterMove(move);
  const issues = await issuesOf(begun.map(({ issueId }) => issueId));
  if (issues.kind !== 'ok') return issues;
  for (const move of begun) {
    const outcome = await tryAgain(move, issues.value.get(move.issueId), moved, now);
    if (outcome.kind !== 'ok') return outcome;
  }
  return ok(null);
}

async function issuesOf(ids: readonly string[]): Promise<JiraOutcome<Map<string, JiraIssue>>> {
  const read = await fetchIssues([...new Set(ids)], []);
  return read.kind === 'ok' ? ok(new Map(read.value.map((issue) => [issue.id, issue]))) : read;
}

/** A function died, or Jira could not be reached. */
async function tryAgain(
  move: StoredMove,
  issue: JiraIssue | undefined,
  moved: string[],
  now: Instant,
): Promise<JiraOutcome<null>> {
  const status = issue?.fields.status.id;
  if (status === move.to.id) return end(move, 'moved', moved, now);
  if (status !== move.from.id) return end(move, { because: `It had left ${move.from.name} before.` }, moved, now);
  if (triesOf(move) >= mostTries) return end(move, { because: `Jira could not be reached ${mostTries} times.` }, moved, now);
  const again = { ...beginMove(move, move, now), entered: move.entered };
  return (await moveStore.update(again)) ? make(again, moved, now) : ok(null);
}

async function begin(
  candidates: readonly Candidate[],
  projectId: string,
  moved: string[],
  now: Instant,
): Promise<JiraOutcome<null>> {
  const open = await notWorkedOff(candidates, projectId);
  const earlier = await movesBefore(open);
  const fresh = open.filter(({ issueId, cause, from }) =>
    (earlier.get(issueId) ?? []).every((move) => move.cause !== cause || move.from.id !== from.id),
  );
  let begun = 0;
  for (let at = 0; at < fresh.length && begun < mostBegun; at += issuesPerFetch) {
    const page = fresh.slice(at, at + issuesPerFetch);
    const issues = await issuesOf(page.map(({ issueId }) => issueId));
    if (issues.kind !== 'ok') return issues;
    for (const candidate of page) {
      const issue = issues.value.get(candidate.issueId);
      if (issue === undefined || !standsThere(issue, candidate)) continue;
      const { issueId, version, stage, on, from, to, cause } = candidate;
      const n = (earlier.get(issueId)?.length ?? 0) + 1;
      const move = beginMove({ id: `${issueId}-${n}`, projectId, issueId, version, stage, on, from, to, cause }, null, now);
      if (!(await moveStore.insert(move))) continue;
      begun += 1;
      const outcome = await make({ ...move, entered: 0 }, moved, now);
      if (outcome.kind !== 'ok') return outcome;
    }
  }
  if (begun < mostBegun) await noteWorkedOff(open, projectId, now);
  else await pushMessages([{ kind: 'move-defects', projectId }]);
  return ok(null);
}

const workedOffKey = (projectId: string, cause: string) => `moved:${projectId}:${cause}`;

/** A deployment moves what stood there when it happened: once all of that was looked at, nothing more can follow from it. */
async function notWorkedOff(candidates: readonly Candidate[], projectId: string): Promise<Candidate[]> {
  const over = new Set<string>();
  for (const cause of new Set(candidates.flatMap((one) => (one.before === null ? [] : one.cause))))
    if ((await readKey(workedOffKey(projectId, cause))) !== undefined) over.add(cause);
  return candidates.filter(({ cause }) => !over.has(cause));
}

async function noteWorkedOff(candidates: readonly Candidate[], projectId: string, now: Instant): Promise<void> {
  const over = candidates.flatMap(({ before, cause }) => (before !== null && between(before, now) > lateEvents ? cause : []));
  for (const cause of new Set(over)) await writeFleeting(workedOffKey(projectId, cause), { at: now }, keptSeconds);
}

async function movesBefore(candidates: readonly Candidate[]): Promise<Map<string, DefectMove[]>> {
  const ids = [...new Set(candidates.map(({ issueId }) => issueId))];
  const found = new Map<string, DefectMove[]>();
  for (let from = 0; from < ids.length; from += issuesPerFetch)
    for (const move of await defectMovesOf(ids.slice(from, from + issuesPerFetch)))
      found.set(move.issueId, [...(found.get(move.issueId) ?? []), move]);
  return found;
}

/** Whether it is still in the status, and was before what happened: what was repaired after a deployment is not in it. */
function standsThere({ fields, changelog }: JiraIssue, { from, before }: Candidate): boolean {
  if (fields.status.id !== from.id) return false;
  if (before === null) return true;
  const entered = (changelog?.histories ?? [])
    .filter(({ items }) => items.some(({ fieldId, field, to }) => (fieldId ?? field) === 'status' && to === from.id))
    .map(({ created }) => created)
    .sort()
    .at(-1);
  return (entered ?? fields.created) <= before;
}

/** Makes the move by a transition that Jira offers; validators on it have their say. */
async function make(move: StoredMove, moved: string[], now: Instant): Promise<JiraOutcome<null>> {
  const offered = await transitionsOf(move.issueId);
  if (offered.kind !== 'ok') return isFinal(offered) ? end(move, { because: refusedByJira }, moved, now) : offered;
  const transition = offered.value.find(({ toId }) => toId === move.to.id);
  if (transition === undefined)
    return end(move, { because: `Jira offers no transition to ${move.to.name} from there.` }, moved, now);
  const made = await moveIssue(move.issueId, transition.id);
  if (made.kind === 'ok') return end(move, 'moved', moved, now);
  if (!isFinal(made)) return made;
  const said = made.kind === 'failed' ? (made.said ?? []) : [];
  const because = said.length === 0 ? 'Jira did not allow it.' : said.join(' ').slice(0, mostLetters);
  return end(move, { because: `The transition "${transition.name}" was refused: ${because}` }, moved, now);
}

const mostLetters = 1000;
const refusedByJira = 'Jira did not let Holdpoint see its transitions.';

async function end(
  move: StoredMove,
  outcome: 'moved' | { readonly because: string },
  moved: string[],
  now: Instant,
): Promise<JiraOutcome<null>> {
  const over = endMove(move, outcome, now);
  if (over === null || !(await moveStore.update(over))) return ok(null);
  if (outcome === 'moved') moved.push(move.issueId);
  await enterMove({ ...over, entered: move.entered });
  return ok(null);
}
