import { failuresOfIssues } from './failure-store';
import { defectSubject, lastSeenPlaces } from './sighting-store';

type SeenPlace = Omit<Awaited<ReturnType<typeof lastSeenPlaces>>[number], 'subject'>;
const perQuery = 200;

/** Where issues were seen last, by their ids: their own sightings, and those of the failures that they stand for. */
export async function seenPlacesOf(projectId: string, ids: readonly string[]): Promise<Map<string, SeenPlace[]>> {
  const found = new Map<string, SeenPlace[]>();
  for (let from = 0; from < ids.length; from += perQuery) {
    const some = ids.slice(from, from + perQuery);
    const failures = await failuresOfIssues(projectId, some);
    const owners = new Map([
      ...some.map((id) => [defectSubject(id), id] as const),
      ...failures.flatMap(({ subject, issueId }) => (issueId === null ? [] : [[subject, issueId] as const])),
    ]);
    for (const { subject, ...place } of await lastSeenPlaces(projectId, [...owners.keys()])) {
      const id = owners.get(subject);
      if (id !== undefined) found.set(id, [...(found.get(id) ?? []), place]);
    }
  }
  return found;
}
