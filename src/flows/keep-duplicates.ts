import { appendEntry } from '../governance/shell';
import { ok } from '../platform/jira';
import type { JiraOutcome } from '../platform/jira';
import { pushMessages } from '../platform/queue';
import { compactDuplicateIndex, notePair, owedPairs, waitingToCompact } from '../triage/shell';
import type { StoredPair } from '../triage/shell';

/** So many waiting documents are worth a compaction: it writes whole chunks. */
const worthIt = 100;

/** Enters what the ledger does not have yet, and keeps the index of duplicates quick. */
export async function keepDuplicates(projectId: string): Promise<JiraOutcome<null>> {
  await enterOwed(projectId);
  if ((await waitingToCompact(projectId)) >= worthIt) await compactDuplicateIndex(projectId);
  return ok(null);
}

/** Sends for it where there is something to do. */
export async function wakeDuplicates(projectId: string): Promise<void> {
  const [waiting, owed] = await Promise.all([waitingToCompact(projectId), owedPairs(projectId)]);
  if (waiting >= worthIt || owed.length > 0) await pushMessages([{ kind: 'duplicates', projectId }]);
}

export async function enterOwed(projectId: string): Promise<void> {
  for (const pair of await owedPairs(projectId)) await enterPair(pair);
}

const words = {
  linked: { kind: 'duplicate-linked', sentence: 'Two defects were said to be the same: one is a duplicate of the other.' },
  merged: {
    kind: 'defects-merged',
    sentence: 'A defect was merged into another: what was seen of it counts there from now on. The entries of both stay.',
  },
  refused: { kind: 'duplicate-refused', sentence: 'Two defects were said not to be the same.' },
} as const;

/** Enters in the ledger what a person said of two defects, once however often it is handed in. Both are named in the evidence alone. */
export async function enterPair(pair: StoredPair): Promise<void> {
  const { projectId, state, at, by, defectId, otherId, body } = pair;
  const { kind, sentence } = state === 'merged' || state === 'refused' ? words[state] : words.linked;
  await appendEntry(
    projectId,
    {
      ...{ at, kind, subject: `issue:${defectId}`, entryKey: `${kind}:${defectId}:${otherId}:${at}`, settings: null },
      actor: { kind: 'person', pseudonym: by },
      body: { schema: 1, sentence, ...(state === 'merged' ? { failures: body.failures.length } : {}) },
      evidence: { issues: body.named },
    },
    [defectId, otherId],
  );
  await notePair(pair, { owed: false });
}
