import { guessKeys, guessNames } from './guess-names';
import type { Guess, Vocabulary } from './guess-names';
import { manifestKinds, textOf } from './issue-manifest';
import type { IssueManifest, ManifestItem, ManifestKind } from './issue-manifest';
import { matchIssues } from './match-issues';
import type { IssuePair } from './match-issues';
import { namesOf, translated } from './translation';
import type { Mapping, Names } from './translation';

/** Something that is not as it was. */
export interface ManifestDifference {
  readonly change: 'lost' | 'added' | 'changed';
  readonly kind: 'issue' | ManifestKind;
  /** Key in the source; null for an issue that was added. */
  readonly issue: string | null;
  /** Key in the target; null for an issue that was lost. */
  readonly target: string | null;
  /** Which item, e.g. `2026-11-02T09:00:00Z Open to Done`; empty for a whole issue. */
  readonly item: string;
  /** What of a changed item: `moment`, `name`, `reference`, `content`. */
  readonly aspects: readonly string[];
}

export interface Comparison {
  readonly pairs: number;
  readonly differences: readonly ManifestDifference[];
  /** Names that were taken for others without being told. */
  readonly guesses: readonly Guess[];
}

/**
 * Names each thing that the source has and the target has not, or otherwise.
 * @param words the names that either manifest uses, of issues that are left out here because they are the same in both too
 */
export function compareManifests(
  sources: readonly IssueManifest[],
  targets: readonly IssueManifest[],
  mapping: Mapping,
  words: { readonly source: Vocabulary; readonly target: Vocabulary },
): Comparison {
  const names = namesOf(mapping);
  const certain = matchIssues(sources, targets, mapping.issues, false);
  const [open, free] = [keysOf(certain.lost), keysOf(certain.added)];
  const keys = guessKeys(
    certain.pairs,
    (key) => open.has(key),
    (key) => free.has(key),
    words,
    names,
  );
  const { pairs, lost, added } = matchIssues(sources, targets, new Map([...keys, ...mapping.issues]), true);
  const guesses = guessNames(pairs, words.source, words.target, names);
  for (const { from, to } of guesses) names.set(from, to);
  for (const { source, target } of pairs) tell(names, source.key, target.key);
  // Of issues that neither manifest holds, such as those of another project, only the key is known.
  const [own, others] = [keysOf(sources), keysOf(targets)];
  const uses = (side: Vocabulary, key: string) => side.has(`issue:${key}`) || side.has(`text:${key}`);
  const outside = guessKeys(
    pairs,
    (key) => !own.has(key) && !uses(words.target, key),
    (key) => !others.has(key) && !uses(words.source, key),
    words,
    names,
  );
  for (const [from, to] of outside) if (!names.has(`issue:${from}`)) tell(names, from, to);
  const known = keysOf(pairs.map(({ target }) => target));
  const whole = (change: 'lost' | 'added', { key }: IssueManifest): ManifestDifference => {
    const [issue, target] = change === 'lost' ? [key, null] : [null, key];
    return { change, kind: 'issue', issue, target, item: '', aspects: [] };
  };
  return {
    pairs: pairs.length,
    guesses,
    differences: [
      ...lost.map((issue) => whole('lost', issue)),
      ...added.map((issue) => whole('added', issue)),
      ...pairs.flatMap((pair) => manifestKinds.flatMap((kind) => inPart(kind, pair, names, known))),
    ],
  };
}

interface Item {
  readonly before: ManifestItem;
  /** In the words of the target. */
  readonly now: ManifestItem;
}

function keysOf(issues: readonly IssueManifest[]): ReadonlySet<string> {
  return new Set(issues.map(({ key }) => key));
}

function tell(names: Map<string, string>, from: string, to: string): void {
  for (const kind of ['issue', 'text']) names.set(`${kind}:${from}`, `${kind}:${to}`);
}

