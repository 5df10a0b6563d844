import type { Version } from '../../jira/model';
import type { ExportedIssue, ExportedVersion } from './export-schema';
import type { FreeId } from './option-book';

export interface ImportedVersions {
  readonly versions: Version[];
  idOf(version: ExportedVersion, projectId: string): string;
  readonly notes: string[];
}

const VERSION_FIELDS = new Set(['fixVersions', 'versions']);

const versionOf = (id: string, projectId: string, given: ExportedVersion): Version => ({
  id,
  projectId,
  name: given.name,
  description: given.description ?? '',
  archived: given.archived ?? false,
  released: given.released ?? false,
  startDate: given.startDate ?? null,
  releaseDate: given.releaseDate ?? null,
  relatedWork: [],
});

const pastVersions = (issue: ExportedIssue): ExportedVersion[] =>
  (issue.changelog?.histories ?? [])
    .flatMap(({ items }) => items)
    .filter(({ fieldId }) => VERSION_FIELDS.has(fieldId))
    .flatMap(({ from, fromString, to, toString }) => [
      { id: from, name: fromString },
      { id: to, name: toString },
    ])
    .flatMap(({ id, name }) => (id === null || id === '' || name === null || name === '' ? [] : [{ id, name }]));

/** Names are unique in a project as Jira wants it; versions in use keep theirs. */
const makeNamesUnique = (versions: readonly Version[]): string[] => {
  const taken = new Set<string>();
  return versions.flatMap((version) => {
    const key = (name: string): string => `${version.projectId}/${name.toLowerCase()}`;
    const before = version.name;
    if (taken.has(key(before))) version.name = `${before} (${version.id})`;
    taken.add(key(version.name));
    return version.name === before ? [] : [`A second version called ${before} is kept as ${version.name}.`];
  });
};

/** The versions of the issues with their flags and dates, and those that only histories name: they count as unreleased. */
export const importVersions = (
  issues: readonly ExportedIssue[],
  projectIds: readonly string[],
  freeId: FreeId,
): ImportedVersions => {
  const byId = new Map<string, Version>();
  const keyOf = (version: ExportedVersion, projectId: string): string => version.id ?? `${projectId}/${version.name}`;
  issues.forEach(({ fields }, index) => {
    const projectId = projectIds[index] ?? '';
    for (const version of [...(fields.fixVersions ?? []), ...(fields.versions ?? [])]) {
      const key = keyOf(version, projectId);
      byId.set(key, versionOf(version.id ?? byId.get(key)?.id ?? freeId(), projectId, version));
    }
  });
  const present = byId.size;
  issues.forEach((issue, index) => {
    for (const version of pastVersions(issue)) {
      const key = keyOf(version, projectIds[index] ?? '');
      if (!byId.has(key)) byId.set(key, versionOf(version.id ?? freeId(), projectIds[index] ?? '', version));
    }
  });
  const versions = [...byId.values()];
  const notes = makeNamesUnique(versions);
  const past = versions.slice(present).map(({ name }) => name);
  if (past.length > 0) notes.push(`Versions known from histories alone, taken as unreleased: ${past.join(', ')}.`);
  return { versions, idOf: (version, projectId) => byId.get(keyOf(version, projectId))?.id ?? '', notes };
};
