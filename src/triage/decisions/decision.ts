import type { Instant } from '../../kernel/instant';
import type { Severity } from '../../kernel/severity';

export const decisionKinds = ['fix-now', 'defer', 'duplicate', 'not-a-defect', 'need-information'] as const;

export interface Release {
  readonly id: string;
  readonly name: string;
}

/** What becomes of a defect, as people choose it. */
export type Choice =
  | { readonly kind: 'fix-now'; readonly release: Release; readonly note: string }
  | { readonly kind: 'defer'; readonly note: string }
  /** @property of the defect that stays */
  | { readonly kind: 'duplicate'; readonly of: { readonly id: string; readonly key: string }; readonly note: string }
  | { readonly kind: 'not-a-defect'; readonly note: string }
  | { readonly kind: 'need-information'; readonly question: string; readonly expiresAt: Instant };

/** What a decision rests on: when that changes, it has to be taken anew. */
export interface Basis {
  readonly severity: Severity | null;
}

/** The id of a decision: a defect is decided once for each time that its clock ran. */
export function decisionId(defectId: string, startedAt: Instant): string {
  return `${defectId}-${Date.parse(startedAt)}`;
}

/** A choice as a finished sentence, which names no issue and no person, so that everybody may read it. */
export function choiceSentence(choice: Choice): string {
  switch (choice.kind) {
    case 'fix-now':
      return `Fix now, in ${choice.release.name}.`;
    case 'defer':
      return 'Defer it.';
    case 'duplicate':
      return 'It is a duplicate.';
    case 'not-a-defect':
      return 'It is not a defect.';
    case 'need-information':
      return `Information is needed, by ${choice.expiresAt.slice(0, 10)}.`;
  }
}

/** The same for those who may see the issue. */
export function fullSentence(choice: Choice): string {
  return choice.kind === 'duplicate' ? `It is a duplicate of ${choice.of.key}.` : choiceSentence(choice);
}
