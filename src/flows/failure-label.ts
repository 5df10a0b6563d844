import { sha256 } from '../kernel/hash';

/** The label of a defect that was made for a failure: by it the defect is found again, in Jira's search too. */
export function failureLabel(subject: string): string {
  return `failure-${sha256(subject).slice(0, 16)}`;
}
