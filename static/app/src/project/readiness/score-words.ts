import type { StageReadiness } from '../../../../../src/contracts/readiness';
import { shownVerdict } from '../../shared/shown-verdict';

type Stage = Pick<StageReadiness, 'stage' | 'mode' | 'state' | 'staleSince' | 'until'>;

/** That the gates decide and the score does not, by what they say now. @param now the back end's time in milliseconds */
export function gatesDecide(stages: readonly Stage[], now: number): string {
  if (stages.length === 0) return 'It decides nothing.';
  const named = (tone: 'held' | 'would-be-held') =>
    stages.filter((stage) => shownVerdict(stage, now).tone === tone).map(({ stage }) => stage.name);
  const [held, wouldBe] = [named('held'), named('would-be-held')];
  if (held.length > 0)
    return `${listed(held)} ${held.length === 1 ? 'stays' : 'stay'} held whatever this number says: gates decide.`;
  if (wouldBe.length > 0) return `${listed(wouldBe)} would be held whatever this number says: gates decide.`;
  return 'The gates decide, not this number.';
}

function listed(names: readonly string[]): string {
  return names.length < 2 ? (names[0] ?? '') : `${names.slice(0, -1).join(', ')} and ${names.at(-1) ?? ''}`;
}
