const vowel = /[aeiouy]/;

/**
 * The stem of a lower-case word, so that `crashes`, `crashed` and `crashing` are one word. English endings, of which several are those of
 * other European languages; a word without vowels, with digits or of other letters stays as it is.
 */
export function stem(word: string): string {
  if (word.length < 4 || !/^[a-z]+$/.test(word)) return word;
  return ending(pastOrGoingOn(plural(word)));
}

function plural(word: string): string {
  if (!word.endsWith('s') || word.endsWith('ss') || word.endsWith('us') || word.endsWith('is')) return word;
  if (word.endsWith('sses') || word.endsWith('shes') || word.endsWith('ches') || word.endsWith('xes')) return word.slice(0, -2);
  if (word.endsWith('ies') && word.length > 4) return `${word.slice(0, -3)}y`;
  return word.slice(0, -1);
}

function pastOrGoingOn(word: string): string {
  for (const suffix of ['ing', 'ed']) {
    if (!word.endsWith(suffix)) continue;
    const rest = word.slice(0, -suffix.length);
    return rest.length > 2 && vowel.test(rest) ? undoubled(rest) : word;
  }
  return word;
}

/** `stopp` is `stop`, but `fill` stays. */
function undoubled(word: string): string {
  const [last, before] = [word.at(-1) ?? '', word.at(-2) ?? ''];
  return last === before && !'lsz'.includes(last) ? word.slice(0, -1) : word;
}

const endings: readonly (readonly [suffix: string, instead: string, least: number])[] = [
  ['ization', 'iz', 3],
  ['isation', 'iz', 3],
  ['ational', 'at', 3],
  ['ation', 'at', 3],
  ['fulness', 'ful', 3],
  ['iveness', 'iv', 3],
  ['ition', 'it', 3],
  ['ment', '', 4],
  ['ness', '', 3],
  ['ible', '', 4],
  ['able', '', 3],
  ['ally', 'al', 3],
  ['ator', 'at', 3],
  ['tion', 't', 3],
  ['sion', 's', 3],
  ['ise', 'iz', 3],
  ['is', 'iz', 5],
  ['ize', 'iz', 3],
  ['ive', 'iv', 3],
  ['ly', '', 4],
  ['al', '', 5],
  ['er', '', 4],
  ['or', '', 5],
  ['y', 'i', 3],
  ['e', '', 3],
];

function ending(word: string): string {
  for (const [suffix, instead, least] of endings) {
    if (word.length >= suffix.length + least && word.endsWith(suffix)) return word.slice(0, -suffix.length) + instead;
  }
  return word;
}
