import { known } from '../site/find';
import type { Site } from '../site/site';
import type { Issue, Transition } from '../model';

/**
 * The resolution that a transition leaves behind: entering a status of the category Done sets `Done` unless the screen gave
 * another, leaving the category clears it, as the post functions of Jira's own workflow templates do.
 */
export function resolutionOfTransition(
  site: Site,
  before: Issue,
  given: string | null | undefined,
  transition: Transition,
): string | null {
  const wasDone = known(site.statuses, before.statusId, 'status').category === 'done';
  const isDone = known(site.statuses, transition.to, 'status').category === 'done';
  if (!isDone) {
    return wasDone ? null : (given ?? before.resolutionId);
  }
  const resolutions = [...site.resolutions.values()];
  const usual = resolutions.find((resolution) => resolution.name === 'Done') ?? resolutions[0];
  return given ?? before.resolutionId ?? usual?.id ?? null;
}
