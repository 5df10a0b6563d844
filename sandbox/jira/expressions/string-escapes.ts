const SIMPLE: Readonly<Record<string, string>> = {
  n: '\n',
  r: '\r',
  t: '\t',
  b: '\b',
  f: '\f',
  '\\': '\\',
  "'": "'",
  '"': '"',
  '`': '`',
  $: '$',
};

/**
 * The escape that starts at the backslash `at`. An escape we do not know keeps its backslash: published examples write a regular
 * expression as `match("SRJ-\d+")` (ScriptRunner for Jira Cloud, Jira expression examples).
 */
export function readEscape(text: string, at: number): { readonly value: string; readonly length: number } {
  const letter = text[at + 1];
  if (letter === undefined) return { value: '', length: 1 };
  const unicode = letter === 'u' ? /^[0-9A-Fa-f]{4}/.exec(text.slice(at + 2, at + 6))?.[0] : undefined;
  if (unicode !== undefined) return { value: String.fromCharCode(Number.parseInt(unicode, 16)), length: 6 };
  if (Object.hasOwn(SIMPLE, letter)) return { value: SIMPLE[letter] ?? letter, length: 2 };
  return { value: `\\${letter}`, length: 2 };
}
