import type { BridgeRequest, BridgeView } from '../../contracts/bridge';
import type { Answer } from '../../contracts/screen';
import { defectsById, fixVersionsByDefect, versionsOf } from '../../defects/shell';
import type { StoredDefect } from '../../defects/shell';
import { behavioursOf } from '../../environments/shell';
import { adfText } from '../../kernel/adf-text';
import { issuesForViewer, viewerMayEdit } from '../../platform/jira';
import type { ViewedIssue } from '../../platform/jira';
import { canonicalOf, defectDocument, joinOf, precisionSentence } from '../../triage';
import type { DefectMarks, DuplicateDocument, Join } from '../../triage';
import { candidatesFor, defectMarks, noteShownSuggestions, sameAs, scorecardOf, surroundingsOf } from '../../triage/shell';
import type { StoredPair } from '../../triage/shell';
import { maySee } from '../access';
import type { Access } from '../access';
import type { Actions } from '../actions';
import { inTrouble, refused, shown } from '../answer';
import { openDefect } from '../open-defect';
import type { Viewer } from '../viewer';
import { planView, suggestionViews } from './view-model';
import type { SeenCandidate } from './view-model';

/** Candidates of the index, of which some are of one group and some not for the viewer. */
const mostCandidates = 20;
const longestText = 20_000;

/** Defects that may be the same as one. Jira is asked as the viewer for every text that is compared or shown. */
export async function duplicates(
  { issueId }: BridgeRequest<'duplicates'>,
  viewer: Viewer,
): Promise<Answer<BridgeView<'duplicates'>>> {
  const opened = await openDefect(issueId, viewer);
  if (opened.kind !== 'open') return opened;
  const { defect, access } = opened;
  const { group, pairs, refused: others } = await surroundingsOf(issueId);
  const [members, mayEdit, found] = await Promise.all([
    visible(group, access, defect.projectId),
    viewerMayEdit(issueId),
    suggested(defect, access, [...group, ...others]),
  ]);
  if (found.kind !== 'found') return found;
  const { document, candidates } = found;
  const suggestions = suggestionViews({ document, candidates, asked: defect, group: members });
  const place = suggestions.map(({ id, likely }, at) => ({ otherId: id, place: at + 1, claimed: likely }));
  await noteShownSuggestions(defect.projectId, issueId, place, viewer.now);
  const card = await scorecardOf(defect.projectId);
  const head = canonicalOf(members);
  return shown({
    ...{ now: viewer.now, key: defect.key, open: defect.open, mayEdit: mayEdit.kind === 'ok' && mayEdit.value },
    canonical: head === null || head.id === issueId ? null : named(head),
    same: members.flatMap((one) => (one.id === issueId ? [] : [{ ...named(one), said: saidOf(one.id, pairs) }])),
    unfinished: unfinished(defect, members, pairs),
    suggestions,
    help: precisionSentence('likely duplicates', card.likely),
  });
}

export async function markDuplicate(
  { issueId, otherId, how, reopen, raise }: BridgeRequest<'markDuplicate'>,
  actions: Pick<Actions, 'markDuplicate'>,
  viewer: Viewer,
): Promise<Answer<BridgeView<'markDuplicate'>>> {
  const both = await openBoth(issueId, otherId, viewer);
  if (both.kind !== 'open') return both;
  const { defect, other, access } = both;
  const [own, theirs] = await Promise.all([surroundingsOf(issueId), sameAs([otherId])]);
  const seen = (ids: readonly string[]) => visible(ids, access, defect.projectId);
  const join =
    begunWith(defect, other, own.pairs) ??
    joinOf(
      { defect, group: await seen(own.group) },
      { defect: other, group: await seen(theirs.get(otherId) ?? [otherId]), reopened: reopen && !other.open },
    );
  if (join === null) return refused('The same issue', 'A defect is no duplicate of itself.');
  const marked = await actions.markDuplicate({ ...join, how, reopen, raise }, viewer);
  if (marked.kind === 'refused') return refused('Not done', marked.because);
  const { canonical, duplicate } = join;
  const done =
    how === 'merge'
      ? `${duplicate.key} was merged into ${canonical.key}.`
      : `${duplicate.key} is linked as a duplicate of ${canonical.key}.`;
  return shown({ done, left: [...marked.left] });
}

export async function refuseDuplicate(
  { issueId, otherId }: BridgeRequest<'refuseDuplicate'>,
  actions: Pick<Actions, 'refuseDuplicate'>,
  viewer: Viewer,
): Promise<Answer<BridgeView<'refuseDuplicate'>>> {
  const both = await openBoth(issueId, otherId, viewer);
  if (both.kind !== 'open') return both;
  const { defect, other } = both;
  const marked = await actions.refuseDuplicate({ defect, other }, viewer);
  if (marked.kind === 'refused') return refused('Not done', marked.because);
  return shown({ done: `${other.key} will not be suggested for ${defect.key} again, nor the other way round.`, left: [] });
}

type OpenBoth =
  { readonly kind: 'open'; readonly defect: StoredDefect; readonly other: StoredDefect; readonly access: Access } | Answer<never>;

