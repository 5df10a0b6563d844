import type { DefectMarks } from '../duplicates';
import { failuresOfIssues } from './failure-store';
import { defectSubject, issueOfSubject, sightingPlaces } from './sighting-store';

const mostPlaces = 5_000;

/**
 * What pipelines and people said of defects, as duplicates are compared by it; every id has an entry.
 * @param reproduced keys of stages in which each defect was said to be there
 */
export async function defectMarks(
  projectId: string,
  ids: readonly string[],
  reproduced: ReadonlyMap<string, readonly string[]>,
): Promise<Map<string, DefectMarks>> {
  const failures = (await failuresOfIssues(projectId, ids)).filter(({ subject }) => !subject.startsWith('run:'));
  const ofSubject = new Map(failures.map(({ subject, issueId }) => [subject, issueId]));
  const subjects = [...ids.map(defectSubject), ...ofSubject.keys()];
  const places = new Map<string, Set<string>>();
  for (const { subject, environment } of await sightingPlaces(projectId, subjects, mostPlaces)) {
    const id = issueOfSubject(subject) ?? ofSubject.get(subject) ?? '';
    places.set(id, (places.get(id) ?? new Set()).add(environment.toLowerCase()));
  }
  return new Map(
    ids.map((id) => {
      const fingerprint = failures.find(({ issueId }) => issueId === id)?.subject ?? null;
      return [id, { environments: [...new Set([...(places.get(id) ?? []), ...(reproduced.get(id) ?? [])])], fingerprint }];
    }),
  );
}
