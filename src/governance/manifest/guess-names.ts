import { manifestKinds } from './issue-manifest';
import type { IssueManifest, ManifestItem } from './issue-manifest';
import type { IssuePair } from './match-issues';
import { translated } from './translation';
import type { Names } from './translation';

/** Names of people, fields, statuses and kinds of links that a manifest uses. */
export type Vocabulary = Set<string>;

export function addWords(words: Vocabulary, issue: IssueManifest): void {
  for (const kind of manifestKinds) for (const item of issue[kind].items) for (const name of namesIn(item)) words.add(name);
}

/** A name that was taken for another. */
export interface Guess {
  readonly from: string;
  readonly to: string;
  /** In how many items that are otherwise the same the one stands where the other stood. */
  readonly seen: number;
}

/** A guess needs this many witnesses. */
const leastSeen = 2;

/**
 * What names became that the target does not know at all: whatever stands in their place in items that are otherwise the same, where
 * most of these agree. A name that both sides know is never guessed to be another.
 */
export function guessNames(pairs: readonly IssuePair[], source: Vocabulary, target: Vocabulary, told: Names): readonly Guess[] {
  const isOld = (name: string) => !target.has(name) && !told.has(name) && !isKey(name);
  const isNew = (name: string) => !source.has(name) && !isKey(name);
  return guessed(pairs, told, { isOld, isNew }, { isOld, isNew }).filter(({ seen }) => seen >= leastSeen);
}

/**
 * The same for keys of issues that were not found again by themselves: what refers to them may tell.
 * @param isBefore whether a key of the source is in question @param isAfter whether a key of the target is
 */
export function guessKeys(
  pairs: readonly IssuePair[],
  isBefore: (key: string) => boolean,
  isAfter: (key: string) => boolean,
  words: { readonly source: Vocabulary; readonly target: Vocabulary },
  told: Names,
): ReadonlyMap<string, string> {
  const open = {
    isOld: (name: string) => !words.target.has(name) && !told.has(name) && !isKey(name),
    isNew: (name: string) => !words.source.has(name) && !isKey(name),
  };
  const wanted = {
    isOld: (name: string) => isKey(name) && isBefore(keyIn(name)),
    isNew: (name: string) => isKey(name) && isAfter(keyIn(name)),
  };
  // Where they disagree, links count more than texts, which may have kept the old key.
  const guesses = [...guessed(pairs, told, open, wanted)].sort((a, b) => (a.from < b.from ? 1 : -1));
  return new Map(guesses.map(({ from, to }) => [keyIn(from), keyIn(to)]));
}

interface Sides {
  isOld(this: void, name: string): boolean;
  isNew(this: void, name: string): boolean;
}

/** @param open names that may differ between items that are otherwise the same @param wanted names that are asked for */
function guessed(pairs: readonly IssuePair[], told: Names, open: Sides, wanted: Sides): readonly Guess[] {
  const votes = new Map<string, Map<string, number>>();
  for (const pair of pairs) {
    for (const kind of manifestKinds) {
      const own = alone(
        pair.source[kind].items.map((item) => translated(item, told)),
        open.isOld,
      );
      const others = alone(pair.target[kind].items, open.isNew);
      for (const [frame, item] of own) {
        const other = others.get(frame);
        if (item == null || other == null) continue;
        const to = namesIn(other);
        namesIn(item).forEach((name, index) => {
          const became = to[index];
          if (became === undefined || !wanted.isOld(name) || !wanted.isNew(became)) return;
          const counts = votes.get(name) ?? new Map<string, number>();
          votes.set(name, counts.set(became, (counts.get(became) ?? 0) + 1));
        });
      }
    }
  }
  return [...votes].flatMap(([from, counts]) => {
    const all = [...counts.values()].reduce((sum, count) => sum + count, 0);
    const [best] = [...counts].sort((a, b) => b[1] - a[1]);
    return best !== undefined && best[1] * 2 > all ? [{ from, to: best[0], seen: best[1] }] : [];
  });
}

/** By what is left of an item without the names in question: the item, or null where several leave the same. */
function alone(items: readonly ManifestItem[], isOpen: (name: string) => boolean): Map<string, ManifestItem | null> {
  const frames = new Map<string, ManifestItem | null>();
  for (const item of items) {
    const shown = namesIn(item).map((name) => (isOpen(name) ? name.slice(0, name.indexOf(':')) : isKey(name) ? 'key' : name));
    if (item.bag.length > 1) continue;
    const frame = JSON.stringify([item.at, item.hash, shown]);
    frames.set(frame, frames.has(frame) ? null : item);
  }
  return frames;
}

function namesIn({ labels, refs, bag }: ManifestItem): readonly string[] {
  return [...labels, ...refs, ...bag];
}

/** Issues are matched as issues. */
function isKey(name: string): boolean {
  return name.startsWith('issue:') || name.startsWith('text:');
}

function keyIn(name: string): string {
  return name.slice(name.indexOf(':') + 1);
}
