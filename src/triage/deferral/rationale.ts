import { emptyWords } from './empty-words';

/** Likeness of two texts above which one is a copy of the other. */
const copyAbove = 0.9;
/** Longer texts are compared by their beginning. */
const mostCompared = 2000;
/** The rationale of a deferral has so many characters at most. */
export const mostCharacters = 2000;

export interface RationaleFacts {
  readonly leastWords: number;
  /** Rationales of earlier deferrals. */
  readonly earlier: readonly string[];
  /** Summary of the defect. */
  readonly summary: string;
}

/** What a rationale lacks, in words that say what to write instead; none where it will do. */
export function rationaleProblems(text: string, { leastWords, earlier, summary }: RationaleFacts): string[] {
  const said = text.trim();
  if (said === '') return ['Say why this defect can wait: whom it affects, how often, and what happens to them meanwhile.'];
  if (said.length > mostCharacters) return [`Keep it below ${mostCharacters} characters; it has ${said.length}.`];
  const words = meaningfulWords(said);
  if (words.length === 0)
    return [
      'This could be said of any defect. Say what is particular to this one: whom it affects, how often, and what happens to them meanwhile.',
    ];
  if (words.length < leastWords) {
    const those = words.length <= 6 ? ` (${words.join(', ')})` : '';
    return [
      `Say more: ${words.length} of its words ${words.length === 1 ? 'says' : 'say'} something of this defect${those}, and ${leastWords} are needed. Whom does it affect, how often, and what happens to them meanwhile?`,
    ];
  }
  const profile = profileOf(said);
  if (likeness(profile, profileOf(summary)) > copyAbove)
    return ["It repeats the defect's summary. Say why the defect can wait, not what it is."];
  if (earlier.some((other) => likeness(profile, profileOf(other)) > copyAbove))
    return [
      'It is a copy of the rationale of an earlier deferral. Say what holds for this defect now: what has changed since, or what is different here.',
    ];
  return [];
}

const segmenter = new Intl.Segmenter('und', { granularity: 'word' });
const alphabetic = /^[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}]/u;

/** The different words that say something: no particles, no numbers, no keys, nothing that every deferral says. */
export function meaningfulWords(text: string): string[] {
  const plain = text
    .normalize('NFKC')
    .replace(/\b[A-Z][A-Z0-9_]+-\d+\b/g, ' ')
    .replace(/https?:\/\/\S+/g, ' ')
    .toLowerCase();
  const words = [...segmenter.segment(plain)].flatMap(({ segment, isWordLike }) => (isWordLike === true ? [segment] : []));
  return [...new Set(words.filter(saysSomething))];
}

function saysSomething(word: string): boolean {
  if (!/\p{L}/u.test(word) || emptyWords.has(word.replace(/’/g, "'").replace(/\./g, ''))) return false;
  // One letter over and over is no word.
  if (/^(.)\1*$/u.test(word) && word.length > 1) return false;
  return !alphabetic.test(word) || word.length > 2;
}

/** How often each run of three letters stands in a text; numbers and marks do not matter. */
type Profile = ReadonlyMap<string, number>;

function profileOf(text: string): Profile {
  const plain = text
    .slice(0, mostCompared)
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{M}]+/gu, ' ')
    .trim();
  const letters = [...` ${plain} `];
  const counts = new Map<string, number>();
  for (let at = 0; at + 3 <= letters.length; at += 1) {
    const run = letters.slice(at, at + 3).join('');
    counts.set(run, (counts.get(run) ?? 0) + 1);
  }
  return counts;
}

/** Dice's coefficient of two profiles, 0 to 1. */
function likeness(a: Profile, b: Profile): number {
  const sizeOf = (profile: Profile) => [...profile.values()].reduce((sum, count) => sum + count, 0);
  let shared = 0;
  for (const [run, count] of a) shared += Math.min(count, b.get(run) ?? 0);
  const size = sizeOf(a) + sizeOf(b);
  return size === 0 ? 0 : (2 * shared) / size;
}

/** How alike two texts are, 0 to 1; 1 is the same but for case, numbers and marks. */
export function textLikeness(a: string, b: string): number {
  return likeness(profileOf(a), profileOf(b));
}
