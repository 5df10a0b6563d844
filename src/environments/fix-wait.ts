import type { Instant } from '../kernel/instant';
import { cellOf, isShownFixed, verifies } from './behaviour';
import type { SaidBehaviour, StageFacts } from './behaviour';

/** A done defect, as far as it says how long its fix waited in a stage to be verified there. */
export interface FixInStage {
  /** Key of the stage. */
  readonly stage: string;
  readonly facts: StageFacts | null;
  readonly said: SaidBehaviour | null;
  /** Green runs in the stage of the suites that had seen it, in any order. */
  readonly green: readonly { readonly at: Instant; readonly build: string | null }[];
  /** Runs of before that are not known; null where all are. */
  readonly runsSince: Instant | null;
  /** When the defect was done; null where Jira does not say. */
  readonly doneAt: Instant | null;
}

/** From when a fix waited to be verified until when, and whether it was verified then; if not, it waited at least that long. */
export interface FixWait {
  readonly since: Instant;
  readonly until: Instant;
  readonly verified: boolean;
}

/**
 * Since when a fix waits: since what stands in the stage came there, because each newer build has to be verified again; where no pipeline
 * told of that, since the defect was done. Null where neither is known.
 */
export function fixWaitsSince({ facts, doneAt }: Pick<FixInStage, 'facts' | 'doneAt'>): Instant | null {
  return facts?.fix?.state === 'live' ? facts.fix.at : doneAt;
}

/**
 * How long a fix waited in a stage. It ends with what first verified it, a run or a person; a fix that was seen to fail waits no longer.
 * @returns null where that is not known: nothing says since when, or the runs of then are not looked at
 */
export function fixWait(fix: FixInStage, now: Instant): FixWait | null {
  const { stage, facts, said, runsSince } = fix;
  const since = fixWaitsSince(fix);
  if (since === null) return null;
  const cell = cellOf(stage, said, facts);
  const green = firstGreen(fix, since);
  if (isShownFixed(cell) || green !== null) {
    // Of an older fix the run that verified it may be one that is not looked at.
    if (cell.source !== 'person' && runsSince !== null && since < runsSince) return null;
    const word = said !== null && cell.source === 'person' ? said.at : null;
    const [until] = [green, word].flatMap((at) => at ?? []).sort();
    return until === undefined ? null : { since, until: until < since ? since : until, verified: true };
  }
  const seen = facts?.seen ?? null;
  return { since, until: seen !== null && seen.at >= since ? seen.at : now, verified: false };
}

/** The first run that verified it; none where no deployment of the fix was told. */
function firstGreen({ facts, green }: FixInStage, since: Instant): Instant | null {
  const fix = facts?.fix ?? null;
  if (facts === null || fix?.state !== 'live') return null;
  const { seen } = facts;
  const verifying = green.filter((run) => verifies(run, fix, seen !== null && seen.at <= run.at ? seen : null));
  const [first] = verifying.map(({ at }) => at).sort();
  return first === undefined || first < since ? null : first;
}
