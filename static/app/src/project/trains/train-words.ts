import type { TrainGlance } from '../../../../../src/contracts/trains';

/** Where a train may go and where not: "staging open, production held". */
export function trainWords({ stages }: Pick<TrainGlance, 'stages'>): string {
  if (stages.length === 0) return 'no stage has a gate';
  return stages.map(({ stage, state }) => `${stage.name.toLowerCase()} ${state === 'unknown' ? 'not known' : state}`).join(', ');
}