/** Two defects of one project, both of which the viewer may see; one that is hidden is as one that does not exist. */
async function openBoth(issueId: string, otherId: string, viewer: Viewer): Promise<OpenBoth> {
  const opened = await openDefect(issueId, viewer);
  if (opened.kind !== 'open') return opened;
  const { defect, access } = opened;
  const [other] = await visible([otherId], access, defect.projectId);
  return other === undefined
    ? refused('No such defect', 'Holdpoint knows no such defect that you may see.')
    : { kind: 'open', defect, access, other };
}

async function visible(ids: readonly string[], access: Access, projectId: string): Promise<StoredDefect[]> {
  const found = await defectsById(ids);
  return found.filter((one) => one.projectId === projectId && maySee(access, one.securityLevel));
}

type Suggested =
  { readonly kind: 'found'; readonly document: DuplicateDocument; readonly candidates: readonly SeenCandidate[] } | Answer<never>;

async function suggested(defect: StoredDefect, access: Access, exclude: readonly string[]): Promise<Suggested> {
  const { id, projectId } = defect;
  const [own, marks] = await Promise.all([issuesForViewer([id]), marksOf(projectId, [id])]);
  if (own.kind !== 'ok') return inTrouble(own);
  const [issue] = own.value;
  if (issue === undefined)
    return refused('No access', 'You may not see this issue in Jira, so Holdpoint does not show it either.');
  const document = documentOf(issue, marks);
  const candidates = await candidatesFor(projectId, document, {
    at: defect.createdAt,
    exclude: [id, ...exclude],
    limit: mostCandidates,
  });
  const ids = candidates.map((candidate) => candidate.id);
  if (ids.length === 0) return { kind: 'found', document, candidates: [] };
  const [issues, groups, theirs, stored] = await Promise.all([
    issuesForViewer(ids),
    sameAs(ids),
    marksOf(projectId, ids),
    visible(ids, access, projectId),
  ]);
  if (issues.kind !== 'ok') return inTrouble(issues);
  const members = await visible([...new Set([...groups.values()].flat())], access, projectId);
  const released = await releasedIn(projectId, ids);
  const seen = candidates.flatMap((candidate): SeenCandidate[] => {
    const read = issues.value.find((one) => one.id === candidate.id);
    const known = stored.find((one) => one.id === candidate.id);
    if (read === undefined || known === undefined) return [];
    const group = members.filter((one) => groups.get(candidate.id)?.includes(one.id) === true);
    return [{ candidate, defect: known, group, document: documentOf(read, theirs), released: released.get(candidate.id) ?? [] }];
  });
  return { kind: 'found', document, candidates: seen };
}

async function marksOf(projectId: string, ids: readonly string[]): Promise<Map<string, DefectMarks>> {
  const cells = await behavioursOf(ids);
  const reproduced = new Map(
    [...cells].map(([id, stages]) => [
      id,
      [...stages.values()].flatMap(({ stage, state }) => (state === 'reproduced' ? [stage] : [])),
    ]),
  );
  return defectMarks(projectId, ids, reproduced);
}

function documentOf({ id, fields }: ViewedIssue, marks: ReadonlyMap<string, DefectMarks>): DuplicateDocument {
  const told = {
    title: fields.summary,
    description: adfText(fields.description, longestText),
    environment: adfText(fields.environment, longestText),
    components: fields.components.map(({ name }) => name),
  };
  return defectDocument(told, marks.get(id) ?? { environments: [], fingerprint: null });
}

async function releasedIn(projectId: string, ids: readonly string[]): Promise<Map<string, string[]>> {
  const [planned, versions] = await Promise.all([fixVersionsByDefect(ids), versionsOf(projectId)]);
  const names = new Map(versions.filter(({ released }) => released).map(({ id, name }) => [id, name]));
  return new Map([...planned].map(([id, fixed]) => [id, fixed.flatMap((version) => names.get(version) ?? [])]));
}

function named({ id, key, summary, open }: StoredDefect) {
  return { id, key, summary, open };
}

/** What was said last of a defect of the group; one that was linked by hand is linked. */
function saidOf(id: string, pairs: readonly StoredPair[]): 'linked' | 'merging' | 'merged' {
  const states = pairs.filter(({ defectId, otherId }) => defectId === id || otherId === id).map(({ state }) => state);
  return states.includes('merging') ? 'merging' : states.includes('merged') ? 'merged' : 'linked';
}

function unfinished(defect: StoredDefect, members: readonly StoredDefect[], pairs: readonly StoredPair[]) {
  for (const other of members) {
    const begun = begunWith(defect, other, pairs);
    if (begun !== null) return { otherId: other.id, plan: planView(begun) };
  }
  return null;
}

/** A merge of the two that stopped half-way goes on as it began. */
function begunWith(defect: StoredDefect, other: StoredDefect, pairs: readonly StoredPair[]): Join<StoredDefect> | null {
  const begun = (duplicate: string, canonical: string) =>
    pairs.some(({ state, defectId, otherId }) => state === 'merging' && defectId === duplicate && otherId === canonical);
  if (begun(defect.id, other.id)) return { canonical: other, duplicate: defect };
  return begun(other.id, defect.id) ? { canonical: defect, duplicate: other } : null;
}
