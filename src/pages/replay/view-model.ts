import type { Flip, ReplayedView } from '../../contracts/replay';
import type { VerdictState } from '../../kernel/verdict';
import { issueSeen } from '../decisions/named-issues';
import type { Sight } from '../decisions/named-issues';

/** A decision that would have gone the other way, with the defects behind it as they were known then. */
export interface FlipFacts {
  readonly projectId: string;
  readonly projectKey: string;
  readonly seq: number;
  readonly at: string;
  readonly version: { readonly name: string };
  readonly stage: string;
  readonly from: VerdictState;
  readonly to: 'held' | 'open';
  readonly because: string;
  readonly defects: readonly { readonly id: string; readonly key: string; readonly level: string | null }[];
}

export interface ReplayedFacts {
  readonly judged: number;
  readonly notKnown: number;
  readonly notKept: number;
  readonly more: boolean;
  readonly flips: readonly FlipFacts[];
}

export const mostFlips = 50;
const mostKeys = 10;

/** What a policy would have made of decisions, for an admin who may see some of the defects. @param sights by project id */
export function replayedView(facts: ReplayedFacts, sights: ReadonlyMap<string, Sight>): ReplayedView {
  const { judged, notKnown, flips } = facts;
  const held = flips.filter(({ to }) => to === 'held').length;
  return {
    ...{ kind: 'replayed', sentence: sentence(judged, held, flips.length - held), notes: notes(facts) },
    ...{ judged, held, opened: flips.length - held, notKnown },
    flips: flips.slice(0, mostFlips).map((flip) => flipRow(flip, sights.get(flip.projectId))),
  };
}

function sentence(judged: number, held: number, opened: number): string {
  if (judged === 0) return 'There is no decision of the last 90 days to try this on yet.';
  const all = judged === 1 ? 'the one decision' : `${judged} decisions`;
  const flips = held + opened;
  if (flips === 0) return `Replayed over ${all} of the last 90 days, none would have gone the other way.`;
  if (judged === 1)
    return `The one decision of the last 90 days would have gone the other way: it would have been ${held === 1 ? 'held' : 'opened'}.`;
  const parts = [...(held === 0 ? [] : [`${held} held`]), ...(opened === 0 ? [] : [`${opened} opened`])];
  return `${flips} of ${all} of the last 90 days would have gone the other way: ${parts.join(', ')}.`;
}

function notes({ judged, notKnown, notKept, more }: ReplayedFacts): string[] {
  return [
    ...(notKnown === 0
      ? []
      : [
          `${notKnown} of them passed and would be unknown now: what these gates ask was not kept with ${notKnown === 1 ? 'it' : 'them'}.`,
        ]),
    ...(notKept === 0
      ? []
      : [`${notKept} older ${notKept === 1 ? 'one was' : 'ones were'} decided before what it takes to judge again was kept.`]),
    ...(more ? [`Only the newest ${judged + notKept} were looked at.`] : []),
  ];
}

function flipRow({ version, defects, ...flip }: FlipFacts, sight: Sight | undefined): Flip {
  const keys = sight === undefined ? [] : defects.flatMap(({ id, ...then }) => issueSeen(id, then, sight)?.key ?? []);
  const { projectId, projectKey, seq, at, stage, from, to, because } = flip;
  const shown = keys.slice(0, mostKeys);
  return {
    ...{ projectId, projectKey, seq, at, version: version.name, stage, from, to, because },
    ...{ keys: shown, others: defects.length - shown.length },
  };
}
