// Forge keeps what the console is told; this is the one file that tells it anything.
/** What a log line may say: ids, counts, states and error names. Never personal data and never text of an issue. */
export type LogFacts = Readonly<Record<string, string | number | boolean | null>>;

export function logInfo(event: string, facts: LogFacts = {}): void {
  console.info(JSON.stringify({ event, ...facts }));
}

/** @param cause logged by name and message only: stacks and payloads may quote issues */
export function logFailure(event: string, cause: unknown, facts: LogFacts = {}): void {
  const error = cause instanceof Error ? `${cause.name}: ${cause.message.slice(0, 300)}` : 'unknown';
  console.error(JSON.stringify({ event, ...facts, error }));
}
