import { day, minute, plus } from '../kernel/instant';
import { severities, type Severity } from '../kernel/severity';
import type { Release } from './evidence';

/** Quotes a value for JQL. */
export function quoted(value: string): string {
  return `"${value.replace(/\\/g, '\\\\').replace(/"/g, '\\"')}"`;
}

const list = (values: readonly string[]) => `(${values.map(quoted).join(', ')})`;

/** What is open. */
export const notDone = 'statusCategory != Done';

/** Open defects of the release. */
export function openDefectsOf(release: Release): string {
  return `project = ${quoted(release.projectKey)} AND issuetype in ${list(release.defectTypes)} AND fixVersion = ${release.versionId} AND ${notDone}`;
}

/** Defects that name the release as affected and were reported after the day on which it was released. */
export function escapedDefectsOf(release: Release, releaseDate: string): string {
  const next = plus(`${releaseDate}T00:00:00.000Z`, day).slice(0, 10);
  return `project = ${quoted(release.projectKey)} AND issuetype in ${list(release.defectTypes)} AND affectedVersion = ${release.versionId} AND created >= ${quoted(next)}`;
}

/** Defects that count as of this severity: S1 takes in the missing and the unreadable ones. */
export function ofSeverity(severity: Severity): string {
  if (severity !== 'S1') return `"Defect severity" = ${severity}`;
  return `("Defect severity" is EMPTY OR "Defect severity" not in ${list(severities.filter((other) => other !== 'S1'))})`;
}

/** Defects whose severity is missing or unreadable. */
export const withoutSeverity = `("Defect severity" is EMPTY OR "Defect severity" not in ${list(severities)})`;

/** Defects that score more than this, and those that have no score. */
export function scoredAbove(ceiling: number): string {
  return `("Holdpoint score" is EMPTY OR "Holdpoint score" > ${ceiling})`;
}

/** JQL has no "nothing", so an id that no issue has. */
export const nothing = 'id = 0';

/** Defects of this tier; with `strictest`, also those whose tier is missing or none of `tiers`. */
export function ofTier(tier: string, strictest: boolean, tiers: readonly string[]): string {
  const named = `"Customer tier" = ${quoted(tier)}`;
  return strictest ? `(${named} OR "Customer tier" is EMPTY OR "Customer tier" not in ${list(tiers)})` : named;
}

/** Defects whose resolution target has counted for at least so many days: from their creation, unless a deferral moved the clock. */
export function lateSince(days: number): string {
  return `(("Resolution clock from" is EMPTY AND created <= -${days}d) OR "Resolution clock from" <= -${days}d)`;
}

/** Defects that were created longer ago than this, in milliseconds. */
export function olderThan(age: number): string {
  return `created < -${Math.ceil(age / minute)}m`;
}

/** Defects that no deferral keeps out of the count. */
export const notDeferred = '("Deferred until" is EMPTY OR "Deferred until" <= now())';

export function allOf(clauses: readonly string[]): string {
  return clauses.join(' AND ');
}

export function anyOf(clauses: readonly string[]): string {
  return clauses.length === 1 ? (clauses[0] ?? '') : `(${clauses.map((clause) => `(${clause})`).join(' OR ')})`;
}
