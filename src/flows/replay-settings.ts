import { allProjects } from '../defects/shell';
import { replayed } from '../gates';
import { withEvidence } from '../governance/shell';
import type { Instant } from '../kernel/instant';
import type { VerdictState } from '../kernel/verdict';
import { gatedStages, gatePolicyOf } from '../settings';
import type { Settings } from '../settings';
import { keptVerdict } from './kept-judgement';
import { pastVerdicts } from './past-verdicts';

/** A decision that would have gone the other way. */
export interface Flip {
  readonly projectId: string;
  readonly projectKey: string;
  readonly seq: number;
  readonly at: Instant;
  readonly version: { readonly id: string; readonly name: string };
  readonly stage: string;
  readonly from: VerdictState;
  readonly to: 'held' | 'open';
  readonly because: string;
  /** The defects behind the reason, as they were known then. */
  readonly defects: readonly { readonly id: string; readonly key: string; readonly level: string | null }[];
}

export interface ReplayedSettings {
  /** Decisions that were judged again, and those of them for which what the policy asks was not kept. */
  readonly judged: number;
  readonly notKnown: number;
  /** Decisions of before what it takes was kept with them. */
  readonly notKept: number;
  /** The last 90 days have more. */
  readonly more: boolean;
  /** Newest first. */
  readonly flips: readonly Flip[];
}

/** Decisions that are judged again, of all projects together. */
const mostDecisions = 500;

/**
 * Which decisions of the last 90 days other settings would have turned. Changes nothing.
 * @param only id of the one project whose decisions are judged again; null for all
 */
export async function replaySettings(settings: Settings, now: Instant, only: string | null = null): Promise<ReplayedSettings> {
  const counts = { judged: 0, notKnown: 0, notKept: 0 };
  const flips: Flip[] = [];
  let more = false;
  for (const project of await allProjects()) {
    if (only !== null && project.id !== only) continue;
    const left = mostDecisions - counts.judged - counts.notKept;
    if (left <= 0) return { ...counts, more: true, flips: newestFirst(flips) };
    const proposal = { policy: gatePolicyOf(settings, project.id), gated: gatedStages(settings) };
    const past = await pastVerdicts(project.id, now, left);
    more ||= past.more;
    for (const part of past.parts) {
      for (const entry of await withEvidence(part)) {
        const kept = keptVerdict(entry);
        if (kept === null) counts.notKept += 1;
        else {
          const { version, stage, state: from, judgement, levels } = kept;
          const found = replayed(from, judgement, proposal);
          counts.judged += 1;
          if (found.kind === 'not-known') counts.notKnown += 1;
          if (found.kind !== 'held' && found.kind !== 'opened') continue;
          flips.push({
            ...{ projectId: project.id, projectKey: project.key, seq: entry.seq, at: entry.at },
            ...{ version, stage: stage.name, from, to: found.kind === 'held' ? 'held' : 'open', because: found.because },
            defects: found.defectIds.flatMap((id) => {
              const was = levels.get(id);
              return was === undefined ? [] : [{ id, key: was.key, level: was.level }];
            }),
          });
        }
      }
    }
  }
  return { ...counts, more, flips: newestFirst(flips) };
}

function newestFirst(flips: readonly Flip[]): Flip[] {
  return [...flips].sort((a, b) => (a.at < b.at ? 1 : -1));
}
