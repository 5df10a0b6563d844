import type { PageData } from '../page/page-data';
import type { Analysis } from './analysis';

/** All summaries together take no more characters than about so many; each at least, and at most. */
const summaryRoom = 2_000_000;
const [shortestCut, longestCut] = [40, 160];
/** Of people, statuses and severities, in characters. */
const longestName = 80;

export interface PageWords {
  /** The files, as people know them. */
  readonly title: string;
  readonly severityField: string;
  /** Address of the Jira site, without a slash at its end. */
  readonly site: string | null;
}

const categoryNames = ['new', 'indeterminate', 'done'] as const;
type Category = (typeof categoryNames)[number];

/** What a page holds of an analysis: as few columns as its charts and lists need. */
export function pageDataOf(analysis: Analysis, { title, severityField, site }: PageWords): PageData {
  const { issues, at, spans } = analysis;
  const { statuses, placeOf } = pageStatuses(analysis);
  const { keys, columns, words } = issues;
  const { created } = columns;
  const cut = Math.max(shortestCut, Math.min(longestCut, Math.floor(summaryRoom / Math.max(1, keys.length))));
  let isCut = false;
  const summaries = keys.map((_, n) => {
    const summary = words?.[n]?.summary ?? '';
    const shown = shortened(summary, cut);
    isCut ||= shown !== summary;
    return shown;
  });
  const nameOf = (n: number) => shortened(words?.[n]?.assignee ?? '', longestName);
  const people = [...new Set(keys.map((_, n) => nameOf(n)))].filter((name) => name !== '');
  const placeOfPerson = new Map(people.map((name, place) => [name, place]));
  const [spanCounts, spanStatus, spanAfter]: number[][] = [[], [], []];
  keys.forEach((_, n) => {
    const [first, end] = [spans.offsets[n] ?? 0, spans.offsets[n + 1] ?? 0];
    let before = created[n] ?? 0;
    let count = 0;
    for (let span = first; span < end && (spans.from[span] ?? Infinity) <= at; span += 1, count += 1) {
      spanStatus?.push(placeOf[spans.values[span] ?? 0] ?? 0);
      spanAfter?.push((spans.from[span] ?? before) - before);
      before = spans.from[span] ?? before;
    }
    spanCounts?.push(count);
  });
  return {
    ...{ title, at, site, severityField, notes: [...issues.notes], keys: [...keys], summaries, people },
    ...{ summaryCut: isCut ? cut - 1 : null, assignee: keys.map((_, n) => placeOfPerson.get(nameOf(n)) ?? -1) },
    ...{ created: [...created], resolvedAfter: [...columns.resolved].map((end, n) => resolvedAfter(created[n] ?? 0, end, at)) },
    ...{
      severities: issues.severities.map((name) => (name === null ? null : shortened(name, longestName))),
      severitiesInOrder: issues.severitiesInOrder,
      severity: [...issues.severity],
    },
    statuses,
    ...{ spanCounts: spanCounts ?? [], spanStatus: spanStatus ?? [], spanAfter: spanAfter ?? [] },
    withChangelog: issues.hasChangelog.reduce((sum, has) => sum + has, 0),
  };
}

/** By characters that people see as one, as far as these are code points. */
function shortened(text: string, most: number): string {
  if (text.length <= most) return text;
  const characters = [...text];
  return characters.length > most ? `${characters.slice(0, most - 1).join('')}…` : text;
}

function resolvedAfter(created: number, resolved: number, at: number): number {
  return resolved <= at ? Math.max(0, resolved - created) : -1;
}

/** Statuses as the page shows them: those of one name and one category are one. */
function pageStatuses({ issues, at, bands }: Pick<Analysis, 'issues' | 'at' | 'bands'>): {
  readonly statuses: PageData['statuses'];
  /** By status: its place among them. */
  readonly placeOf: readonly number[];
} {
  const categories = categoriesOf({ issues, at, bands });
  const places = new Map<string, number>();
  const statuses: { name: string; category: Category }[] = [];
  const placeOf = issues.columns.statuses.map((_, status) => {
    const name = shortened(bands.names[bands.bandOf[status] ?? 0] ?? '', longestName);
    const category = categories[status] ?? 'indeterminate';
    const key = `${category} ${name}`;
    const place = places.get(key) ?? statuses.push({ name, category }) - 1;
    places.set(key, place);
    return place;
  });
  return { statuses, placeOf };
}

/**
 * By status: done where all that are in it now are resolved, whatever it is called; else as Jira says of it, or of another one of its id or
 * its name; else somewhere in between.
 */
function categoriesOf({ issues, at, bands }: Pick<Analysis, 'issues' | 'at' | 'bands'>): Category[] {
  const { columns, categories } = issues;
  const idOf = (status: number) => columns.statuses[status]?.id ?? `name ${columns.statuses[status]?.name ?? ''}`;
  const held = new Map<string, { all: number; resolved: number }>();
  columns.current.forEach((status, n) => {
    const counts = held.get(idOf(status)) ?? { all: 0, resolved: 0 };
    counts.all += 1;
    counts.resolved += (columns.resolved[n] ?? NaN) <= at ? 1 : 0;
    held.set(idOf(status), counts);
  });
  const byId = new Map<string, Category>();
  for (const [status, category] of categories) {
    const known = categoryNames.find((name) => name === category);
    if (known !== undefined) byId.set(idOf(status), known);
  }
  for (const [id, { all, resolved }] of held) if (all === resolved) byId.set(id, 'done');
  const byBand = new Map<number, Category>();
  columns.statuses.forEach((_, status) => {
    const known = byId.get(idOf(status));
    if (known !== undefined) byBand.set(bands.bandOf[status] ?? 0, known);
  });
  return columns.statuses.map((_, status) => byId.get(idOf(status)) ?? byBand.get(bands.bandOf[status] ?? 0) ?? 'indeterminate');
}
