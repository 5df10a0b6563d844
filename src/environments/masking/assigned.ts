import { base64Signs, codeAt, digit, dot, flagsAt, flagsOf, hyphen, runEnd, urlSafe, word } from './characters';
import type { KeyKind } from './key-names';
import { isOpaque, lookOfText } from './opaque';

/** A value in the text, without its quotes. */
export interface Value {
  readonly start: number;
  readonly end: number;
  readonly quoted: boolean;
}

/** No value is longer; what is left of a longer one is looked at anew. */
const longestValue = 4_096;
const mostSpaces = 16;

const isSpace = (code: number) => code === 32 || code === 9;
const isQuote = (code: number) => code === 34 || code === 39 || code === 96;
const backslash = 92;

/** Goes back from an operator over quotes, brackets and spaces to the end of the name before it. */
export function nameEnd(codes: Uint8Array, operator: number, floor: number): number {
  let at = operator;
  // Other signs of the operator: `:=`, `?=`, `||=`, `+=`, `=>`; the shaft of an arrow before a space, as no program has it.
  if (codes[operator] === 62 && at > floor && codes[at - 1] === 45 && codes[operator + 1] === 32) at -= 1;
  for (let signs = 0; signs < 3 && at > floor && isOperatorSign(codes[at - 1] ?? 0); signs += 1) at -= 1;
  const limit = Math.max(floor, at - mostSpaces);
  while (at > limit && isSpace(codes[at - 1] ?? 0)) at -= 1;
  while (at > limit && closes(codes[at - 1] ?? 0)) at -= 1;
  // `keys[] = `
  if (codes[at] === 93 && at > limit && codes[at - 1] === 91) at -= 1;
  return at;
}

const isOperatorSign = (code: number) => code === 61 || code === 58 || code === 63 || code === 124 || code === 43 || code === 46;
const closes = (code: number) => isQuote(code) || code === backslash || code === 41 || code === 93;

/** @returns where the name that ends at `end` begins */
export function nameStart(codes: Uint8Array, end: number, floor: number): number {
  const limit = Math.max(floor, end - 64);
  let start = end;
  while (start > limit && (flagsOf(codes[start - 1] ?? 0) & (urlSafe | dot)) !== 0) start -= 1;
  // An escaped line break stands before the name: `\nTOKEN=`.
  if (start > 0 && codes[start - 1] === backslash && endsEscape(codes[start] ?? 0)) return start + 1;
  return start;
}
/** n, r, t */
const endsEscape = (code: number) => code === 110 || code === 114 || code === 116;

/** Words of languages that stand between the name and the operator, or before the value. */
const typeWords = new Set([
  'string',
  'str',
  'String',
  'text',
  'varchar',
  'char',
  'ENV',
  'is',
  'are',
  'was',
  'be',
  'to',
  'of',
  'the',
]);
export const isTypeWord = (text: string) => text.length <= 7 && typeWords.has(text);

/** @param from right behind the operator @returns the value that is given there, null where there is none on this line (or, in quotes or a tag, the next) */
export function valueAt(text: string, from: number, seen: SeenValue = noValue()): Value | null {
  let at = from;
  let code = codeAt(text, at);
  while (at < from + 4 && (code === 61 || code === 62 || code === 58)) code = codeAt(text, (at += 1));
  const limit = at + mostSpaces;
  while (at < limit && isSpace(code)) code = codeAt(text, (at += 1));
  if (code === 10 || code === 13) {
    // The value of a tag or a list stands on a line of its own.
    while (at < limit + 32 && (isSpace(code) || code === 10 || code === 13)) code = codeAt(text, (at += 1));
  }
  // Letters before a quote: b'…', r"…", f"…", @"…", and a list of one value.
  if ((code === 91 || code === 40) && (isQuote(codeAt(text, at + 1)) || code === 40)) code = codeAt(text, (at += 1));
  if (isQuote(codeAt(text, at + 1)) && 'brfuLN@$'.includes(text.charAt(at))) code = codeAt(text, (at += 1));
  let escapes = 0;
  while (code === backslash && escapes < 4) {
    escapes += 1;
    code = codeAt(text, at + escapes);
  }
  if (isQuote(code)) return quotedValue(text, at, escapes, code);
  const end = plainEnd(text, at, seen);
  return end > at ? { start: at, end, quoted: false } : null;
}

