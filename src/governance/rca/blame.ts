/** How text names a person: Jira's mentions, in its wiki text and as editors show them, and plain account ids. */
const mentions = [/\[~[^\]\s]+\]/, /(^|[\s(,;:])@[\p{L}\d][\p{L}\d._-]*/u, /\b\d{6}:[0-9a-f-]{36}\b/i, /\baccountid:/i];

/** What says no more than that somebody erred. */
const blaming = new Set(
  (
    'human error|user error|operator error|developer error|tester error|personal error|individual error|mistake|a mistake|human mistake|' +
    'someones mistake|somebodys mistake|carelessness|negligence|inattention|lack of attention|lack of care|oversight|an oversight|' +
    'human oversight|forgot|forgotten|it was forgotten|somebody forgot|someone forgot|was careless|not careful enough|' +
    'human failure|human factor|the human factor|wrong person|lack of discipline|incompetence|laziness'
  ).split('|'),
);
const fillers = /^(it was|this was|there was|because of|due to|caused by|just|simply|plain|pure|mere|an?|the)\s+/;

/** Why a text is no cause, as a hint for who writes it; null where it names neither a person nor human error alone. */
export function blameIn(text: string): string | null {
  if (mentions.some((mention) => mention.test(text)))
    return 'A cause is no person. Say what made it possible: a missing check, an unclear step, an untested path.';
  return blaming.has(bare(text))
    ? 'People err; that alone explains nothing. Say what let the error through: a missing test, a step that is easy to miss.'
    : null;
}

/** In small letters, without signs and the words that only lead up to it. */
function bare(text: string): string {
  let words = text
    .toLowerCase()
    .replace(/['’]/g, '')
    .replace(/[^\p{L}\d]+/gu, ' ')
    .trim();
  while (fillers.test(words)) words = words.replace(fillers, '');
  return words;
}
