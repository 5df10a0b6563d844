import { refusals, unmodelled } from './refusal';

/** Words of a text in order, lower case; ideographs count one by one, as Lucene's standard analyzer takes them. */
export type Words = readonly string[];
export type TextTest = (words: Words) => boolean;

const WORD = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]|[\p{L}\p{M}\p{N}_]+/gu;

export function wordsOf(text: string): Words {
  return text.toLowerCase().match(WORD) ?? [];
}

/**
 * What stands after `~` (JQL, "Search for text in fields"): words must all occur, `OR` between all of them asks for one,
 * `-` and `NOT` exclude, inner double quotes hold a phrase, `*` and `?` are wildcards but not at the start of a word.
 * Not modelled: stemming and relevance (so results without ORDER BY come newest first), and, refused by name, boosts,
 * fuzzy and proximity searches, ranges and grouping.
 */
export function textTest(query: string, field: string): TextTest {
  if (query.trim() === '') throw refusals.emptyText(field);
  const terms = readTerms(query, field);
  const some = terms.filter(({ role }) => role === 'any');
  const all = terms.filter(({ role }) => role === 'must');
  const none = terms.filter(({ role }) => role === 'not');
  return (words) =>
    (some.length === 0 || some.some(({ test }) => test(words))) &&
    all.every(({ test }) => test(words)) &&
    !none.some(({ test }) => test(words));
}

interface Term {
  readonly role: 'must' | 'not' | 'any';
  readonly test: TextTest;
}

const TOKEN = /\s+|([+-]?)"((?:[^"\\]|\\.)*)"|([+-]?)((?:[^\s"\\]|\\.)+)/gy;

function readTerms(query: string, field: string): readonly Term[] {
  const terms: Term[] = [];
  let ors = 0;
  let joined: string | null = null;
  for (const [whole, phraseSign, phrase, wordSign, word] of tokens(query, field)) {
    if (word === 'AND' || word === 'OR' || word === 'NOT') {
      if (joined !== null || (terms.length === 0 && word !== 'NOT')) throw refusals.unparsedText(query, field);
      joined = word;
      continue;
    }
    const text = phrase ?? word ?? '';
    if (text === '' || /^[+-]+$/.test(text)) throw refusals.unparsedText(query, field);
    const sign = phraseSign || wordSign || '';
    if (joined === 'OR') ors += 1;
    const test = phrase === undefined ? wordTest(text, whole ?? text, field) : phraseTest(wordsOf(unescaped(phrase)));
    terms.push({ role: sign === '-' || joined === 'NOT' ? 'not' : 'must', test });
    joined = null;
  }
  if (joined !== null || terms.length === 0) throw refusals.unparsedText(query, field);
  if (ors === 0) return terms;
  if (ors !== terms.length - 1 || terms.some(({ role }) => role === 'not')) {
    throw unmodelled(`a text search that mixes OR with other terms ('${query}')`);
  }
  return terms.map(({ test }) => ({ role: 'any', test }));
}

function* tokens(query: string, field: string): Generator<readonly (string | undefined)[]> {
  TOKEN.lastIndex = 0;
  while (TOKEN.lastIndex < query.length) {
    const match = TOKEN.exec(query);
    if (match === null) throw refusals.unparsedText(query, field);
    if (match[0].trim() !== '') yield match;
  }
}

function wordTest(text: string, whole: string, field: string): TextTest {
  const reserved = /(?<!\\)[~^(){}[\]]/.exec(text);
  if (reserved !== null) throw unmodelled(`'${reserved[0]}' in a text search ('${whole}')`);
  if (/^[*?]/.test(text)) throw refusals.wildcardFirst(text, field);
  if (!/(?<!\\)[*?]/.test(text)) return phraseTest(wordsOf(unescaped(text)));
  const pattern = new RegExp(`^${text.toLowerCase().replace(/[^*?]+|[*?]/g, wildcardPart)}$`, 'u');
  return (words) => words.some((word) => pattern.test(word));
}

function wildcardPart(part: string): string {
  if (part === '*') return '.*';
  return part === '?' ? '.' : part.replace(/[\\^$.|+()[\]{}/-]/g, '\\$&');
}

function unescaped(text: string): string {
  return text.replace(/\\(.)/g, '$1');
}

/** The words next to each other; a text of no words at all (`"!"`) is in every text. */
function phraseTest(phrase: Words): TextTest {
  const [first] = phrase;
  if (first === undefined) return () => true;
  if (phrase.length === 1) return (words) => words.includes(first);
  return (words) => words.some((word, at) => word === first && phrase.every((part, offset) => words[at + offset] === part));
}
