import { z } from 'zod';
import type { Instant } from '../../kernel/instant';
import { integer, select, write } from '../../platform/database';

/** Where a rule of the app could not be evaluated. */
export interface ExpressionPlace {
  /** Key of the module, e.g. `gate-open-condition`. */
  readonly rule: string;
  /** Names; empty where Jira does not say them. */
  readonly workflow: string;
  readonly transition: string;
}

/** Counts a failure; events that come twice count twice. @param message at most 300 characters, without text of issues */
export async function noteFailedExpression(place: ExpressionPlace, message: string, at: Instant): Promise<void> {
  await write(
    `INSERT INTO failed_expressions (rule_key, workflow, transition, times, last_at, message) VALUES (?, ?, ?, 1, ?, ?)
     ON DUPLICATE KEY UPDATE times = times + 1, last_at = GREATEST(last_at, VALUES(last_at)), message = VALUES(message)`,
    [place.rule.slice(0, 60), place.workflow.slice(0, 255), place.transition.slice(0, 255), at, message.slice(0, 300)],
  );
}

const row = z
  .object({
    rule_key: z.string(),
    workflow: z.string(),
    transition: z.string(),
    times: integer,
    last_at: z.string(),
    message: z.string(),
  })
  .transform(({ rule_key, last_at, ...r }) => ({ rule: rule_key, lastAt: last_at, ...r }));
export type FailedExpression = z.output<typeof row>;

/** What failed since a moment, the latest first. */
export function failedExpressions(since: Instant): Promise<FailedExpression[]> {
  return select(
    row,
    'SELECT rule_key, workflow, transition, times, last_at, message FROM failed_expressions WHERE last_at >= ? ORDER BY last_at DESC LIMIT 50',
    [since],
  );
}

export async function forgetFailedExpressions(before: Instant): Promise<void> {
  await write('DELETE FROM failed_expressions WHERE last_at < ?', [before]);
}
