/** Characters of a message or trace that are kept: nobody reads a longer one. */
const mostText = 100_000;

/** Commands to a terminal: colours and cursor, titles and links, then any other of two characters. */
const commands = /[\x1b\x9b](?:\][^\x07\x1b]*(?:\x07|\x1b\\)?|\[?[0-?]*[ -/]*(?:[@-~]|$))/g;
/** Colours whose first character was lost, or written out, on the way into an XML file. */
const colours = /(?:\\u001[bB]|\\x1[bB]|&#27;|&#x1[bB];|\ufffd)?\[(?:[0-47]|2[2-9]|[34]\d|9[0-7]|10[0-7])(?:;\d{1,3}){0,4}m/g;
const controls = /[\0-\x08\x0b\x0c\x0e-\x1f\x7f]/g;

/**
 * What a tool said, the way a person reads it: without colours, cursor movements and control characters, lines ended by `\n`, nothing
 * around it, and not more than 100,000 characters.
 * @returns null where nothing is left
 */
export function plainText(written: string | null | undefined): string | null {
  if (written == null) return null;
  const plain = withoutCommands(written.slice(0, mostText));
  const text = (plain.includes('\r') ? plain.replace(/\r\n?/g, '\n') : plain).trim();
  return text === '' ? null : text;
}

/** The same for the name of a test or a suite, in one line. @returns an empty text where there is none */
export function plainName(written: string | null | undefined): string {
  return withoutCommands((written ?? '').slice(0, mostText))
    .replace(/\s+/g, ' ')
    .trim();
}

/** An error as JavaScript prints it: what it says, then the lines of code around it or the calls that led to it. */
export function splitStack(text: string | null): { readonly message: string | null; readonly trace: string | null } {
  if (text === null) return { message: null, trace: null };
  const calls = /\n[ \t]*(?:at [^\n]|>? *\d+ \|)/.exec(text);
  return calls === null ? { message: text, trace: null } : { message: plainText(text.slice(0, calls.index)), trace: text };
}

/** What any of the above begins with: most texts have none of it, and need not be gone through three times. */
const suspicious = /[\0-\x08\x0b\x0c\x0e-\x1f\x7f\x9b[]/;

function withoutCommands(text: string): string {
  if (!suspicious.test(text)) return text;
  return text.replace(commands, '').replace(colours, '').replace(controls, '');
}