/** @param known keys of the target whose issues were found again */
function inPart(
  kind: ManifestKind,
  { source, target }: IssuePair,
  names: Names,
  known: ReadonlySet<string>,
): readonly ManifestDifference[] {
  const gone: Item[] = [];
  const come = new Map<string, ManifestItem[]>();
  for (const item of target[kind].items) come.set(textOf(item), [...(come.get(textOf(item)) ?? []), item]);
  for (const before of source[kind].items) {
    const now = translated(before, names);
    if (come.get(textOf(now))?.pop() === undefined) gone.push({ before, now });
  }
  const left = [...come.values()].flat();
  // Keys within a text may have stayed as they were written.
  for (const item of [...gone])
    take(
      left,
      (other) => isSameText(item, other, names, known),
      () => gone.splice(gone.indexOf(item), 1),
    );

  const where = { kind, issue: source.key, target: target.key };
  const changed: ManifestDifference[] = [];
  for (const sign of signsOf[kind]) {
    for (const item of [...gone]) {
      take(
        left,
        (other) => sign(item.now) !== '' && sign(item.now) === sign(other),
        (other) => {
          gone.splice(gone.indexOf(item), 1);
          changed.push({ ...where, change: 'changed', item: shown(kind, item.before), aspects: aspectsOf(item.now, other) });
        },
      );
    }
  }
  return [
    ...gone.map(({ before }) => ({ ...where, change: 'lost' as const, item: shown(kind, before), aspects: [] })),
    ...left.map((item) => ({ ...where, change: 'added' as const, item: shown(kind, item), aspects: [] })),
    ...changed,
  ];
}

function take(items: ManifestItem[], fits: (item: ManifestItem) => boolean, found: (item: ManifestItem) => void): void {
  const place = items.findIndex(fits);
  const [item] = place === -1 ? [] : items.splice(place, 1);
  if (item !== undefined) found(item);
}

/** The same but for keys within a text: one may have stayed as it was written, or name an issue of which nothing is known. */
function isSameText({ before, now }: Item, other: ManifestItem, names: Names, known: ReadonlySet<string>): boolean {
  if (now.at !== other.at || now.hash !== other.hash || now.refs.length !== other.refs.length) return false;
  if (JSON.stringify([now.labels, now.bag]) !== JSON.stringify([other.labels, other.bag])) return false;
  return now.refs.every((ref, index) => {
    const [written, there] = [before.refs[index] ?? '', other.refs[index] ?? ''];
    if (ref === there || !written.startsWith('text:')) return ref === there;
    return written === there || (!names.has(written) && there.startsWith('text:') && !known.has(there.slice('text:'.length)));
  });
}

type Sign = (item: ManifestItem) => string;
const moment: Sign = ({ at }) => at ?? '';
const label: Sign = ({ labels }) => labels[0] ?? '';
const words: Sign = ({ labels }) => labels.join('\n');
const content: Sign = ({ hash }) => hash;

/** By what an item that was changed is known again, the surest first. */
const signsOf: Readonly<Record<ManifestKind, readonly Sign[]>> = {
  statuses: [(item) => `${moment(item)} ${words(item)}`, moment, words],
  comments: [(item) => `${moment(item)} ${content(item)}`, moment, content],
  links: [({ refs }) => refs[0] ?? ''],
  attachments: [(item) => `${moment(item)} ${label(item)}`, label, (item) => `${moment(item)} ${content(item)}`],
  fields: [label],
};

function aspectsOf(now: ManifestItem, other: ManifestItem): readonly string[] {
  return [
    ...(now.at === other.at ? [] : ['moment']),
    ...(words(now) === words(other) ? [] : ['name']),
    ...(JSON.stringify([now.refs, now.bag]) === JSON.stringify([other.refs, other.bag]) ? [] : ['reference']),
    ...(now.hash === other.hash ? [] : ['content']),
  ];
}

/** An item in words, by its names in the manifest that it stands in. */
function shown(kind: ManifestKind, { at, labels, refs }: ManifestItem): string {
  const [first = '', second = ''] = labels.map((name) => name.slice(name.indexOf(':') + 1));
  switch (kind) {
    case 'statuses':
      return `${at} ${first} to ${second}`;
    case 'comments':
      return `${at}`;
    case 'links':
      return `${second} ${(refs[0] ?? '').replace('issue:', '')}`;
    case 'attachments':
      return `${first} of ${at}`;
    case 'fields':
      return first;
  }
}
