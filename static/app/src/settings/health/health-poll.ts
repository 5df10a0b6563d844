import type { HealthView } from '../../../../../src/contracts/health';

export const soonMs = 10_000;
export const otherwiseMs = 60_000;

/** How long a health view is good for: shorter while a project is being read, as its figures move, and while there is none. */
export function pollDelay(view: Pick<HealthView, 'projects'> | null): number {
  const moves = view?.projects.some(({ store }) => store.kind === 'reading' && !store.paused) ?? true;
  return moves ? soonMs : otherwiseMs;
}
