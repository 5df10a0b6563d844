/** Whether the platform refused for want of capacity (HTTP 429 of its store or its queue): the sender is to try again a little later. */
export function isOverloaded(error: unknown): boolean {
  const words = error instanceof Error ? `${error.name} ${error.message}` : '';
  return /\b429\b|RATE_LIMIT|rate.?limit|too many requests/i.test(words) || statusOf(error) === 429;
}

/** Errors of @forge packages carry the answer's status in different places. */
function statusOf(error: unknown): number | null {
  if (typeof error !== 'object' || error === null) return null;
  if ('status' in error && typeof error.status === 'number') return error.status;
  return 'responseDetails' in error ? statusOf(error.responseDetails) : null;
}
