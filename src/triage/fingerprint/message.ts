import { isAssertion, withoutValues } from './assertions';

/** Of a longer message (characters) only the beginning counts. */
const longest = 6_000;

const day = '(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)[a-z]{0,6}';
const month = '(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]{0,6}\\.?';
const clock = '\\d{1,2}:\\d{2}(?::\\d{2}(?:[.,]\\d{1,9})?)?(?: ?[AaPp]\\.?[Mm]\\b\\.?)?';
const zone = '(?: ?(?:Z|UTC|GMT|CES?T|[ECMP][SD]T)\\b| ?[+-]\\d{2}:?\\d{2}\\b)?(?:\\[[\\w/]{1,40}\\])?';
const times = new RegExp(
  [
    `\\d{4}-\\d{2}-\\d{2}(?:[T ]${clock}${zone})?`,
    `\\d{4}[/.]\\d{1,2}[/.]\\d{1,2}(?: ${clock}${zone})?`,
    `\\d{1,2}[/.]\\d{1,2}[/.]\\d{4}(?:,? ${clock}${zone})?`,
    `\\d{1,2}-${month}-\\d{2,4}(?: ${clock})?`,
    `(?:${day},? )?${month} {1,2}\\d{1,2}(?:st|nd|rd|th)?(?:,? ${clock})?(?: (?:UTC|GMT|[A-Z]{3,4}))?,? \\d{4}(?:,? (?:at )?${clock}${zone})?`,
    `(?:${day},? )?\\d{1,2}(?:st|nd|rd|th)?[ .]{1,2}${month},? \\d{4}(?:,? ${clock}${zone})?`,
    `(?:${day},? )?${month} {1,2}\\d{1,2},? ${clock}`,
    '\\d{4}年\\d{1,2}月\\d{1,2}日(?: ?\\d{1,2}(?:时|:)\\d{1,2}(?:分|:)?(?:\\d{1,2}秒?)?)?',
    `\\b\\d{8}T\\d{6}(?:\\.\\d{1,9})?Z?`,
    `(?<![\\w:.])\\d{1,2}:\\d{2}:\\d{2}(?:[.,]\\d{1,9})?(?: ?[AaPp][Mm])?${zone}(?![\\w:])`,
    `(?<![\\w:.])\\d{1,2}:\\d{2} ?[AaPp][Mm]\\b`,
  ]
    .map((form) => `(?:${form})`)
    .join('|'),
  'g',
);

const units =
  '(?:ms|msec|millis|milliseconds?|s|secs?|seconds?|m|mins?|minutes?|h|hrs?|hours?|d|days?|weeks?|us|µs|μs|ns|nanos|nanoseconds?|microseconds?|[KkMGTP]i?[Bb]|[Bb]ytes?|B|bits?|[KMG]|Hz|kHz|MHz|GHz|px|%)';
const number = new RegExp(
  `(?<![\\w<])[+\\-−]?(?:\\d+(?:[.,'_]\\d+)*|\\.\\d+)(?:[eE][+-]?\\d{1,4})?(?: ?${units}(?![\\w]))?`,
  'g',
);
const durations =
  /\b(?:PT|P\d{1,4}[DWMY])[\dHMSDT.]{1,20}\b|\b\d{1,6}(?:h|m|s|ms|d)\s?(?:\d{1,6}(?:\.\d{1,9})?(?:h|m|s|ms|µs|us|ns)\s?){1,4}\b/g;

const quotes: readonly RegExp[] = [
  /"(?:[^"\\\n]|\\.){0,2000}"/g,
  /“[^”\n]{0,2000}”/g,
  /„[^“”\n]{0,2000}[“”]/g,
  /«[^»\n]{0,2000}»/g,
  /‹[^›\n]{0,2000}›/g,
  /「[^」\n]{0,2000}」/g,
  /『[^』\n]{0,2000}』/g,
  /《[^》\n]{0,2000}》/g,
  /〈[^〉\n]{0,2000}〉/g,
  /``[^`\n]{0,2000}''/g,
  /`[^`'\n]{0,500}[`']/g,
  /‘[^’\n]{0,500}’(?!\w)/g,
  /(?<![\p{L}\p{N}_)\]])'(?:[^'\\\n]|\\.|'(?=[\p{L}\p{N}])){0,500}'(?![\p{L}\p{N}_])/gu,
];

