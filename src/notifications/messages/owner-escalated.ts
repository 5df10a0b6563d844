import type { Happening, Occurrence, ReleaseFacts } from '../occurrence';
import { plain } from '../plain';
import type { DefectFacts } from './severe-defect';

export const ownerEvents = { 'owner-escalated': 'undecided defects were taken to the next people' } as const;

/**
 * Nobody has decided, so those of the next step of the ladder are told.
 * @param why `the lead of the project, after 4 hours of working time without a decision`
 * @param people pseudonyms of those who are told
 */
export function ownerEscalated(
  { id, at, projectId }: Happening,
  { id: issueId, key, severity, securityLevel }: DefectFacts,
  why: string,
  people: readonly string[],
  releases: readonly ReleaseFacts[],
): Occurrence<keyof typeof ownerEvents> {
  const named = securityLevel === null ? `The defect ${key}` : 'A defect that not everybody may see';
  const sentence = plain(`${named} is taken to ${why}.`);
  return { id, at, projectId, event: 'owner-escalated', severity: severity ?? 'S1', issueId, releases, sentence, people };
}
