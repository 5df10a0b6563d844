import type { Severity } from '../../kernel/severity';
import type { Happening, Occurrence, ReleaseFacts } from '../occurrence';
import { plain } from '../plain';

/** A defect was reported, or became worse than it was. */
export const defectEvents = {
  'defect-created': 'defects were reported',
  'defect-raised': 'defects were raised in severity',
} as const;

export interface DefectFacts {
  readonly id: string;
  readonly key: string;
  /** Null counts as S1, as gates count it. */
  readonly severity: Severity | null;
  /** Of one that has a level, the key is told nobody. */
  readonly securityLevel: string | null;
}

/** @param before the severity that it had; undefined where it was reported now */
export function severeDefect(
  happening: Happening,
  defect: DefectFacts,
  releases: readonly ReleaseFacts[],
  before?: Severity | null,
): Occurrence<keyof typeof defectEvents> {
  const { id, at, projectId } = happening;
  const name = defect.securityLevel === null ? `The defect ${defect.key}` : 'A defect that not everybody may see';
  const severity = defect.severity ?? 'no severity yet, which counts as S1';
  const said =
    before === undefined
      ? `${name} was reported with ${severity}`
      : `${name} was raised from ${before ?? 'no severity'} to ${severity}`;
  return {
    ...{ id, at, projectId, releases },
    event: before === undefined ? 'defect-created' : 'defect-raised',
    severity: defect.severity ?? 'S1',
    issueId: defect.id,
    sentence: plain(`${said}.`),
  };
}