const uuid = /(?<![0-9a-f])[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}(?![0-9a-f])/gi;
const email = /(?<![\w.+%-])[\w.+%-]{1,64}@(?:[\w-]{1,63}\.){1,6}[a-z]{2,24}\b/gi;
const url = /\b[a-z][a-z0-9+.-]{1,20}:\/\/[^\s"'`<>()[\]{}|\\^,;]{1,1000}/gi;
const ipv4 = /(?<![\w.])(?:\d{1,3}\.){3}\d{1,3}(?:\/\d{1,2})?(?::\d{1,5})?(?![\w.]*\d)/g;
const colons = /\[?(?<![\w:.])[0-9a-f:.]{3,45}(?:%\w{1,16})?(?![\w:])\]?(?::\d{1,5}\b)?/gi;
const address = /\b0[xX][0-9a-fA-F]+\b|(?<=[\w$;\]])@[0-9a-f]{4,16}\b/g;
const hash = /(?<![A-Za-z0-9])(?:sha(?:1|256|512):|md5:)?[0-9a-f]{7,128}(?![A-Za-z0-9])/gi;
const jwt = /\beyJ[\w-]{5,2000}\.[\w-]{5,2000}(?:\.[\w-]{0,2000})?/g;
const token = /(?<![\w+/-])[A-Za-z0-9+/_-]{16,2000}={0,2}(?![\w+/-])/g;
const word = /(?<![\p{L}\p{N}])[A-Za-z0-9]{5,64}(?![\p{L}\p{N}])/gu;
const path =
  /(?<![\w.:<>/@-])(?:[A-Za-z]:[\\/]|\\\\|~?\/|\.{1,2}[\\/])?(?:[\w.@+~$%=#-]{1,255}[\\/]{1,2}){1,60}[\w.@+~$%=#-]{0,255}|(?<![\w.:<>/@-])\/[\w.@+~$%=#-]{1,255}/g;

/** Codes that are words: what failed, not which one. */
const codes =
  /\b(?:ORA-\d{5}|TS\d{4,5}|CS\d{4}|MSB\d{4}|NU\d{4}|LNK\d{4}|C\d{4}(?=:)|SQLSTATE\[\w{5}\]|error\[E\d{4}\]|(?:HTTP(?:\/\d(?:\.\d)?)?|status(?: code)?|StatusCode|response code|exit(?:ed with)?(?: code| status))[:= ]{1,3}[1-5]?\d{1,2}\b)/gi;

function isId(text: string): boolean {
  const digits = text.match(/\d/g)?.length ?? 0;
  if (digits === 0) return false;
  const changes = text.match(/[A-Za-z](?=\d)|\d(?=[A-Za-z])/g)?.length ?? 0;
  return digits >= 2 && changes >= (/[a-z]/.test(text) && /[A-Z]/.test(text) ? 4 : 3);
}

function isToken(text: string): boolean {
  if (/^[A-Za-z]+(?:[/_-][A-Za-z]+)*$/.test(text)) return false;
  const kinds = [/[a-z]/, /[A-Z]/, /\d/].filter((kind) => kind.test(text)).length;
  const changes = text.match(/[A-Za-z](?=\d)|\d(?=[A-Za-z])/g)?.length ?? 0;
  return kinds === 3 ? changes >= 3 || text.length >= 40 : changes >= 5;
}

function isIpv6(text: string): boolean {
  const bare = text
    .replace(/^\[/, '')
    .replace(/\]?(?::\d{1,5})?$/, (end) => (end.startsWith(']') ? '' : end))
    .replace(/%\w+$/, '');
  const parts = bare.split(':');
  if (parts.length < 3 || !/[0-9a-f]/i.test(bare)) return false;
  if (parts.length < 6 && !bare.includes('::')) return false;
  if (bare.includes('::') && !/\d/.test(bare) && parts.length < 5) return false;
  return parts.every((part) => /^[0-9a-f]{0,5}$/i.test(part) || /^(?:\d{1,3}\.){3}\d{1,3}$/.test(part));
}

/** A path's own name; where that says nothing without its digits, the directory's too. */
function lastName(text: string): string {
  const plain = text.replace(/\\/g, '/').replace(/\/+$/, '');
  const parts = plain.split('/').filter((part) => part !== '');
  const last = parts.at(-1) ?? '';
  if (/^(?:[A-Za-z]:)?\/?(?:tmp|temp|var\/(?:folders|tmp)|private\/(?:tmp|var))\/|\/(?:Temp|tmp)\/|pytest-of-/i.test(plain)) {
    const extension = /\.[A-Za-z]{1,8}$/.exec(last)?.[0] ?? '';
    return `<tmp>${/^[a-z][a-z_.-]{3,40}$/i.test(last) && parts.length > 2 ? `/${last}` : extension}`;
  }
  if (parts.length === 1 && !text.startsWith('/') && !/^[~.]/.test(text)) return text;
  const named = /[A-Za-z]/.test(last.replace(/\.\w{1,5}$/, ''));
  const shown = named || parts.length < 2 ? last : `${parts.at(-2) ?? ''}/${last}`;
  return `<path>/${shown.replace(/[0-9a-f]{7,64}/gi, (part) => (/\d/.test(part) ? '<n>' : part)).replace(/\d+/g, '<n>')}`;
}

function urlPattern(text: string): string {
  const [, scheme = '', host = '', rest = ''] = /^([^:]{1,21}):\/\/([^/?#]*)([^?#]*)/.exec(text) ?? [];
  const name = host.replace(/^[^@]*@/, '').replace(/:\d+$/, '');
  const shownHost = /^[\d.]+$|^\[/.test(name) || name === 'localhost' ? '<host>' : name.replace(/\d+/g, '<n>');
  const shownPath = rest
    .replace(/[.:]+$/, '')
    .replace(/\/[^/]*\d[^/]*/g, '/<id>')
    .replace(/\/$/, '');
  return `${scheme.toLowerCase()}://${shownHost}${shownPath}`;
}

/** A message that is one quoted text is what it says. */
function unquoted(message: string): string {
  const match = /^(["'`“«])([^"'`“”«»\n]{1,4000})["'`”»][.,]?$/.exec(message);
  return match !== null && /\s\S+\s/.test(match[2] ?? '') ? (match[2] ?? '') : message;
}

/** Numbers are replaced by words while others are, so that codes come through. */
const spelled = (text: string) => text.replace(/\d/g, (digit) => String.fromCharCode(0xe000 + Number(digit)));
const unspelled = (text: string) => text.replace(/[\ue000-\ue009]/g, (digit) => String(digit.charCodeAt(0) - 0xe000));

/**
 * What a message says without what differs each time: dates, numbers, ids, addresses, quoted values, directories; for failed assertions
 * also without what was expected and what came. Placeholders like `<n>` stand in their places.
 */
export function normaliseMessage(message: string): string {
  const bounded = message.slice(0, longest).replace(/\\"/g, '"').replace(/\r/g, '');
  const assertion = isAssertion(bounded);
  const free = (assertion ? withoutValues(bounded) : bounded).replace(/[\ue000-\ue009]/g, '');
  const coded = assertion ? free : free.replace(codes, spelled);
  const plain = quotes.reduce((text, quote) => text.replace(quote, '<q>'), unquoted(coded.trim()));
  const known = plain
    .replace(url, urlPattern)
    .replace(/<(?:https?|ftp):\/\/<host>/g, '<host>')
    .replace(email, '<email>')
    .replace(uuid, '<uuid>')
    .replace(times, '<time>')
    .replace(ipv4, '<ip>')
    .replace(colons, (text) => (isIpv6(text) || /^(?:[0-9a-f]{2}:){5}[0-9a-f]{2}$/i.test(text) ? '<ip>' : text))
    .replace(/\blocalhost(?::\d{1,5})?\b/g, '<ip>')
    .replace(jwt, '<token>')
    .replace(path, (text) => (/^[\d/.]+$/.test(text) ? text : lastName(text)))
    .replace(address, (text) => (text.startsWith('@') ? '@<id>' : '<hex>'))
    .replace(token, (text) => (isToken(text) ? '<token>' : text))
    .replace(hash, (text) => (/\d/.test(text) && !/^\d+$/.test(text) ? '<id>' : text))
    .replace(durations, '<n>')
    .replace(word, (text) => (isId(text) ? '<id>' : text))
    .replace(number, '<n>')
    .replace(/\d+/g, '<n>');
  const gathered = known
    .replace(/(?:<time>[ ,/–-]{0,3}){2,}/g, '<time> ')
    .replace(/(?:<(?:n|id|hex|uuid|token)>[-_.]?){2,}/g, '<n>')
    .replace(/<(?:n|id|hex|uuid|token|ip)>/g, '<n>')
    .replace(/<q>(?:(?:, ?| )<q>)+/g, '<q>')
    .replace(/<n>(?:(?:, ?| )<n>)+/g, '<n>')
    .replace(/<v>(?:(?:, ?| )<[vnq]>)+/g, '<v>');
  const values = assertion ? collapsed(gathered) : gathered;
  return unspelled(values).replace(/\s+/g, ' ').trim();
}

/** In a failed assertion, lists and objects are values too. */
function collapsed(text: string): string {
  return text
    .replace(/\{[^{}\n]{0,1000}\}/g, '<v>')
    .replace(/\[[^[\]\n]{0,1000}\]/g, '<v>')
    .replace(/(?:<[vnq]>[,:=\s]{0,3}){2,}/g, '<v> ')
    .replace(/<[nq]>/g, '<v>');
}
