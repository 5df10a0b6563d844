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
  const votes = new Map<string, Map<string, number>>();
  const isOld = (name: string) => !target.has(name) && !told.has(name) && !isKey(name);
  const isNew = (name: string) => !source.has(name) && !isKey(name);
  for (const pair of pairs) {
    for (const kind of manifestKinds) {
      const own = alone(
        pair.source[kind].items.map((item) => translated(item, told)),
        isOld,
      );
      const others = alone(pair.target[kind].items, isNew);
      for (const [frame, item] of own) {
        const other = others.get(frame);
        if (item == null || other == null) continue;
        const [from, to] = [namesIn(item), namesIn(other)];
        from.forEach((name, index) => {
          const became = to[index];
          if (became === undefined || !isOld(name) || !isNew(became)) return;
          const counts = votes.get(name) ?? new Map<string, number>();
          votes.set(name, counts.set(became, (counts.get(became) ?? 0) + 1));
        });
      }
    }
  }
  return [...votes].flatMap(([from, counts]) => {
    const all = [...counts.values()].reduce((sum, count) => sum + count, 0);
    const [best] = [...counts].sort((a, b) => b[1] - a[1]);
    return best !== undefined && best[1] >= leastSeen && best[1] * 2 > all ? [{ from, to: best[0], seen: best[1] }] : [];
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
