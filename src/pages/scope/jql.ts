/** Which issues count: ids of the project, of its work types that are features and of those that are defects. */
export interface CountedTypes {
  readonly projectId: string;
  readonly features: readonly string[];
  readonly defects: readonly string[];
}

/** What finished issues are looked for in. */
export const windowDays = 90;

/** Features or defects of a release, open or done; null where the project has no such work type. */
export function releaseJql(
  { projectId, ...types }: CountedTypes,
  kind: 'features' | 'defects',
  versionId: string,
  done: boolean,
): string | null {
  const status = done ? 'statusCategory = Done' : 'statusCategory != Done';
  const own = ofTypes(projectId, types[kind]);
  return own === null ? null : `${own} AND fixVersion = ${versionId} AND ${status}`;
}

/** What the project finished lately. Relative time, so that nobody's time zone matters. */
export function finishedJql({ projectId, features, defects }: CountedTypes): string | null {
  const own = ofTypes(projectId, [...features, ...defects]);
  return own === null ? null : `${own} AND statusCategory = Done AND statusCategoryChangedDate >= -${windowDays}d`;
}

/** What is open of other releases and not planned for this one. */
export function earlierJql(
  { projectId, features, defects }: CountedTypes,
  earlier: readonly string[],
  versionId: string,
): string | null {
  const own = ofTypes(projectId, [...features, ...defects]);
  if (own === null || earlier.length === 0) return null;
  return `${own} AND fixVersion in (${earlier.join(', ')}) AND NOT fixVersion = ${versionId} AND statusCategory != Done`;
}

function ofTypes(projectId: string, types: readonly string[]): string | null {
  return types.length === 0 ? null : `project = ${projectId} AND issuetype in (${types.join(', ')})`;
}
