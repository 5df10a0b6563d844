/** What a change of status may need. */
export const neededFields = [
  'severity',
  'tier',
  'users-affected',
  'workaround',
  'detected-in',
  'assignee',
  'component',
  'fix-version',
  'affected-version',
] as const;
export type NeededField = (typeof neededFields)[number];

export type Need =
  /** The gate of a stage lets each of its fix versions in. */
  | { readonly kind: 'gate'; readonly stage: string }
  /** Its fix is deployed to a stage, or was shown there to hold. */
  | { readonly kind: 'deployed' | 'verified'; readonly stage: string }
  | { readonly kind: 'field'; readonly field: NeededField };

/** Of all projects, or from every status. */
export const any = 'any';

/** What a change of a defect's status needs: all of it. */
export interface MapRow {
  /** Id of a project, or `any`. */
  readonly project: string;
  /** Id of a status, or `any`. */
  readonly from: string;
  readonly to: string;
  readonly needs: readonly Need[];
}

/** What brings an automatic move about: a release that comes to a stage, or a defect whose fix was shown there to hold. */
export const moveCauses = ['deployed', 'verified'] as const;

/** A change of status that Holdpoint makes. */
export interface AutoMove {
  /** Id of a project, or `any`. */
  readonly project: string;
  readonly on: (typeof moveCauses)[number];
  readonly stage: string;
  readonly from: string;
  readonly to: string;
}

export interface TransitionMap {
  readonly rows: readonly MapRow[];
  readonly moves: readonly AutoMove[];
}

/** Nothing is asked and nothing moves until an admin says so. */
export const emptyTransitionMap: TransitionMap = { rows: [], moves: [] };

function isOf(projectId: string): (one: { readonly project: string }) => boolean {
  return ({ project }) => project === any || project === projectId;
}

export interface StatusChange {
  readonly projectId: string;
  readonly from: string;
  readonly to: string;
}

/** Everything that a change of status needs, each thing once. */
export function needsOf({ rows }: TransitionMap, { projectId, from, to }: StatusChange): Need[] {
  const found = rows.filter((row) => isOf(projectId)(row) && row.to === to && (row.from === any || row.from === from));
  const needs = found.flatMap((row) => row.needs.map((need) => [JSON.stringify(need), need] as const));
  return [...new Map(needs).values()];
}

/** The automatic moves of a project. */
export function movesOf({ moves }: TransitionMap, projectId: string): AutoMove[] {
  return moves.filter(isOf(projectId));
}
