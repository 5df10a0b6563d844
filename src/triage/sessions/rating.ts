/** Who sits at the table. */
export const roles = ['development', 'qa', 'operations'] as const;
export type Role = (typeof roles)[number];

/** 1 (hardly any) to 5 (very high): how risky it is to deploy with or without the fix, and what it costs the business. */
export interface Rating {
  readonly risk: number;
  readonly impact: number;
}

/** What one person says of one defect in one session: a second word of the same person takes the place of the first. */
export interface Vote extends Rating {
  readonly defectId: string;
  /** Pseudonym. */
  readonly person: string;
  readonly role: Role;
}

const aStep = 1;

/** In which of the two the ratings are more than one step apart. */
export function disagreement(votes: readonly Rating[]): { readonly risk: boolean; readonly impact: boolean } {
  return { risk: spread(votes.map(({ risk }) => risk)) > aStep, impact: spread(votes.map(({ impact }) => impact)) > aStep };
}

/** Whether people are more than one step apart in either. */
export function disagree(votes: readonly Rating[]): boolean {
  const { risk, impact } = disagreement(votes);
  return risk || impact;
}

function spread(values: readonly number[]): number {
  return values.length === 0 ? 0 : Math.max(...values) - Math.min(...values);
}

/** The middle value, the mean of the middle two where their number is even; null where there is none. */
export function middle(values: readonly number[]): number | null {
  const sorted = [...values].sort((a, b) => a - b);
  const [low, high] = [sorted[(sorted.length - 1) >> 1], sorted[sorted.length >> 1]];
  return low === undefined || high === undefined ? null : (low + high) / 2;
}
