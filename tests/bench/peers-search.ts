import { Index } from 'flexsearch';
import MiniSearch from 'minisearch';
import { documentOf, MemoryIndex, rank } from '../../src/triage/duplicates';
import { madeUpReports } from './duplicates-growth';
import { reportsOf, type Report } from './duplicates-history';
import { computing, printFigure, rounded, shareOf } from './figure';

/** Something that finds reports by a report. */
interface Search {
  readonly name: string;
  readonly add: (report: Report) => void;
  /** @returns ids, the likeliest first */
  readonly find: (report: Report) => readonly string[];
}

const found = 10;
/** Documents that wait outside the postings, as in the app. */
const mostRecent = 256;
const madeUp = 3_000;
/** Every so manieth question is asked: MiniSearch takes a tenth of a second for one. */
const step = 16;

/**
 * The search for duplicates beside MiniSearch and FlexSearch: reports that have an earlier one of their group are asked about among those
 * that came before them. One line of JSON for each package and its time; R@10 says how often one of the group is among the first ten.
 * @param file of a tracker's history; null for reports that are made up, where R@10 says little
 */
export function peersOfSearch(file: string | null): void {
  if (file === null)
    console.log('peers-search: the corpus is not on this machine; reports are made up, and R@10 says little of real ones.');
  const reports = file === null ? madeUpReports(madeUp) : reportsOf(file);
  const [ours, ...others] = [
    holdpoint(),
    miniSearch('minisearch', wordsOf),
    miniSearch('minisearch-titles', ({ title }) => title),
    flexSearch(),
  ].map((search) => ask(search, reports));
  if (ours === undefined) return;
  for (const other of others) {
    const of = { part: other.name, n: reports.length, unit: 'ms' };
    const more = { questions: other.questions, 'R@10': ours.recall, 'R@10 beside': other.recall };
    printFigure(
      { name: 'peers-query', ...of, p50: ours.p50, p95: ours.p95, reference: other.p50, ratio: rounded(ours.p50 / other.p50) },
      { ...more, 'p95 beside': other.p95 },
    );
    const index = { p50: ours.index, p95: ours.index, reference: other.index, ratio: rounded(ours.index / other.index) };
    printFigure({ name: 'peers-index', ...of, ...index });
  }
}

function ask({ name, add, find }: Search, reports: readonly Report[]) {
  const groups = new Map<string, Set<string>>();
  const times: number[] = [];
  let [index, hits, met] = [0, 0, 0];
  for (const report of reports) {
    const group = report.group ?? '';
    const earlier = group === '' ? undefined : groups.get(group);
    if (earlier !== undefined && met++ % step === 0) {
      let ids: readonly string[] = [];
      times.push(computing(() => (ids = find(report))));
      if (ids.slice(0, found).some((id) => earlier.has(id))) hits += 1;
    }
    index += computing(() => add(report));
    groups.set(group, (earlier ?? new Set()).add(report.id));
  }
  times.sort((a, b) => a - b);
  const questions = times.length;
  const recall = Number((hits / Math.max(1, questions)).toFixed(3));
  return {
    name,
    questions,
    recall,
    index: rounded(index),
    p50: rounded(shareOf(times, 0.5)),
    p95: rounded(shareOf(times, 0.95)),
  };
}

function holdpoint(): Search {
  const index = new MemoryIndex();
  const of = ({ title, description, component }: Report) =>
    documentOf({ title, description: description ?? '', component: component ?? null });
  const at = ({ created }: Report) => new Date(created).toISOString();
  return {
    name: 'holdpoint',
    add: (report) => {
      index.put(report.id, at(report), of(report));
      if (index.recent.length >= mostRecent) index.compact();
    },
    find: (report) => rank({ document: of(report), at: at(report), limit: found }, index).map(({ id }) => id),
  };
}

/** As its guide has it: a field for each part, the title weighing more, and any word of the question. @param question what is asked with */
function miniSearch(name: string, question: (report: Report) => string): Search {
  const search = new MiniSearch<{ id: string; title: string; description: string }>({
    fields: ['title', 'description'],
    searchOptions: { boost: { title: 3 }, combineWith: 'OR' },
  });
  return {
    name,
    add: ({ id, title, description }) => search.add({ id, title, description: description ?? '' }),
    find: (report) => search.search(question(report)).map(({ id }) => String(id)),
  };
}

/** With suggestions: without, all words of the question have to be there. */
function flexSearch(): Search {
  const search = new Index({ tokenize: 'strict' });
  const numbers: string[] = [];
  return {
    name: 'flexsearch',
    add: (report) => {
      search.add(numbers.length, wordsOf(report));
      numbers.push(report.id);
    },
    find: (report) => search.search(wordsOf(report), { limit: found, suggest: true }).flatMap((n) => numbers[Number(n)] ?? []),
  };
}

function wordsOf({ title, description }: Report): string {
  return `${title} ${description ?? ''}`;
}
