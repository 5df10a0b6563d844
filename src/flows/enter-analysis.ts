import type { Analysis, AnalysisEvent } from '../governance';
import { appendEntry, noteAnalysisEntered } from '../governance/shell';
import type { StoredAnalysis } from '../governance/shell';

/**
 * Enters in the ledger what happened to an analysis and does not stand there yet. What people wrote is evidence: it may name issues. It is
 * kept as it was submitted, with what was known of the escapes then.
 * @returns whether there was anything to enter
 */
export async function enterAnalysis(analysis: StoredAnalysis, settings: number | null): Promise<boolean> {
  const { projectId, release, events, entered, content, authors } = analysis;
  for (const [index, event] of events.entries()) {
    if (index < entered) continue;
    const { act, at, who, because, known } = event;
    await appendEntry(projectId, {
      ...{ at, kind: `analysis-${act}`, subject: `version:${release.id}`, settings },
      entryKey: `analysis:${release.id}:${index + 1}`,
      actor: { kind: 'person', pseudonym: who },
      body: {
        schema: 1,
        ...{ version: release, causes: content.causes.length, actions: content.actions.length, authors: authors.length },
        ...(known === null ? {} : { found: known.found, escaped: known.escaped }),
        sentence: sentenceOf(analysis, event),
      },
      evidence: {
        because,
        causes: content.causes.map(({ levels }) => levels.map((level) => ({ ...level }))),
        actions: content.actions.map((action) => ({ ...action })),
      },
    });
  }
  if (events.length > entered) await noteAnalysisEntered(release.id, events.length);
  return events.length > entered;
}

function sentenceOf({ release, content }: Analysis, { act, known }: AnalysisEvent): string {
  const what = `The analysis of what escaped from ${release.name}`;
  const rate = known === null ? '' : `, ${known.escaped} of ${known.found} defects as known then,`;
  const { length } = content.actions;
  switch (act) {
    case 'submitted':
      return `${what}${rate} was submitted with ${length} ${length === 1 ? 'action' : 'actions'}.`;
    case 'approved':
      return `${what} was approved.`;
    case 'returned':
      return `${what} was returned to its authors.`;
  }
}
