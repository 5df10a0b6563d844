import { meaningfulWords, mostCharacters, textLikeness } from '../../triage';

/** Likeness of two texts above which one is a copy of the other. */
const copyAbove = 0.9;

/** What the rationale of an override lacks, in words that say what to write instead; none where it will do. */
export function overrideRationaleProblems(
  text: string,
  { leastWords, earlier }: { readonly leastWords: number; readonly earlier: readonly string[] },
): string[] {
  const said = text.trim();
  if (said === '') return ['Say why the release may pass although its gate is held: who is affected, and what is done about it.'];
  if (said.length > mostCharacters) return [`Keep it below ${mostCharacters} characters; it has ${said.length}.`];
  const count = meaningfulWords(said).length;
  if (count < leastWords)
    return [
      `Say more: ${count} of its words ${count === 1 ? 'says' : 'say'} something, and ${leastWords} are needed. Who is affected, and what is done about it?`,
    ];
  if (earlier.some((other) => textLikeness(said, other) > copyAbove))
    return ['It is a copy of the rationale of an earlier override. Say what holds now: what is different this time.'];
  return [];
}
