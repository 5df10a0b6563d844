import type { ValidationDebtView } from '../../../../../src/contracts/validation-debt';

/** What is to be done about a defect in a stage, in a sentence. */
export function toDoWords({ kind, defect }: Pick<ValidationDebtView['rows'][number], 'kind' | 'defect'>): string {
  if (kind === 'look') return 'See whether it is there, and say so in the issue.';
  return defect.open
    ? 'Its fix is deployed: verify it, and say so in the issue.'
    : 'It is done in Jira: verify its fix, and say so in the issue.';
}

/** Why there is nothing to validate. */
export function validatedWords(version: string, deployedIn: readonly string[]): string {
  if (deployedIn.length === 0) return `${version} is deployed in no stage now, so there is nothing to validate.`;
  return `Of every defect of ${version} it is known how it behaves where the release is deployed: ${deployedIn.join(', ')}.`;
}
