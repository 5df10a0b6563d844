import { countChange, markDirty } from '../defects/shell';
import type { StoredDefect } from '../defects/shell';
import { pseudonymOf } from '../governance/shell';
import { duplicateTypeOf, isReversed } from '../kernel/duplicate-link';
import type { Instant } from '../kernel/instant';
import { newId } from '../platform/identity';
import {
  isFinal,
  issuesForViewer,
  linkAsViewer,
  moveIssueAsViewer,
  ok,
  readLinkTypes,
  transitionsOf,
  viewerMayEditOf,
} from '../platform/jira';
import type { JiraLinkType, JiraOutcome, JiraTrouble } from '../platform/jira';
import { pushMessages } from '../platform/queue';
import { answerSuggestion, giveHistory, historyOf, keepRefusal, keepSame, notePair } from '../triage/shell';
import type { StoredPair } from '../triage/shell';
import { enterOwed, enterPair } from './keep-duplicates';
import { passOn } from './pass-on';
import { rescoreDefects } from './rescore';

/** What a person wants two defects to be. Which of them stays was worked out before, from all that they are the same as. */
export interface DuplicateWish {
  readonly canonical: StoredDefect;
  readonly duplicate: StoredDefect;
  /** A merge joins their histories and closes the duplicate; a link only says that they are the same. */
  readonly how: 'link' | 'merge';
  /** Whether the canonical defect, where it is closed, is opened again. */
  readonly reopen: boolean;
  /** Whether the canonical defect takes the duplicate's severity where that is worse. */
  readonly raise: boolean;
}

export type MarkOutcome =
  /** `left` says what Jira did not let the person do. */
  { readonly kind: 'done'; readonly left: readonly string[] } | { readonly kind: 'refused'; readonly because: string };

interface Acting {
  readonly accountId: string;
  readonly now: Instant;
}

/** After so many seconds the clock looks whether anything was left undone. */
const lookAfter = 60;

/**
 * Says that two defects are the same, as the person at the screen, whom Jira must let edit both. Every step does only what is not so yet:
 * whatever stops half-way is finished by doing it again, and nothing happens twice.
 */
export async function markDuplicate(wish: DuplicateWish, acting: Acting): Promise<MarkOutcome> {
  const { canonical, duplicate, how } = wish;
  const projectId = duplicate.projectId;
  if (canonical.id === duplicate.id) return refused('A defect is no duplicate of itself.');
  if (how === 'merge' && canonical.projectId !== projectId) return refused('Defects of two projects can be linked, not merged.');
  const mayEdit = await viewerMayEditOf([canonical.id, duplicate.id]);
  if (mayEdit.kind !== 'ok') return refused(troubleWords(mayEdit));
  const locked = [duplicate, canonical].find(({ id }) => !mayEdit.value.has(id));
  if (locked !== undefined) return refused(`Jira does not let you edit ${locked.key}.`);
  const types = await readLinkTypes();
  if (types.kind !== 'ok' && types.kind !== 'gone') return refused(troubleWords(types));
  const type = types.kind === 'ok' ? duplicateTypeOf(types.value) : null;
  if (type === null) return refused(types.kind === 'ok' ? noLinkType : noLinks);
  await enterOwed(projectId);
  await pushMessages([{ kind: 'duplicates', projectId }], lookAfter);
  const linked = await linkWith(type, duplicate, canonical);
  if (linked.kind !== 'ok') return refused(isFinal(linked) ? linkWords(linked) : troubleWords(linked));
  const pair = await keepSame(await pairOf(wish, acting), how === 'merge' ? 'merging' : 'linked');
  if (pair === null) return refused('Nothing was kept. Try again.');
  await answerSuggestion([duplicate.id, canonical.id], 'accepted');
  if (pair.owed) await enterPair(pair);
  const done = await carryOut(wish, { ...pair, owed: false }, acting);
  await markDirty(
    projectId,
    [duplicate, canonical].map(({ id }) => ({ issueId: id, token: newId(), deleted: false })),
    acting.now,
  );
  await countChange(projectId);
  await pushMessages([{ kind: 'changed', projectId }]);
  return done.kind === 'ok' ? { kind: 'done', left: done.value } : refused(`${troubleWords(done)} What was done so far stays.`);
}

function linkWith(type: JiraLinkType, duplicate: StoredDefect, canonical: StoredDefect): Promise<JiraOutcome<null>> {
  const [from, to] = isReversed(type) ? [canonical, duplicate] : [duplicate, canonical];
  return linkAsViewer(type.id, from.id, to.id);
}

async function carryOut(wish: DuplicateWish, pair: StoredPair, acting: Acting): Promise<JiraOutcome<string[]>> {
  const { canonical, duplicate, how } = wish;
  const left: string[] = [];
  if (wish.reopen && !canonical.open) {
    const opened = await reopen(canonical);
    if (opened.kind !== 'ok') return opened;
    left.push(...opened.value);
  }
  if (how === 'link' || pair.state === 'merged') return ok(left);
  const passed = await passOn(wish, wish.raise, acting);
  if (passed.kind !== 'ok') return passed;
  left.push(...passed.value);
  const body = await joined(pair, canonical, duplicate);
  const closed = await close(duplicate);
  if (closed.kind !== 'ok') return closed;
  left.push(...closed.value);
  await notePair({ ...pair, body }, { state: 'merged', owed: true });
  await enterPair({ ...pair, body, state: 'merged', owed: true });
  await rescoreDefects(duplicate.projectId, [canonical.id, duplicate.id]);
  return ok(left);
}

