/** Why Jira gave no answer, in words for people and for the queue. */
export type JiraTrouble =
  /** It does not exist, or the caller may not know that it does (404). */
  | { readonly kind: 'gone'; readonly because: string }
  /** The caller may not do that (401, 403). */
  | { readonly kind: 'refused'; readonly because: string }
  /** The budget is used up (429); try again after so many seconds. */
  | { readonly kind: 'busy'; readonly because: string; readonly retryAfter: number }
  /** Jira failed, or answered in a shape that Holdpoint does not know. */
  | {
      readonly kind: 'failed';
      readonly because: string;
      readonly status?: number;
      /** Jira's own words where it refused what was sent (400, 409), for the person who asked; never for a log. */
      readonly said?: readonly string[];
    };

/** Whether asking again in the same words is of no use: Jira understood, and said no. */
export function isFinal(trouble: JiraTrouble): boolean {
  if (trouble.kind === 'failed') return trouble.status !== undefined && trouble.status < 500;
  return trouble.kind !== 'busy';
}

export type JiraOutcome<Value> = { readonly kind: 'ok'; readonly value: Value } | JiraTrouble;

export function ok<Value>(value: Value): JiraOutcome<Value> {
  return { kind: 'ok', value };
}
