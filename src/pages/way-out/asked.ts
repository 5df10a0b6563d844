import type { StoredVersion } from '../../defects/shell';
import type { StoredVerdict } from '../../gates/shell';
import type { Instant } from '../../kernel/instant';
import type { Settings } from '../../settings';
import type { Access } from '../access';

/** For what, and for whom, the history of a project is asked how long things wait. */
export interface Asked {
  readonly projectId: string;
  readonly access: Access;
  readonly verdict: StoredVerdict;
  /** Of the project. */
  readonly versions: readonly StoredVersion[];
  readonly stages: Settings['stages'];
  readonly now: Instant;
}

/** Releases whose history is looked at, of the last so many days: as far back as closed defects count. */
export const windowDays = 180;

/** The conditions that hold a gate. */
export function holdingOf({ verdict }: StoredVerdict): StoredVerdict['verdict']['conditions'] {
  return verdict.conditions.filter(({ state, breach }) => state === 'breached' && breach === 'holds');
}
