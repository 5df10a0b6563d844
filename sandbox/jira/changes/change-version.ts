import { changeIssue } from './change-issue';
import { emitVersion, versionEventBean } from './version-events';
import type { Author } from './author';
import type { VersionVerb } from './version-events';
import type { Site } from '../site/site';
import type { Version } from '../model';

export function addVersion(site: Site, version: Version, author: Author): void {
  site.versions.set(version.id, version);
  emitVersion(site, 'created', version, author);
}

/** Changes a version; each kind of change raises its own event, and a change of anything else than a flag `updated`. */
export function changeVersion(site: Site, before: Version, after: Version, author: Author): void {
  const verbs: VersionVerb[] = [];
  if (before.released !== after.released) {
    verbs.push(after.released ? 'released' : 'unreleased');
  }
  if (before.archived !== after.archived) {
    verbs.push(after.archived ? 'archived' : 'unarchived');
  }
  const details = (version: Version) =>
    JSON.stringify([version.name, version.description, version.startDate, version.releaseDate]);
  if (details(before) !== details(after)) {
    verbs.push('updated');
  }
  site.versions.set(after.id, after);
  for (const verb of verbs) {
    emitVersion(site, verb, after, author);
  }
}

/** Puts a project's versions in this order. */
export function moveVersion(site: Site, moved: Version, order: readonly Version[], author: Author): void {
  const others = [...site.versions.values()].filter((version) => version.projectId !== moved.projectId);
  site.versions.clear();
  for (const version of [...others, ...order]) {
    site.versions.set(version.id, version);
  }
  emitVersion(site, 'moved', moved, author);
}

export interface Replacements {
  readonly fixVersion: Version | null;
  readonly affectsVersion: Version | null;
}

/** Deletes a version; its issues get the replacements. Their changes are in their histories, but apps hear of the version alone. */
export function deleteVersion(site: Site, version: Version, replacements: Replacements, author: Author): void {
  replaceOnIssues(site, version, replacements, author);
  site.versions.delete(version.id);
  const { fixVersion, affectsVersion } = replacements;
  emitVersion(site, 'deleted', version, author, {
    ...(fixVersion === null ? {} : { newFixVersion: versionEventBean(site, fixVersion) }),
    ...(affectsVersion === null ? {} : { newAffectsVersion: versionEventBean(site, affectsVersion) }),
    customFieldReplacements: [],
  });
}

/** Merges a version into another: `merged` about the one that stays, then `deleted` about the one that goes. */
export function mergeVersion(site: Site, gone: Version, into: Version, author: Author): void {
  replaceOnIssues(site, gone, { fixVersion: into, affectsVersion: into }, author);
  site.versions.delete(gone.id);
  emitVersion(site, 'merged', into, author, { mergedVersion: versionEventBean(site, gone) });
  emitVersion(site, 'deleted', gone, author, { mergedVersion: versionEventBean(site, into), customFieldReplacements: [] });
}

/** Gives the unresolved issues of a version that is about to be released to another one, each with its own event. */
export function moveUnfixedIssues(site: Site, from: Version, to: Version, author: Author): void {
  const unfixed = [...site.issues.values()].filter(
    (issue) => issue.resolutionId === null && issue.fixVersionIds.includes(from.id),
  );
  for (const issue of unfixed) {
    changeIssue(site, issue.id, { fixVersionIds: replaced(issue.fixVersionIds, from, to) }, author);
  }
}

function replaceOnIssues(site: Site, version: Version, replacements: Replacements, author: Author): void {
  for (const issue of [...site.issues.values()]) {
    const fixVersionIds = replaced(issue.fixVersionIds, version, replacements.fixVersion);
    const affectsVersionIds = replaced(issue.affectsVersionIds, version, replacements.affectsVersion);
    changeIssue(site, issue.id, { fixVersionIds, affectsVersionIds }, author, { events: false });
  }
}

function replaced(ids: string[], gone: Version, by: Version | null): string[] {
  if (!ids.includes(gone.id)) {
    return ids;
  }
  const rest = ids.filter((id) => id !== gone.id);
  return by === null || rest.includes(by.id) ? rest : [...rest, by.id];
}
