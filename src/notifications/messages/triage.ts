import type { Happening, Occurrence, ReleaseFacts } from '../occurrence';
import { plain } from '../plain';
import type { DefectFacts } from './severe-defect';

/** Nobody has decided yet what becomes of a defect. */
export const triageEvents = {
  'triage-warned': 'defects are to be decided on soon',
  'triage-overdue': 'defects were not decided on in time',
  'triage-escalated': 'overdue decisions were escalated',
  'triage-defaulted': 'recommendations were accepted',
  'question-expired': 'questions were not answered',
} as const;

/** What a decision clock does: `triage-` and its step. */
export type TriageStep = 'warned' | 'overdue' | 'escalated' | 'defaulted';

/** @param sentence finished, which names no issue: what follows after its name */
export function triageStep(
  { id, at, projectId }: Happening,
  step: TriageStep,
  defect: DefectFacts,
  sentence: string,
  releases: readonly ReleaseFacts[],
): Occurrence<keyof typeof triageEvents> {
  const event = `triage-${step}` as const;
  return { ...{ id, at, projectId, event, releases }, ...about(defect), sentence: plain(`${named(defect)}: ${sentence}`) };
}

/** A person was asked about a defect and did not answer: it is with its owner again. */
export function questionExpired(
  { id, at, projectId }: Happening,
  defect: DefectFacts,
  releases: readonly ReleaseFacts[],
): Occurrence<keyof typeof triageEvents> {
  const sentence = plain(`${named(defect)} waits for a decision again: a question about it was not answered in time.`);
  return { ...{ id, at, projectId, event: 'question-expired', releases }, ...about(defect), sentence };
}

function named({ key, securityLevel }: DefectFacts): string {
  return securityLevel === null ? `The defect ${key}` : 'A defect that not everybody may see';
}

function about({ id, severity }: DefectFacts) {
  return { issueId: id, severity: severity ?? ('S1' as const) };
}
