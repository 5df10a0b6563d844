import type { ScoringPolicy } from './score';

/** What holds until an admin saves something else. */
export const defaultScoringPolicy: ScoringPolicy = {
  weights: { severity: 30, recurrence: 20, users: 20, exposure: 15, workaround: 10, age: 5 },
  halfLifeDays: 14,
  users: 10_000,
};