function quotedValue(text: string, from: number, escapes: number, quote: number): Value | null {
  let start = from + escapes + 1;
  if (codeAt(text, start) === quote && escapes === 0) {
    // Three quotes begin a long text, two are an empty one.
    if (codeAt(text, start + 1) !== quote) return null;
    start += 2;
  }
  const limit = Math.min(text.length, start + longestValue);
  let at = start;
  while (at < limit) {
    const code = text.charCodeAt(at);
    if (code === backslash) {
      if (escapes > 0 && codeAt(text, at + escapes) === quote) break;
      at += 2;
      continue;
    }
    if (code === quote || code === 10) break;
    at += 1;
  }
  const end = Math.min(at, limit);
  return end > start ? { start, end, quoted: true } : null;
}

/** How far a value without quotes was read before: names within a value do not make it be read again and again. */
export interface SeenValue {
  start: number;
  end: number;
}
export const noValue = (): SeenValue => ({ start: 0, end: 0 });

/** A value without quotes ends at a space, a quote, a bracket that closes, or where the next pair begins. */
function plainEnd(text: string, start: number, seen: SeenValue): number {
  const limit = Math.min(text.length, start + longestValue);
  let at = start >= seen.start && start < seen.end ? Math.min(seen.end, limit) : start;
  for (; at < limit; at += 1) {
    const code = text.charCodeAt(at);
    if (code <= 32 || isQuote(code) || code === 60 || code === 62 || code === 59 || code === 124) break;
    if (code === backslash && /["'nrt\\]/.test(text.charAt(at + 1))) break;
    if (code === 38 && (flagsAt(text, at + 1) & word) !== 0) break;
    if (code === 44 && (at + 1 >= text.length || text.charCodeAt(at + 1) <= 34 || pairFollows(text, at + 1))) break;
  }
  seen.start = start;
  seen.end = at;
  while (at > start && ',.)]}!?:'.includes(text.charAt(at - 1))) at -= 1;
  return at;
}

const pairFollows = (text: string, at: number) => '=:'.includes(text.charAt(runEnd(text, at, urlSafe | dot, 40)) || ' ');

const empty =
  /^(?:null|none|nil|undefined|true|false|yes|no|on|off|ok|[*xX•.#_-]+|redacted|masked|hidden|filtered|secret|protected|n\/a|string|str|int|bool|boolean|object|array|number|enabled|disabled|required|optional|new|function|async|await|typeof|amd64|arm64|i386|noarch|x86_64|all|any|invalid|incorrect|wrong|expired|missing|empty|unknown|failed|failure|denied|changed|accepted|rejected|valid|verified|not|is|are|was|must|should|cannot|for|from|at|as|and|or|the|a|an|to|of|on|in|by|with|char|void|\{\}|\[\]|\(\)|""|'')$/i;
const placeholder =
  /^(?:\$\{?[\w.:-]+\}?|\$\(.*|%[\w.-]+%?|\{\{(?:-?\s.*|[^{}]*(?:\}\}.*)?)|<[^>]*>?|@[\w.]+@|#\{.*|\[[A-Za-z ]+\]?|env\.\w+|process\.env.*|os\.environ.*|secrets?\.\w+|vars?\.\w+|var\.\w+|config\.\w+|self\.\w+|this\.\w+|\/(?:var|run|etc|home|usr|opt|tmp|root|mnt|dev|proc)\b.*|\(null\)|0x[\da-f]*|\d{1,3}|vault:.*|ref\+.*|arn:.*|file:.*|https?:\/\/[^@]*)$/i;
const uuid = /^\{?[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}\}?$/i;
/** `Token{a64f992 …`, `Object@1f2e`, `getToken(`: what a program prints of a thing, or calls. */
const thing = /^[A-Za-z_$][\w.$]*(?:[{([]|@[0-9a-f]{1,8}\b|::|\.\w+\()/;

/** Is the value that a name of this kind is given a secret? */
export function isSecret(text: string, kind: KeyKind, value: Value, operator: string): boolean {
  const length = value.end - value.start;
  if (length < 2 || length > longestValue) return false;
  const said = text.slice(value.start, Math.min(value.end, value.start + 300));
  // Within quotes, a poor password.
  const isPoor = kind === 'password' && value.quoted && said === 'secret';
  if ((empty.test(said) && !isPoor) || placeholder.test(said)) return false;
  switch (kind) {
    case 'password':
      return isPassword(text, value, said, operator);
    case 'token':
      return isToken(said, length, value.quoted);
    case 'weak':
      return length >= 14 && isKey(said, length, false);
    case 'service':
      return length >= 12 && (uuid.test(said) || isKey(said, length, true));
    default:
      return false;
  }
}

function isPassword(text: string, value: Value, said: string, operator: string): boolean {
  if (thing.test(said) && !value.quoted) return false;
  // A path, or the rest of a line of code behind a quote that ended.
  if (value.quoted && (/^\s*\+\s/.test(said) || isPath(said))) return false;
  // `login(password=password)`: a variable of that name.
  if (!value.quoted && operator === '=' && isNameItself(text, value, said)) return false;
  if (said.startsWith('/') && operator === '=' && /^\/[\w.-]+(?:\/|$)/.test(said)) return false;
  if (value.quoted) return !/\s\S+\s\S+\s/.test(said) || operator !== ',';
  if (operator === '=' || /[\d!@#$%^&*?]/.test(said)) return operator !== ',' || said.length >= 6;
  // A word behind a colon: a password where nothing follows, else a sentence.
  const after = text.slice(value.end, value.end + 3);
  return operator !== ',' && /^(?:[,}\])"'<&;]|\s*(?:[\r\n#]|$))/.test(after);
}

const isPath = (said: string) => /^\/[a-z][\w.@-]*\/[\w.@/-]*$/.test(said) && !isOpaque(lookOfText(said), 16);

/** Is the value the name itself, with a comma or a bracket behind it? */
function isNameItself(text: string, value: Value, said: string): boolean {
  const name = text.slice(Math.max(0, value.start - 1 - said.length), value.start - 1);
  return name === said && /[,)]/.test(text.charAt(value.end));
}

function isToken(said: string, length: number, quoted: boolean): boolean {
  if (uuid.test(said)) return true;
  if (thing.test(said)) return false;
  if (length < 6) return false;
  const look = lookOfText(said);
  const letters = look.lowers + look.uppers;
  if (letters === 0) return look.digits >= 6 && look.others === 0 && length <= 10 && quoted;
  if (/\s/.test(said)) return false;
  // Many other signs, and no expression.
  if (quoted && length >= 16 && said.replace(/[\w.:/,;@+=-]/g, '').length >= 4 && !/^[`(^/\\[$]|\(\?/.test(said)) return true;
  if (isClassName(said)) return false;
  if (look.digits > 0)
    return (
      length >= 8 &&
      (look.changes >= 3 || look.others > 0 || length >= 12) &&
      !/^[a-z]+(?:[-_.][a-z]+)*[-_.]?\d{1,4}$/i.test(said)
    );
  return length >= 16 && (look.changes >= length * 0.25 || /^[a-z]{24,}$/i.test(said));
}

/** `com.example.Thing`, `some_long_name`, `some-name-2`: words with signs between them. */
const isClassName = (said: string) =>
  /^[A-Za-z]+(?:[-_./:$][A-Za-z]+)+(?:[-_.]?\d{1,3})?$/.test(said) && !/[a-z][A-Z][a-z]?[A-Z]/.test(said);

function isKey(said: string, length: number, hexToo: boolean): boolean {
  if (/[\s{}()<>[\]"'`,;]/.test(said) || /^[a-z]+:\/\//i.test(said) || thing.test(said) || isClassName(said)) return false;
  if (!hexToo && (uuid.test(said) || /^(?:0x)?[0-9a-f]+$/i.test(said))) return false;
  if (/^\d+$/.test(said)) return hexToo && length >= 15;
  if (/^\d{4}-\d\d-\d\d|^\d+\.\d+\.\d|^sha\d+[-:]|^md5[-:]|^[/~.]/i.test(said)) return false;
  return isOpaque(lookOfText(said), hexToo ? 12 : 14) || (hexToo && length >= 24 && oneCase.test(said));
}

/** Letters of one case with digits between them in two places: no word of a program. */
const oneCase = /^(?:[a-z]+\d+[a-z]+\d+[a-z][a-z\d]*|[A-Z]+\d+[A-Z]+\d+[A-Z][A-Z\d]*)$/;

/** What stands last within braces, behind words that say what it is: `{github AQAB key}`. @param at where the brace stands */
export function bracedValue(text: string, at: number): Value | null {
  const match = /^\{(?:[\w.&-]{1,40} ){1,3}([^\s{}<>"']{12,512})\}/.exec(text.slice(at, at + 640));
  const said = match?.[1];
  if (match === null || said === undefined) return null;
  const end = at + match[0].length - 1;
  return { start: end - said.length, end, quoted: true };
}

/** Is a name within quotes that end behind its operator: `"Password:"`? Then no value follows. */
export function isClosed(codes: Uint8Array, start: number, end: number, operator: number): boolean {
  const quote = start > 0 ? (codes[start - 1] ?? 0) : 0;
  if (!isQuote(quote) || quote === codes[end]) return false;
  let at = operator + 1;
  while (at < operator + 3 && isSpace(codes[at] ?? 0)) at += 1;
  return codes[at] === quote;
}

/** Where the credentials of an `Authorization` header stand, and where they end. */
export function credentialsOf(text: string, value: Value): Value | null {
  let start = value.start;
  const scheme = runEnd(text, start, urlSafe, 24);
  if (scheme > start && isSpace(codeAt(text, scheme)) && scheme <= text.length) {
    start = scheme;
    while (isSpace(codeAt(text, start))) start += 1;
  }
  const quote = codeAt(text, value.start - 1);
  const limit = Math.min(text.length, start + longestValue);
  const whole = /^(?:digest|oauth|aws4|hawk|negotiate|signature|hmac|ntlm|key|sharedkey|acs)/i.test(
    text.slice(value.start, scheme),
  );
  let end = start;
  for (; end < limit; end += 1) {
    const code = codeAt(text, end);
    if (code === 10 || code === 13 || (isQuote(quote) && code === quote)) break;
    if (code === backslash && /["'nr]/.test(text.charAt(end + 1))) break;
    if (!whole && (code <= 32 || isQuote(code) || code === 44 || code === 93 || code === 125 || code === 59)) break;
  }
  while (end > start && isSpace(codeAt(text, end - 1))) end -= 1;
  if (end - start < 4) return null;
  const said = text.slice(start, Math.min(end, start + 100));
  return empty.test(said) || placeholder.test(said) ? null : { start, end, quoted: true };
}

/** The values of cookies from one place on, until the line or the quote ends. @param only the first: `Set-Cookie` says more about it behind a semicolon */
export function cookieValues(text: string, value: Value, only: boolean): readonly Value[] {
  const quote = codeAt(text, value.start - 1);
  const limit = Math.min(text.length, value.start + longestValue);
  const found: Value[] = [];
  let at = value.start;
  while (at < limit) {
    while (isSpace(codeAt(text, at))) at += 1;
    const name = runEnd(text, at, urlSafe | dot, 128);
    if (name === at || text.charAt(name) !== '=') break;
    let end = name + 1;
    while (end < limit) {
      const code = codeAt(text, end);
      if (code <= 32 || code === 59 || (isQuote(quote) ? code === quote : isQuote(code)) || code === backslash) break;
      end += 1;
    }
    if (end - name > 4) found.push({ start: name + 1, end, quoted: true });
    if (only || text.charAt(end) !== ';') break;
    at = end + 1;
  }
  return found;
}

/** Has the name before a quoted `value=` the name of a secret? `<add key="Password" value="…">`, `{"name": "TOKEN", "value": "…"}` */
export function namedBefore(text: string, at: number, floor: number): string | null {
  return /["']([\w.-]{2,60})["']\s*[,{]?\s*["']?$/.exec(text.slice(Math.max(floor, at - 90), at))?.[1] ?? null;
}

/** Words before a name on its line: "Heroku token for deploys:". */
export function wordsBefore(text: string, end: number, floor: number): string {
  const limit = Math.max(floor, end - 48);
  let start = end;
  while (start > limit && ((flagsAt(text, start - 1) & (word | hyphen | dot)) !== 0 || codeAt(text, start - 1) === 32))
    start -= 1;
  return text.slice(start, end);
}

/** May there be a key? Letters and digits without a space. A cheap test before a dear one. */
export function mayBeKey(codes: Uint8Array, at: number): boolean {
  if ((flagsOf(codes[at] ?? 0) & word) === 0) return false;
  let digits = 0;
  let end = at;
  for (const limit = at + 40; end < limit; end += 1) {
    const found = flagsOf(codes[end] ?? 0);
    if ((found & (urlSafe | dot | base64Signs)) === 0) break;
    digits += found & digit;
  }
  const length = end - at;
  return length >= 12 && digits > 0 && digits < length && !(codes[at + 4] === 45 && digits > length / 2);
}

/** The first place behind an operator where a value may stand. */
export function behind(codes: Uint8Array, operator: number): number {
  let at = operator + 1;
  const limit = at + 6;
  for (; at < limit; at += 1) {
    const code = codes[at] ?? 0;
    if (!isSpace(code) && !isQuote(code) && code !== backslash && code !== 61 && code !== 62) break;
  }
  return at;
}

/** In JSON a comma stands behind a value, which is no name. @param start where what stands before the comma begins */
export function isJsonValue(codes: Uint8Array, start: number): boolean {
  if (start <= 2) return false;
  const last = codes[start - 1] ?? 0;
  const middle = codes[start - 2] ?? 0;
  const first = codes[start - 3] ?? 0;
  if (last === 34 || last === 39) return assignsValue(middle) || (middle === 32 && assignsValue(first));
  return (middle === 34 || middle === 39) && assignsValue(first);
}
const assignsValue = (code: number) => code === 58 || code === 61 || code === 62;
