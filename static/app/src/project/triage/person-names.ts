import { useCallback } from 'react';
import { useNames } from '../decisions/use-names';

/** Stands for a person whom Jira does not name to the viewer. */
export const unknownPerson = 'somebody';

/** Names of people as Jira shows them; who is not found is somebody. @param people account ids, null for those whose data was erased */
export function usePersonNames(people: readonly (string | null)[]): (person: string | null) => string {
  const names = useNames(people.flatMap((person) => (person === null ? [] : [person])));
  return useCallback(
    (person) => (person === null ? 'somebody whose data was erased' : (names.get(person) ?? unknownPerson)),
    [names],
  );
}
