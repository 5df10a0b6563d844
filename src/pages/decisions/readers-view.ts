import type { Reader, ReadersView } from '../../contracts/decisions';
import type { NotedAccess } from '../../governance/shell';

/** What was noted of a project's readers, and what turns it into words. */
export interface ReadersFacts {
  /** Newest first; one more than fits says that there is more. */
  readonly accesses: readonly NotedAccess[];
  /** Account ids by pseudonym; who is not among them was erased. */
  readonly people: ReadonlyMap<string, string>;
  readonly versions: readonly { readonly id: string; readonly name: string }[];
  /** `2026-10-04`, UTC. */
  readonly sinceDay: string;
  /** So many rows are shown. */
  readonly most: number;
}

/** Who opened and exported what, for people. */
export function readersView({ accesses, people, versions, sinceDay, most }: ReadersFacts): ReadersView {
  const names = new Map(versions.map(({ id, name }) => [id, name]));
  return {
    rows: accesses.slice(0, most).map((access) => readerOf(access, people, names)),
    more: accesses.length > most,
    sinceDay,
  };
}

function readerOf(access: NotedAccess, people: ReadonlyMap<string, string>, names: ReadonlyMap<string, string>): Reader {
  const { pseudonym, act, what, subject, firstAt, lastAt, times } = access;
  return {
    who: { accountId: people.get(pseudonym) ?? null, pseudonym },
    ...{ act, what: whatWords(what), subject: subjectWords(subject, names), firstAt, lastAt, times },
  };
}

const titles: ReadonlyMap<string, string> = new Map([
  ['releases', 'Releases'],
  ['readiness', 'Readiness'],
  ['decisions', 'Decisions'],
  ['decisions-json', 'Decisions as JSON'],
  ['decisions-csv', 'Decisions as CSV'],
  ['data-quality', 'Data quality'],
  ['forecast', 'Forecast'],
  ['pipelines', 'Pipelines'],
  ['readers', 'List of readers'],
]);

/** A screen that an older or newer Holdpoint noted is told by its name. */
function whatWords(what: string): string {
  const words = what.replaceAll('-', ' ');
  return titles.get(what) ?? `${words.slice(0, 1).toUpperCase()}${words.slice(1)}`;
}

function subjectWords(subject: string, names: ReadonlyMap<string, string>): string {
  if (subject === 'site') return 'Every project';
  if (!subject.startsWith('version:')) return 'This project';
  const name = names.get(subject.slice('version:'.length));
  return name === undefined ? 'A release that is gone' : `Release ${name}`;
}
