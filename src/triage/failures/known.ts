import type { Instant } from '../../kernel/instant';
import type { FailurePolicy, KnownFailure } from './policy';
import type { FailureGroup } from './run';

/** The first entry of the list of known failures that matches and still counts. */
export function knownAs(group: FailureGroup, policy: FailurePolicy, now: Instant): KnownFailure | null {
  return policy.known.find((entry) => (entry.until === null || now < entry.until) && matches(entry, group)) ?? null;
}

function matches({ match }: KnownFailure, group: FailureGroup): boolean {
  if (match.kind === 'fingerprint') return match.fingerprint === group.fingerprint;
  return [`${group.kind}: ${group.title}`, group.message ?? ''].some((text) => containsWords(text, match.text));
}

/**
 * Whether a text contains the words of a pattern, in any case and with any white space between them. The pattern begins and ends with a
 * whole word unless a `*` stands there. A pattern without a word matches nothing: too wide a one hides what is new.
 */
export function containsWords(text: string, pattern: string): boolean {
  const words = plain(pattern);
  if (!/[\p{L}\p{N}]/u.test(words)) return false;
  const pieces = words.split('*').map((piece) => piece.trim());
  const searched = plain(text);
  let from = 0;
  for (const [n, piece] of pieces.entries()) {
    const last = n === pieces.length - 1;
    const at = place(searched, piece, from, { start: n === 0, end: last });
    if (at === null) return false;
    from = at + piece.length;
  }
  return true;
}

function place(text: string, piece: string, from: number, whole: { start: boolean; end: boolean }): number | null {
  if (piece === '') return from;
  for (let at = text.indexOf(piece, from); at >= 0; at = text.indexOf(piece, at + 1)) {
    const starts = !whole.start || !joined(text[at - 1], text[at]);
    const ends = !whole.end || !joined(text[at + piece.length - 1], text[at + piece.length]);
    if (starts && ends) return at;
  }
  return null;
}

/** Whether two neighbours belong to the same word. */
function joined(before: string | undefined, after: string | undefined): boolean {
  const isLetter = (one: string | undefined) => one !== undefined && /[\p{L}\p{N}_]/u.test(one);
  return isLetter(before) && isLetter(after);
}

function plain(text: string): string {
  return text.toLowerCase().replace(/\s+/g, ' ').trim();
}
