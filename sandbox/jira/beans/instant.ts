/** Jira writes instants as `2026-11-02T09:00:00.000+0000`. */
export function jiraInstant(instant: string): string {
  return instant.replace(/Z$/, '+0000');
}
