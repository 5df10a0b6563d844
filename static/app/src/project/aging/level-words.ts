import type { AgingView } from '../../../../../src/contracts/aging';
import { daysWords } from '../../shared/aging-words';

type Level = NonNullable<AgingView['level']>;

/** How the service level was kept: a figure, and what is behind it. @param least fewer closed ones say nothing */
export function levelFigure(
  { share, days, restsOn, met, reached, past }: Level,
  least: number,
): { value: string; detail: string } {
  const open =
    past === 0 ? 'no open one is past it' : `${counted(past)} open ${past === 1 ? 'one is' : 'ones are'} past it already`;
  const within = `within ${days === 1 ? '1 day' : `${counted(days)} days`}`;
  if (restsOn < least || reached === null)
    return { value: 'too few', detail: `${counted(restsOn)} closed ones do not say how many are closed ${within}; ${open}` };
  const rounded = Math.floor((100 * met) / restsOn + 1e-9);
  const kept = 100 * met >= share * restsOn ? 'kept' : 'missed';
  const took = kept === 'kept' ? '' : `; ${share} of 100 took up to ${daysWords(Math.ceil(reached))}`;
  return {
    value: `${rounded} of 100`,
    detail: `${kept}: ${counted(met)} of ${counted(restsOn)} were closed ${within}, ${share} of 100 are wanted${took}; ${open}`,
  };
}

function counted(count: number): string {
  return count.toLocaleString('en');
}
