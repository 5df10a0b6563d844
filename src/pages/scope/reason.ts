import { meaningfulWords } from '../../triage';

const leastWords = 3;

/** What is wrong with a reason for moving an issue, in words that say what to write instead; null where it will do. */
export function reasonProblem(because: string): string | null {
  const said = because.trim();
  if (said === '') return 'Say why: the reason stands in the ledger with each issue.';
  if (meaningfulWords(said).length >= leastWords) return null;
  return 'Say more: what makes this release go without it, and what happens to those who wait for it?';
}
