import { day, plus } from '../kernel/instant';
import { severities, type Severity } from '../kernel/severity';
import type { Release } from './evidence';

/** Quotes a value for JQL. */
export function quoted(value: string): string {
  return `"${value.replace(/\\/g, '\\\\').replace(/"/g, '\\"')}"`;
}

const list = (values: readonly string[]) => `(${values.map(quoted).join(', ')})`;

/** Open defects of the release. */
export function openDefectsOf(release: Release): string {
  return `project = ${quoted(release.projectKey)} AND issuetype in ${list(release.defectTypes)} AND fixVersion = ${release.versionId} AND statusCategory != Done`;
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

/** Defects of this tier; with `strictest`, also those whose tier is missing or none of `tiers`. */
export function ofTier(tier: string, strictest: boolean, tiers: readonly string[]): string {
  const named = `"Customer tier" = ${quoted(tier)}`;
  return strictest ? `(${named} OR "Customer tier" is EMPTY OR "Customer tier" not in ${list(tiers)})` : named;
}

/** Defects whose resolution target has counted for at least so many days: from their creation, unless a deferral moved the clock. */
export function lateSince(days: number): string {
  return `(("Resolution clock from" is EMPTY AND created <= -${days}d) OR "Resolution clock from" <= -${days}d)`;
}

/** Defects that no deferral keeps out of the count. */
export const notDeferred = '("Deferred until" is EMPTY OR "Deferred until" <= now())';

export function allOf(clauses: readonly string[]): string {
  return clauses.join(' AND ');
}

export function anyOf(clauses: readonly string[]): string {
  return clauses.length === 1 ? (clauses[0] ?? '') : `(${clauses.map((clause) => `(${clause})`).join(' OR ')})`;
}
