import type { DuplicateDocument } from './document';
import type { Asked, Resemblance } from './resemblance';
import type { StoredDocument } from './stored-document';
import { inTitleOf, weights } from './weights';

/** By what it is judged whether the first candidate is claimed. None depends on how many reports there are or what they are about. */
export interface ClaimSigns {
  /** Share of what the words of both reports tell that the other has too, 0 to 1. */
  readonly cover: number;
  /** Share of what the words of both titles tell that the other report has anywhere, 0 to 1. */
  readonly titles: number;
  /** How far it stands above the next candidate, as a share of its own. */
  readonly ahead: number;
  /** How far it stands above the mean of the next that are no copies of it, as a share of its own. */
  readonly apart: number;
  /** 1 for reports of the same time, less the longer they lie apart. */
  readonly recency: number;
  /** How alike the stack traces are, 0 to 1. */
  readonly trace: number;
  /** What the shared words tell, as so many words that no other report has. */
  readonly told: number;
  /** The same of shared words that do not stand in both titles. */
  readonly toldBesides: number;
  /** Share of what the words of a title tell that the other report does not have, of that of the two where it is less. */
  readonly swapped: number;
  /** Whether the title that is asked about has a word with a digit that the other report does not have. */
  readonly numberInTitle: boolean;
  /** The same of the whole report. */
  readonly numberAnywhere: boolean;
  /** Whether the titles name other versions, numbers or branches, and are much the same besides. */
  readonly otherSeries: boolean;
}

/** A candidate, and where it stands. */
interface Ranked {
  readonly stored: StoredDocument;
  readonly order: number;
}

/** Candidates after the first that it is held against. */
const mostOthers = 5;
/** Of how many those are sought that are no copies. */
const mostLookedAt = 20;
/** Share of what both tell, from which one is a copy of the other. */
const copyFrom = 0.5;
/** Share of a title, numbers and versions aside, that makes two titles with other numbers a series. */
const sameButForSeries = 0.5;

/** @param documents in the index @param others the candidates after it, best first */
export function claimSigns(
  asked: Asked,
  document: DuplicateDocument,
  {
    first,
    others,
    documents,
  }: {
    readonly first: Ranked & { readonly like: Resemblance };
    readonly others: readonly Ranked[];
    readonly documents: number;
  },
): ClaimSigns {
  const telling = tellingOf(asked, documents);
  const theirs = new Set(first.stored.terms);
  const theirTitle = new Set([...first.stored.terms].filter((_, at) => inTitleOf(first.stored.codes[at] ?? 0)));
  const sum = (terms: Iterable<number>) => [...terms].reduce((total, term) => total + telling(term), 0);
  const share = (of: ReadonlySet<number>, other: ReadonlySet<number>) =>
    sum([...of].filter((term) => other.has(term))) / Math.max(1e-9, sum(of));
  const [titleThere, titleHere] = [share(asked.inTitle, theirs), share(theirTitle, asked.terms)];
  const missing = document.words.filter(({ text, hash }) => /\d/.test(text) && !theirs.has(hash));
  const apart = noCopiesOf(theirs, others.slice(0, mostLookedAt), telling);
  const shared = [...asked.terms].filter((term) => theirs.has(term));
  const { order, like } = first;
  const above = (other: number) => (order > 0 ? 1 - other / order : 0);
  return {
    cover: Math.sqrt(share(asked.terms, theirs) * share(theirs, asked.terms)),
    titles: Math.sqrt(titleThere * titleHere),
    ahead: above(others[0]?.order ?? 0),
    apart: above(apart.reduce((total, other) => total + other.order, 0) / Math.max(1, apart.length)),
    ...{ recency: like.recency, trace: like.trace },
    told: sum(shared),
    toldBesides: sum(shared.filter((term) => !asked.inTitle.has(term) || !theirTitle.has(term))),
    swapped: Math.min(1 - titleThere, 1 - titleHere),
    numberInTitle: missing.some(({ inTitle }) => inTitle > 0),
    numberAnywhere: missing.length > 0,
    otherSeries: !like.sameSeries && like.toldAgain >= sameButForSeries,
  };
}

/** How much a term tells: 1 where no other report has it, whatever the size of the index; about 0 where all have. */
function tellingOf({ weigh }: Asked, documents: number): (term: number) => number {
  const most = Math.max(1, Math.log(1 + documents));
  const known = new Map<number, number>();
  return (term) => {
    const before = known.get(term);
    if (before !== undefined) return before;
    const telling = Math.min(1, weigh(term) ** (1 / (2 * weights.rareness)) / most);
    known.set(term, telling);
    return telling;
  };
}

function noCopiesOf(one: ReadonlySet<number>, others: readonly Ranked[], telling: (term: number) => number): readonly Ranked[] {
  let ofOne = 0;
  for (const term of one) ofOne += telling(term) ** 2;
  const found: Ranked[] = [];
  for (const other of others) {
    if (found.length === mostOthers) break;
    let [both, ofOther] = [0, 0];
    for (const term of other.stored.terms) {
      const weight = telling(term) ** 2;
      ofOther += weight;
      if (one.has(term)) both += weight;
    }
    if (both < copyFrom * Math.sqrt(Math.max(1e-9, ofOne * ofOther))) found.push(other);
  }
  return found;
}
