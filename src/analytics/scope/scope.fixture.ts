import type { ScopeFacts, ScopeIssue } from './scope';

/** A feature of size 1 that nobody works on yet. */
export function aScopeIssue(parts: Partial<ScopeIssue> = {}): ScopeIssue {
  return { id: 'f', kind: 'feature', size: 1, value: 50, done: false, started: false, mayLeave: true, ...parts };
}

/** So many alike, with ids of their own. */
export function scopeIssues(count: number, parts: Partial<ScopeIssue> & Pick<ScopeIssue, 'id'>): ScopeIssue[] {
  return Array.from({ length: count }, (_, n) => aScopeIssue({ ...parts, id: `${parts.id}${n + 1}` }));
}

/** One issue a working day, ten days left, a fifth for defects. */
export function scopeFacts(parts: Partial<ScopeFacts> = {}): ScopeFacts {
  return { issues: [], pace: { finished: 60, workingDays: 60 }, daysLeft: 10, taken: 0, share: 0.2, ...parts };
}
