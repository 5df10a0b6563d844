import { collectChanges, keepIssues } from '../../src/analytics';
import type { ChangeColumns } from '../../src/analytics';
import { ExportProblem } from '../../src/ingest/exports';
import type { ExportedWords, ExportListener, Named } from '../../src/ingest/exports';
import { noteTaker } from './notes';

/** What is known of the issues of an export: issue n is called `keys[n]`. */
export interface CollectedIssues {
  readonly keys: readonly string[];
  readonly columns: ChangeColumns;
  /** By issue: a place in `severities`. */
  readonly severity: Uint16Array;
  /** Names, worst first as far as Jira's ids tell; null for issues without one. */
  readonly severities: readonly (string | null)[];
  /** Whether ids told that order. */
  readonly severitiesInOrder: boolean;
  /** By status: Jira's category, as far as the export tells. */
  readonly categories: ReadonlyMap<number, string>;
  /** By issue; null where words were not asked for. */
  readonly words: readonly ExportedWords[] | null;
  /** By issue: 1 where the export has its changelog. */
  readonly hasChangelog: Uint8Array;
  /** The latest moment that the export tells of, in milliseconds since 1970. */
  readonly latest: number;
  /** What the figures depend on, as sentences. */
  readonly notes: readonly string[];
}

export interface IssueCollector extends ExportListener {
  /** How many different issues there are. */
  size(): number;
  /** @param at milliseconds since 1970: issues created later are left out */
  collected(at: number | null): CollectedIssues;
}

const mostSeverities = 500;
const noWords: ExportedWords = { summary: null, assignee: null };

/** Collects issues of one or more exports. Where one is there more than once, the one that was updated last counts, else the later one. */
export function issueCollector(): IssueCollector {
  const changes = collectChanges();
  const notes = noteTaker();
  const keys: string[] = [];
  /** By key: its place, and when it was updated. */
  const newest = new Map<string, { readonly place: number; readonly updated: number }>();
  const severities = placesOf<Named | null>();
  const severity: number[] = [];
  const category: (string | null)[] = [];
  const words: ExportedWords[] = [];
  const hasChangelog: number[] = [];
  let latest = -Infinity;
  return {
    size: () => newest.size,
    issue(issue) {
      const updated = issue.updated ?? -Infinity;
      const before = newest.get(issue.key);
      if (before !== undefined) notes.repeated(issue.key);
      if (before !== undefined && before.updated > updated) return;
      latest = Math.max(latest, issue.latest);
      newest.set(issue.key, { place: keys.push(issue.key) - 1, updated });
      severity.push(severities.of(issue.severity));
      if (severities.all.length > mostSeverities)
        throw new ExportProblem(
          `The field of the severity has more than ${mostSeverities} different values: name another one with --severity.`,
        );
      category.push(issue.category);
      hasChangelog.push(issue.changes === null ? 0 : 1);
      if (issue.words !== undefined) words.push(issue.words);
      const { created, resolved, status } = issue;
      changes.add({ created, resolved, status, changes: issue.changes ?? [] });
      notes.issue(issue);
    },
    page: (page) => notes.page(page),
    note: (sentence) => notes.note(sentence),
    collected(at) {
      const all = changes.columns();
      const places = Uint32Array.from([...newest.values()], ({ place }) => place)
        .filter((place) => at === null || (all.created[place] ?? 0) <= at)
        .sort();
      const columns = places.length === keys.length ? all : keepIssues(all, places);
      const { order, names, isTold } = bySeverity(severities.all);
      const categories = new Map<number, string>();
      for (const [place, status] of all.current.entries()) {
        const known = category[place] ?? null;
        if (known !== null) categories.set(status, known);
      }
      return {
        ...{ columns, categories, latest, notes: notes.taken(newest.size) },
        keys: Array.from(places, (place) => keys[place] ?? ''),
        severity: Uint16Array.from(places, (place) => order[severity[place] ?? 0] ?? 0),
        severities: names,
        severitiesInOrder: isTold,
        words: words.length === 0 ? null : Array.from(places, (place) => words[place] ?? noWords),
        hasChangelog: Uint8Array.from(places, (place) => hasChangelog[place] ?? 0),
      };
    },
  };
}

/** Gives each different value a place. */
function placesOf<Value>() {
  const places = new Map<Value, number>();
  const all: Value[] = [];
  return {
    all,
    of(value: Value): number {
      const known = places.get(value);
      if (known !== undefined) return known;
      places.set(value, all.length);
      return all.push(value) - 1;
    },
  };
}

/** Severities of one name are one. Jira numbers priorities and options from the worst, as far as nobody has sorted them. */
function bySeverity(met: readonly (Named | null)[]): {
  readonly order: readonly number[];
  readonly names: readonly (string | null)[];
  readonly isTold: boolean;
} {
  const ids = new Map<string | null, number>();
  for (const each of met) {
    const number = each === null ? Infinity : /^\d{1,15}$/.test(each.id ?? '') ? Number(each.id) : Number.MAX_SAFE_INTEGER;
    ids.set(nameOf(each), Math.min(number, ids.get(nameOf(each)) ?? Infinity));
  }
  const names = [...ids.keys()].sort(
    (a, b) =>
      (a === null ? 1 : 0) - (b === null ? 1 : 0) || (ids.get(a) ?? 0) - (ids.get(b) ?? 0) || ((a ?? '') < (b ?? '') ? -1 : 1),
  );
  const places = new Map(names.map((name, place) => [name, place]));
  const isTold = names.every((name) => name === null || (ids.get(name) ?? Infinity) < Number.MAX_SAFE_INTEGER);
  return { names, isTold, order: met.map((each) => places.get(nameOf(each)) ?? 0) };
}

const nameOf = (severity: Named | null) => (severity === null ? null : (severity.name ?? severity.id));