/** What goes to the other is written down before it goes, so that it can come back. */
async function joined(pair: StoredPair, canonical: StoredDefect, duplicate: StoredDefect): Promise<StoredPair['body']> {
  const { failures, origins } = await historyOf(duplicate.projectId, duplicate.id);
  const both = (some: readonly string[], more: readonly string[]) => [...new Set([...some, ...more])];
  const body = { ...pair.body, failures: both(pair.body.failures, failures), origins: both(pair.body.origins, origins) };
  await notePair(pair, { body });
  await giveHistory(duplicate.projectId, duplicate.id, canonical);
  return body;
}

/** Says for ever that two defects are not the same. */
export async function refuseDuplicate(
  { defect, other }: { readonly defect: StoredDefect; readonly other: StoredDefect },
  acting: Acting,
): Promise<MarkOutcome> {
  const mayEdit = await viewerMayEditOf([defect.id]);
  if (mayEdit.kind !== 'ok') return refused(troubleWords(mayEdit));
  if (!mayEdit.value.has(defect.id)) return refused(`Jira does not let you edit ${defect.key}.`);
  const pair = await keepRefusal(await pairOf({ duplicate: defect, canonical: other }, acting));
  await answerSuggestion([defect.id, other.id], 'refused');
  if (pair?.owed === true) await enterPair(pair);
  return { kind: 'done', left: [] };
}

async function pairOf({ duplicate, canonical }: Pick<DuplicateWish, 'duplicate' | 'canonical'>, { accountId, now }: Acting) {
  const by = await pseudonymOf(accountId, newId());
  const named = [duplicate, canonical].map(({ id, key, securityLevel }) => ({ id, key, level: securityLevel }));
  return {
    ...{ defectId: duplicate.id, otherId: canonical.id, projectId: duplicate.projectId, by, at: now },
    body: { named, failures: [], origins: [] },
  };
}

/** Moves a defect to a status that is done, with the resolution Duplicate where Jira takes one; else it stays open. */
async function close(duplicate: StoredDefect): Promise<JiraOutcome<string[]>> {
  if ((await isDone(duplicate)) === true) return ok([]);
  const moves = await transitionsOf(duplicate.id, 'viewer');
  if (moves.kind !== 'ok') return isFinal(moves) ? ok([stays(duplicate)]) : moves;
  const done = moves.value.filter(({ category }) => category === 'done');
  const move = done.find(({ name, to }) => /duplicate/i.test(`${name} ${to}`)) ?? done[0];
  if (move === undefined) return ok([stays(duplicate)]);
  for (const resolution of ['Duplicate', null]) {
    const moved = await moveIssueAsViewer(duplicate.id, move.id, resolution);
    if (moved.kind === 'ok') return ok([]);
    if (!isFinal(moved)) return moved;
  }
  return ok([stays(duplicate)]);
}

/** As Jira says now: the store may not know yet what was done a moment ago. Null where Jira does not say. */
async function isDone({ id }: StoredDefect): Promise<boolean | null> {
  const read = await issuesForViewer([id]);
  const [issue] = read.kind === 'ok' ? read.value : [];
  return issue === undefined ? null : issue.fields.status.statusCategory.key === 'done';
}

function stays({ key }: StoredDefect): string {
  return `Jira offers you no way to close ${key} now: it is linked and stays open.`;
}

async function reopen(canonical: StoredDefect): Promise<JiraOutcome<string[]>> {
  if ((await isDone(canonical)) === false) return ok([]);
  const sentence = `Jira offers you no way to reopen ${canonical.key}.`;
  const moves = await transitionsOf(canonical.id, 'viewer');
  if (moves.kind !== 'ok') return isFinal(moves) ? ok([sentence]) : moves;
  const open = moves.value.filter(({ category }) => category !== 'done');
  const move = open.find(({ name }) => /re-?open/i.test(name)) ?? open.find(({ category }) => category === 'new') ?? open[0];
  if (move === undefined) return ok([sentence]);
  const moved = await moveIssueAsViewer(canonical.id, move.id, null);
  if (moved.kind === 'ok') return ok([]);
  return isFinal(moved) ? ok([sentence]) : moved;
}

function refused(because: string): MarkOutcome {
  return { kind: 'refused', because };
}

const noLinkType =
  'This Jira site has no link type that says "duplicate", so nothing was done. Ask a Jira admin to add one under issue linking, with the ' +
  'words "duplicates" and "is duplicated by". Then try again: Holdpoint finds it by its words, whatever its name.';
const noLinks =
  'Links between issues are turned off on this Jira site, so nothing was done. Ask a Jira admin to turn on issue linking, then try again.';

function linkWords(trouble: JiraTrouble): string {
  return trouble.kind === 'gone'
    ? 'You may not see one of the two issues in Jira any more, so nothing was done.'
    : 'Jira does not let you link these issues, so nothing was done.';
}

function troubleWords(trouble: JiraTrouble): string {
  return trouble.kind === 'busy'
    ? `Jira asks Holdpoint to wait. Try again in ${trouble.retryAfter} seconds.`
    : 'Jira did not answer just now. Try again.';
}
