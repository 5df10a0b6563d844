import type { Severity } from '../../kernel/severity';
import type { VerdictState } from '../../kernel/verdict';
import type { GateChange, Happening, Occurrence, ReleaseFacts } from '../occurrence';
import { plain } from '../plain';

/** A gate of a release says something else than before. */
export const verdictEvents = {
  'gate-held': 'times a gate turned to held',
  'gate-opened': 'times a gate opened',
  'gate-unknown': 'times a gate could not be judged any more',
} as const;

const eventOf: Readonly<Record<VerdictState, keyof typeof verdictEvents>> = {
  held: 'gate-held',
  open: 'gate-opened',
  unknown: 'gate-unknown',
};

/** @param severity the worst of the defects that hold the gate; null where none does */
export function verdictChanged(
  happening: Happening,
  release: Omit<ReleaseFacts, 'gates'>,
  change: GateChange,
  severity: Severity | null,
): Occurrence<keyof typeof verdictEvents> {
  const { id, at, projectId } = happening;
  return {
    ...{ id, at, projectId, severity },
    event: eventOf[change.to],
    issueId: null,
    releases: [{ ...release, gates: [{ ...change, sentence: plain(change.sentence) }] }],
    sentence: plain(`The gate of ${release.name} for ${change.stage.name} is ${change.to}.`),
  };
}
