import { assigneesOf, defectsOfVersion, historiesOf, statusCategories } from '../defects/shell';
import type { Authorship } from '../gates';
import type { Instant } from '../kernel/instant';
import { policyAuthors } from './policy-authors';

/** Statuses in which somebody works on a defect. */
const inProgress = 'indeterminate';
const toDo = 'new';

/**
 * Whether a person has a hand in what a release is: who is assigned to a defect of it that is begun or done, or was while it was in
 * progress, and who changed what gates ask for. Commits name no Jira accounts, so that their authors are not known by them.
 */
export async function authorshipOf(
  { projectId, versionId }: { readonly projectId: string; readonly versionId: string },
  person: { readonly accountId: string; readonly pseudonym: string },
  now: Instant,
): Promise<Authorship | null> {
  if ((await policyAuthors(projectId, now)).includes(person.pseudonym)) return 'policy';
  return (await workedOn(versionId, person.accountId)) ? 'fix' : null;
}

async function workedOn(versionId: string, accountId: string): Promise<boolean> {
  const begun = (await defectsOfVersion(versionId)).filter(({ category }) => category !== toDo).map(({ id }) => id);
  const assignees = await assigneesOf(begun);
  if (begun.some((id) => assignees.get(id) === accountId)) return true;
  const [histories, categories] = [await historiesOf(begun), await statusCategories()];
  return [...histories.values()].some(({ assignee, status }) => {
    const held = assignee.filter(({ value }) => value === accountId);
    const worked = status.filter(({ value }) => categories.get(value ?? '') === inProgress);
    return held.some((one) => worked.some((other) => meet(one, other)));
  });
}

interface Stretch {
  readonly from: Instant;
  readonly to: Instant | null;
}

/** Whether two stretches of time have a moment in common. */
function meet(one: Stretch, other: Stretch): boolean {
  return (one.to === null || one.to > other.from) && (other.to === null || other.to > one.from);
}
