import type { StageSummary } from '../../../../src/contracts/screen';

export type VerdictTone = 'open' | 'held' | 'would-be-held' | 'unknown' | 'stale';

/** A verdict as people read it: words first, the tone only repeats them. */
export interface ShownVerdict {
  readonly tone: VerdictTone;
  readonly words: string;
  /** Set where the verdict is out of date: since when. */
  readonly staleSince: string | null;
}

/** What the mode does, in two words beside a verdict. */
export const modeNotes = { observe: 'observing only', warn: 'warning only', enforce: 'enforced' } as const;

/** What the mode does, in one line. */
export const modeMeanings = {
  observe: 'Decides and records, and lets every transition pass.',
  warn: 'Says why a release should wait, and lets every transition pass.',
  enforce: 'Refuses the transition while the gate is not open.',
} as const;

/**
 * A verdict that is out of date is shown as stale, never as open or held: by the back end's word, or, where that can no longer be
 * asked, because its time has run out on this screen.
 * @param now the back end's time in milliseconds
 */
export function shownVerdict(stage: Pick<StageSummary, 'mode' | 'state' | 'staleSince' | 'until'>, now: number): ShownVerdict {
  const ranOut =
    stage.state !== 'unknown' && typeof stage.until === 'string' && Date.parse(stage.until) <= now ? stage.until : null;
  const staleSince = stage.staleSince ?? ranOut;
  if (staleSince !== null) return { tone: 'stale', words: 'Stale', staleSince };
  if (stage.state === 'unknown') return { tone: 'unknown', words: 'Unknown', staleSince: null };
  if (stage.state === 'open') return { tone: 'open', words: 'Open', staleSince: null };
  return stage.mode === 'enforce'
    ? { tone: 'held', words: 'Held', staleSince: null }
    : { tone: 'would-be-held', words: 'Would be held', staleSince: null };
}

/** What changed between two readings, one sentence a stage, to be read out. @param name of the release */
export function verdictChanges(
  name: string,
  before: readonly StageSummary[],
  after: readonly StageSummary[],
  now: number,
): string[] {
  return after.flatMap((stage) => {
    const earlier = before.find((candidate) => candidate.stage.key === stage.stage.key);
    if (earlier === undefined) return [];
    const words = shownVerdict(stage, now).words;
    return shownVerdict(earlier, now).words === words ? [] : [`${name}, ${stage.stage.name}: now ${words.toLowerCase()}.`];
  });
}
