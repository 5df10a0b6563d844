import type { ReadIssues } from '../defects/shell';
import { behavioursOf } from '../environments/shell';
import { duplicateLink } from '../kernel/duplicate-link';
import { pushMessages } from '../platform/queue';
import { defectDocument } from '../triage';
import {
  answerSuggestion,
  defectMarks,
  indexDefects,
  linkedPairs,
  mergedInto,
  noteLinkSeen,
  notePair,
  openSuggestions,
  takeHistoryBack,
  waitingToCompact,
} from '../triage/shell';

/** So many may stand in no chunk; a search looks at a hundred more. */
const mostWaiting = 500;

/**
 * Makes defects that were just read findable as duplicates, and those that are gone not; looks whether links were removed by hand.
 * @param homes projects in which they stood before, by id: what was moved is no longer found there
 */
export async function indexDuplicates(projectId: string, read: ReadIssues, homes: ReadonlyMap<string, string>): Promise<void> {
  const projects = new Set([projectId, ...read.defects.map(({ defect }) => defect.projectId), ...homes.values()]);
  for (const project of projects) await indexIn(project, read, homes, project === projectId);
  await lookAtLinks(read);
}

async function indexIn(
  projectId: string,
  { defects, tickets, texts, others, missing }: ReadIssues,
  homes: ReadonlyMap<string, string>,
  isOwn: boolean,
): Promise<void> {
  const here = defects.filter(({ defect }) => defect.projectId === projectId).map(({ defect }) => defect);
  const marks = await defectMarks(
    projectId,
    here.map(({ id }) => id),
    await reproducedIn(here.map(({ id }) => id)),
  );
  const elsewhere = defects.flatMap(({ defect }) => (defect.projectId === projectId ? [] : [defect.id]));
  const away = [...elsewhere, ...others, ...missing];
  const stoodHere = [...away, ...tickets.map(({ id }) => id)].filter((id) => homes.get(id) === projectId);
  const gone = [...new Set([...(isOwn ? away : []), ...stoodHere])];
  const documents = here.map(({ id, createdAt, summary, components }) => ({
    ...{ id, createdAt },
    document: defectDocument(
      {
        ...{ title: summary, components: components.map(({ name }) => name) },
        ...(texts.get(id) ?? { description: '', environment: '' }),
      },
      marks.get(id) ?? { environments: [], fingerprint: null },
    ),
  }));
  const removed = gone.map((id) => ({ id, createdAt: '', document: null }));
  const changed = await indexDefects(projectId, [...documents, ...removed]);
  if (changed === 0) return;
  const waiting = await waitingToCompact(projectId);
  if (waiting >= mostWaiting && waiting - changed < mostWaiting) await pushMessages([{ kind: 'duplicates', projectId }]);
}

/** Keys of the stages in which defects are there, by id. */
async function reproducedIn(ids: readonly string[]): Promise<Map<string, string[]>> {
  const cells = await behavioursOf(ids);
  return new Map(
    [...cells].map(([id, stages]) => [
      id,
      [...stages.values()].flatMap(({ stage, state }) => (state === 'reproduced' ? [stage] : [])),
    ]),
  );
}

/** A link that was there and is gone takes back what it said; one that somebody made by hand answers what was suggested. */
async function lookAtLinks({ defects }: ReadIssues): Promise<void> {
  const linked = new Map(
    defects.map(({ defect: { id, links } }) => [
      id,
      new Set(links.flatMap(({ type, other }) => (type === duplicateLink ? [other.id] : []))),
    ]),
  );
  const ids = [...linked].flatMap(([id, others]) => (others.size === 0 ? [] : [id]));
  for (const [id, other] of await openSuggestions(ids))
    if (linked.get(id)?.has(other) === true) await answerSuggestion([id, other], 'accepted');
  for (const pair of await linkedPairs([...linked.keys()])) {
    const isThere = linked.get(pair.defectId)?.has(pair.otherId) === true;
    if (isThere && !pair.linkSeen) await noteLinkSeen(pair);
    if (isThere || !pair.linkSeen) continue;
    const [from] = pair.body.named;
    const holder = await mergedInto(pair.defectId);
    if (from !== undefined) await takeHistoryBack(pair.projectId, holder, from, pair.body);
    await notePair(pair, { state: 'undone', owed: false });
  }
}
