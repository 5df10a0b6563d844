import type { Frame, Raised, Trace } from '../failure';
import type { Line } from '../lines';
import { lineNumber, sourceFile } from '../source-file';

const library =
  /\/vendor\/|\/phpunit|^phar:|\/pear\/|\/usr\/share\/php|\[internal function\]|\/wp-includes\/|\/bin\/(?:phpunit|console)|\/artisan$/;

interface Open extends Raised {
  readonly frames: Frame[];
}
interface Call {
  readonly path: string | null;
  readonly line: string | undefined;
  readonly name: string;
}

const numbered = /^#\d{1,5} (?:(.{1,500}?)\((\d{1,9})\)|(\[internal function\])|(\{main\}))(?:: (.*))?$/;
/** `Shop\Cart->total() at /srv/shop/src/Cart.php:12`, as Symfony and Laravel print it. */
const symfony =
  /^(?:#\d{1,5} |at |\d{1,4}\s{1,6})?(?:([\w\\]{1,300}(?:->|::)?[\w{}\\]{0,150})\((?:[^()]{0,300})\)\s{1,4})?(?:at |in )?((?:[A-Za-z]:)?[^\s():]{1,500}\.php):(\d{1,9})(?:\))?$/;

function nameOf(written: string): string {
  const open = written.indexOf('(');
  return (open === -1 ? written : written.slice(0, open))
    .replace(/class@anonymous.*?(?=->|::|$)/, 'class@anonymous')
    .replace(/\{closure(?::[^}]{0,300})?\}?$/, '{closure}')
    .replace(/\\\\/g, '\\')
    .replace(/->/g, '::')
    .replace(/^.*\{closure\}$/, (whole) => whole.replace(/^.*\\(?=\{closure)/, ''));
}

function frameOf(name: string, place: Omit<Call, 'name'> | null): Frame {
  const path = place?.path?.replace(/\\/g, '/') ?? null;
  return {
    function: name === '' ? '{main}' : nameOf(name),
    file: path === null ? null : sourceFile(path.replace(/\(\d+\) : .*$/, '')),
    line: lineNumber(place?.line),
    inApp: path !== null && !library.test(path),
  };
}

/** PHP names the place from which each function was called; the place where the first one failed stands in the error's own line. */
function framesOf(start: Omit<Call, 'name'> | null, calls: readonly Call[]): Frame[] {
  const inner = start === null ? [] : [frameOf(calls[0]?.name ?? '', start)];
  return [...inner, ...calls.map((call) => frameOf(call.name, call))];
}

const uncaught =
  /(?:Uncaught |Next |PHP Exception |exception '|object\] \()(?:PHP Exception |exception ')?\\?((?:[A-Za-z_]\w*\\{1,2})*[A-Z]\w*)(?:'|"|)(?: with message|\(code: \S{1,20}\)|\])?:? ?(.*)$/;
const leading = /^\[?\\?((?:[A-Za-z_]\w*\\{1,2})*[A-Z]\w*)(?:'|"|)(?:\])?(?:: ?|\s*$)(.*)$/;
const thrownAt =
  /^(.*?)(?: in | at )((?:[A-Za-z]:)?[^\s():"']{1,500}\.php)(?:\(\d+\) : [^:]{1,60})?(?::| line | on line |\()(\d{1,9})\)?"?,?$/;

function headed(lines: readonly string[]): { kind: string | null; message: string; start: Omit<Call, 'name'> | null } {
  const at = Math.max(
    0,
    lines.findLastIndex((text) =>
      /Uncaught |^Next |PHP Exception|exception '|\[object\]|^\w*(?:\\\w+)+(?:Exception|Error)\b|^\[?\w{0,80}(?:Exception|Error)(?::|\]|$)/.test(
        text,
      ),
    ),
  );
  const first = (lines[at] ?? '').replace(/^PHP (?:Fatal|Recoverable fatal) error: +/, '').slice(0, 1_500);
  const fatal = /^(?:PHP )?(?:Fatal error|Warning|Notice|Parse error|Deprecated): {1,2}(?!Uncaught)(.*)$/.exec(first);
  const match = fatal === null ? (uncaught.exec(first) ?? leading.exec(first)) : null;
  const place = lines
    .slice(at)
    .map((text) => thrownAt.exec(text.slice(0, 1_500)))
    .find((found) => found !== null);
  const direct = lines.map((text) => /^((?:[A-Za-z]:)?[^\s:]{1,500}\.php):(\d{1,9})$/.exec(text)).find((found) => found !== null);
  const rest = lines.slice(at + 1).filter((text) => !/^(?:\[?stack ?trace\]?:?|Exception trace:|-{3,}|in \S+\.php)/i.test(text));
  const start = place ? { path: place[2] ?? null, line: place[3] } : direct ? { path: direct[1] ?? null, line: direct[2] } : null;
  const said = (match?.[2] ?? fatal?.[1] ?? first).replace(
    /(?: in | at )\S{1,500}\.php(?::| line | on line |\()\d{1,9}\)?"?,?$/,
    '',
  );
  const kind = match?.[1]?.replace(/\\\\/g, '\\') ?? (fatal === null ? null : (/^(?:PHP )?(\w+ ?\w*):/.exec(first)?.[1] ?? null));
  return {
    kind,
    message: [said, ...rest]
      .join('\n')
      .replace(/\s(?:in|at) \S{1,500}\.php(?::| line )\d{1,9}/g, '')
      .trim(),
    start,
  };
}

function readNumbered(lines: readonly Line[]): readonly Open[] {
  const errors: Open[] = [];
  let between: string[] = [];
  let calls: Call[] = [];
  let said: ReturnType<typeof headed> | null = null;
  const flush = () => {
    if (said !== null && calls.length > 0)
      errors.push({ kind: said.kind, message: said.message, frames: framesOf(said.start, calls) });
    calls = [];
  };
  for (const { text } of lines) {
    const match = text.startsWith('#') ? numbered.exec(text) : null;
    if (match === null) {
      if (text !== '') between.push(text);
      if (between.length > 60) between = between.slice(-30);
      continue;
    }
    if (text.startsWith('#0 ') && (said === null || between.length > 0)) {
      flush();
      if (errors.length > 0 && !between.some((line) => /^Next |previous exception/i.test(line))) return errors;
      said = headed(between);
    }
    said ??= headed(between);
    between = [];
    calls.push({ path: match[1] ?? null, line: match[2], name: match[4] === undefined ? (match[5] ?? '') : '' });
  }
  flush();
  return errors;
}

function readPlain(lines: readonly Line[]): readonly Open[] {
  const frames: Frame[] = [];
  let between: string[] = [];
  let said: { kind: string | null; message: string } | null = null;
  for (const { text } of lines) {
    const inFile = /^In (\w[\w.-]{0,100}\.php) line (\d{1,9}):$/.exec(text);
    const match = text.includes('.php:') ? symfony.exec(text) : null;
    if (inFile !== null && frames.length === 0) {
      frames.push({ function: '{main}', file: sourceFile(inFile[1] ?? ''), line: lineNumber(inFile[2]), inApp: true });
      between = [];
      continue;
    }
    if (match === null) {
      if (text !== '') between.push(text);
      if (frames.length > 0 && said === null && /^\[?[\w\\]+(?:Exception|Error)\]?\s*$/.test(text)) said = headed(between);
      if (between.length > 60) between = between.slice(-30);
      continue;
    }
    if (said === null) {
      const test = between
        .map((line) => /^\d{1,5}\) ([\w\\]{1,300}::\w{1,200})/.exec(line)?.[1])
        .findLast((name) => name !== undefined);
      const found = headed(between);
      said =
        test === undefined
          ? found
          : { kind: found.kind ?? 'failed assertion', message: between.filter((line) => !/^\d{1,5}\) /.test(line)).join('\n') };
      if (test !== undefined && match[1] === undefined) {
        frames.push(frameOf(test, { path: match[2] ?? null, line: match[3] }));
        between = [];
        continue;
      }
    } else if (between.length > 0) break;
    between = [];
    const path = match[2]?.replace(/\\/g, '/') ?? '';
    frames.push({
      function: match[1] === undefined ? '{main}' : nameOf(match[1]),
      file: sourceFile(path),
      line: lineNumber(match[3]),
      inApp: !library.test(path),
    });
  }
  return frames.length > 0 ? [{ kind: said?.kind ?? null, message: said?.message ?? between.join('\n'), frames }] : [];
}

/** A fatal error without a trace still says its place. */
function readFatal(lines: readonly Line[]): readonly Open[] {
  for (const { text } of lines) {
    if (
      !/^(?:PHP )?(?:Fatal error|Warning|Parse error|Notice|Uncaught)|PHP Exception|Uncaught Exception/.test(text) ||
      !text.includes('.php')
    )
      continue;
    const { kind, message, start } = headed([text.replace(/ \{"exception".*$/, '')]);
    if (start !== null) return [{ kind, message, frames: framesOf(start, []) }];
  }
  return [];
}

/** PHP, with what Symfony, Laravel and PHPUnit make of its traces. */
export function readPhp(lines: readonly Line[]): Trace | null {
  const numberedErrors = readNumbered(lines);
  const [first, ...rest] =
    numberedErrors.length > 0 ? numberedErrors.toReversed() : [...readPlain(lines), ...readFatal(lines)].slice(0, 1);
  return first === undefined ? null : { language: 'php', chain: [first, ...rest] };
}
