import type { IssueFact } from './facts';

/** Words that say nothing of what a change is about. */
const empty = new Set(
  `and the for with from into that this when then not are was has have its but all fix fixes fixed bug add adds added update updated
  remove removed change changed make use issue error test tests after before should does can cannot`.split(/\s+/),
);

/**
 * The keys that differ from this one by one mistake in the number: two digits swapped, one wrong, one missing, one too many. At most
 * 21 times the number of digits, none with a leading zero.
 */
export function neighbouringKeys(key: string): string[] {
  const [, project, digits] = /^(.+)-(\d+)$/.exec(key) ?? [];
  if (project === undefined || digits === undefined) return [];
  const found = new Set<string>();
  for (let at = 0; at <= digits.length; at += 1) {
    const [before, here, next, after] = [digits.slice(0, at), digits[at] ?? '', digits[at + 1] ?? '', digits.slice(at + 2)];
    found.add(before + next + here + after);
    found.add(before + next + after);
    for (let digit = 0; digit <= 9; digit += 1) {
      found.add(`${before}${digit}${next}${after}`);
      found.add(`${before}${digit}${here}${next}${after}`);
    }
  }
  found.delete(digits);
  return [...found].filter((text) => text !== '' && text[0] !== '0' && text.length <= 10).map((text) => `${project}-${text}`);
}

/**
 * Of the neighbours of a key that is not there, the issue that a message is about: its summary shares two words or more with the
 * message, or all of its words. Null where none does.
 */
export function meantNeighbour(key: string, message: string, issues: ReadonlyMap<string, IssueFact>): IssueFact | null {
  let said: ReadonlySet<string> | null = null;
  let best: { issue: IssueFact; shared: number } | null = null;
  for (const neighbour of neighbouringKeys(key)) {
    const issue = issues.get(neighbour);
    if (issue === undefined) continue;
    const [about, words] = [(said ??= wordsOf(message)), wordsOf(issue.summary)];
    const shared = [...words].filter((word) => about.has(word)).length;
    if (shared === 0 || shared < Math.min(2, words.size)) continue;
    if (best === null || shared > best.shared) best = { issue, shared };
  }
  return best?.issue ?? null;
}

/** Words of three letters or more without their endings, so that "refuses cards" is about "refused card". */
function wordsOf(text: string): Set<string> {
  const words = new Set<string>();
  for (const [word] of text
    .slice(0, 2_000)
    .toLowerCase()
    .matchAll(/[\p{L}\p{Nd}]{3,}/gu)) {
    if (!empty.has(word)) words.add(word.length > 4 ? word.replace(/(ing|ed|es|s)$/, '') : word);
  }
  return words;
}
