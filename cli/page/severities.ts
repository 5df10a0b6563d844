import { severities as classes, toSeverity } from '../../src/kernel/severity';
import type { Severity } from '../../src/kernel/severity';
import type { PageData } from './page-data';

/** What trackers call their priorities and severities, worst first. */
const usual: readonly (readonly string[])[] = [
  ['blocker', 'highest', 'p0', 'urgent', 'sev1', 'sev-1'],
  ['critical', 'high', 'p1', 'sev2', 'sev-2'],
  ['major', 'medium', 'normal', 'p2', 'moderate', 'sev3', 'sev-3'],
  ['minor', 'low', 'lowest', 'trivial', 'p3', 'p4', 'sev4', 'sev-4'],
];

/** How the values of an export stand for S1 to S4. */
export interface SeverityKey {
  /** By the place of a value: null where it has none, or where nothing tells how bad it is. */
  readonly of: readonly (Severity | null)[];
  /** Values that are there and of which nothing tells how bad they are. */
  readonly untold: readonly string[];
}

/**
 * The charts know four severities. Values that are called so, or as trackers usually call theirs, are those; otherwise the first value is
 * S1 and the fourth and all further ones are S4, where the export's ids tell their order. Where it does not, none of them is.
 */
export function severityKey({ severities, severitiesInOrder }: Pick<PageData, 'severities' | 'severitiesInOrder'>): SeverityKey {
  const names = severities.flatMap((name) => name ?? []);
  const known = names.map((name) => toSeverity(name) ?? usualSeverity(name));
  const chosen = known.every((severity) => severity !== null)
    ? known
    : names.map((_, place) => (severitiesInOrder ? (classes[Math.min(place, classes.length - 1)] ?? null) : null));
  const byName = new Map(names.map((name, place) => [name, chosen[place] ?? null]));
  return {
    of: severities.map((name) => (name === null ? null : (byName.get(name) ?? null))),
    untold: names.filter((name) => byName.get(name) == null),
  };
}

function usualSeverity(name: string): Severity | null {
  const place = usual.findIndex((words) => words.includes(name.trim().toLowerCase()));
  return classes[place] ?? null;
}

/** What each of S1 to S4 is called in the export, for those that are there. */
export function severityNames(data: Pick<PageData, 'severities'>, key: SeverityKey): ReadonlyMap<Severity, string> {
  const names = new Map<Severity, string[]>();
  key.of.forEach((severity, place) => {
    const name = data.severities[place] ?? null;
    if (severity !== null && name !== null) names.set(severity, [...(names.get(severity) ?? []), name]);
  });
  return new Map(classes.flatMap((severity) => (names.has(severity) ? [[severity, orWords(names.get(severity) ?? [])]] : [])));
}

const mostNamed = 4;

function orWords(names: readonly string[]): string {
  if (names.length > mostNamed) return `${names.slice(0, mostNamed - 1).join(', ')} or ${names.length - mostNamed + 1} others`;
  return names.length < 2 ? (names[0] ?? '') : `${names.slice(0, -1).join(', ')} or ${names.at(-1) ?? ''}`;
}
