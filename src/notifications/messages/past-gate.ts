import type { Happening, Occurrence, ReleaseFacts } from '../occurrence';
import { plain } from '../plain';

/** A release was released in Jira although its last gate did not let it. */
export const pastGateEvents = { 'released-while-held': 'releases went past their gate' } as const;

export interface PastGateFacts {
  /** Name of the stage. */
  readonly stage: string;
  /** What its gate said, a sentence that names no issue. */
  readonly verdict: string;
  /** Whether Holdpoint takes it back in Jira. */
  readonly takenBack: boolean;
  /** Pseudonyms of those who answer for it. */
  readonly people: readonly string[];
}

export function releasedPastGate(
  { id, at, projectId }: Happening,
  { stage, verdict, takenBack, people }: PastGateFacts,
  release: ReleaseFacts,
): Occurrence<keyof typeof pastGateEvents> {
  const next = takenBack
    ? 'Holdpoint takes it back in Jira, as this project wants.'
    : 'It stays released: say on its readiness what is to be thought of it.';
  const sentence = plain(
    `${release.name} was released in Jira although its gate for ${stage} did not let it: ${verdict} ${next}`,
    600,
  );
  return {
    id,
    at,
    projectId,
    event: 'released-while-held',
    severity: null,
    issueId: null,
    releases: [release],
    people,
    sentence,
  };
}
