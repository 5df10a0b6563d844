import type { StoredDefect } from '../../defects/shell';
import type { StoredVerdict } from '../../gates/shell';
import type { Instant } from '../../kernel/instant';
import type { Severity } from '../../kernel/severity';
import { gatedStages } from '../../settings';
import type { Settings } from '../../settings';
import { isBlocking } from './history';

export interface Blockers {
  readonly defects: readonly StoredDefect[];
  /** How they were found, in a sentence. */
  readonly definition: string;
}

/**
 * The open defects that hold a release: those of the breached conditions of its gates, as *Readiness* shows them, so that deferred ones and
 * those within a limit do not count. Where a verdict is missing or out of date, the open defects of severities of which a gate allows none.
 */
export function blockersOf(
  defects: readonly StoredDefect[],
  verdicts: readonly StoredVerdict[],
  settings: Settings,
  blocking: readonly Severity[],
  now: Instant,
): Blockers {
  const open = defects.filter((defect) => defect.open);
  const judged = gatedStages(settings).map(({ key }) => verdicts.find(({ verdict }) => verdict.stage.key === key));
  if (judged.length > 0 && judged.every((one) => one !== undefined && one.until > now && one.verdict.state !== 'unknown')) {
    const breached = judged.flatMap((one) => one?.verdict.conditions.filter(({ state }) => state === 'breached') ?? []);
    const ids = new Set(breached.flatMap(({ defectIds }) => defectIds));
    return {
      defects: open.filter(({ id }) => ids.has(id)),
      definition: 'Open defects in a condition of a gate that is not met, as Readiness shows them.',
    };
  }
  return {
    defects: open.filter(({ severity }) => isBlocking(severity, blocking)),
    definition: `Open defects of the release of severity ${blocking.join(' or ')}, or without one: no gate has a verdict that may be relied on now.`,
  };
}
