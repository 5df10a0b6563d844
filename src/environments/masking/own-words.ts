import { alphanumeric, flagsAt } from './characters';
import { patternEnd } from './national-ids';
import type { OwnWords, Pass } from './pass';

export function ownWordsOf(entries: readonly string[]): OwnWords {
  const words = new Map<string, string[]>();
  for (const entry of entries.map((text) => text.trim().toLowerCase()).filter((text) => text !== '')) {
    const first = entry.charAt(0);
    words.set(
      first,
      [...(words.get(first) ?? []), entry].sort((a, b) => b.length - a.length),
    );
  }
  return words;
}

/** Looks for words and forms of numbers of the settings. @returns whether one that begins here was found */
export function ownWord(pass: Pass, at: number): boolean {
  const { text, rules } = pass;
  if (at > 0 && (flagsAt(text, at - 1) & alphanumeric) !== 0) return false;
  if (rules.nationalIds) {
    for (const pattern of rules.nationalIdPatterns) {
      const end = patternEnd(text, at, pattern);
      if (end !== 0) return pass.found('id', at, end);
    }
  }
  for (const wanted of pass.words.get(text.charAt(at).toLowerCase()) ?? []) {
    const end = at + wanted.length;
    if ((flagsAt(text, end) & alphanumeric) === 0 && text.slice(at, end).toLowerCase() === wanted)
      return pass.found('word', at, end);
  }
  return false;
}
