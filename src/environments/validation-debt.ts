import type { Instant } from '../kernel/instant';
import type { BehaviourCell } from './behaviour';

/** What is to be done about a cell: look whether the defect is there, or whether its fix holds. */
export type ToValidate = 'look' | 'verify-fix';

/** A defect of a release that nobody has looked at, or whose fix nobody has verified, where the release is deployed. */
export interface ValidationDebt {
  readonly defectId: string;
  /** Key of the stage. */
  readonly stage: string;
  readonly kind: ToValidate;
  readonly since: Instant;
  /** The build that stands there, where it was told. */
  readonly build: string | null;
}

interface ReleaseInStage {
  /** Key of the stage, when the release came there, and as which build. */
  readonly stage: string;
  readonly at: Instant;
  readonly build: string | null;
}

/**
 * Cells that are unknown although the release is deployed in their stage, and those that were last seen broken before it came although
 * the defect is said to be done; oldest first.
 */
export function validationDebt(
  defects: readonly { readonly id: string; readonly open: boolean; readonly cells: ReadonlyMap<string, BehaviourCell> }[],
  deployed: readonly ReleaseInStage[],
): ValidationDebt[] {
  const found = deployed.flatMap((place) =>
    defects.flatMap(({ id, open, cells }): ValidationDebt[] => {
      const cell = cells.get(place.stage) ?? null;
      const kind = debtOf(cell, open, place);
      if (kind === null) return [];
      const since = kind === 'verify-fix' && cell?.source === 'deployment' ? (cell.at ?? place.at) : place.at;
      return [{ defectId: id, stage: place.stage, kind, since, build: place.build }];
    }),
  );
  return found.sort((a, b) => byText(a.since, b.since) || byText(a.stage, b.stage) || byText(a.defectId, b.defectId));
}

function debtOf(cell: BehaviourCell | null, open: boolean, { at }: ReleaseInStage): ToValidate | null {
  if (cell === null || cell.state === 'unknown') return !open || cell?.source === 'deployment' ? 'verify-fix' : 'look';
  const isBroken = cell.state === 'reproduced' || cell.state === 'worked-around';
  return isBroken && !open && (cell.at ?? '') < at ? 'verify-fix' : null;
}

function byText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
