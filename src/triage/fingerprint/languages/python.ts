import type { Frame, Raised, Trace } from '../failure';
import type { Line } from '../lines';
import { lineNumber, sourceFile } from '../source-file';

const library =
  /(?:site|dist)-packages|\/lib\/python\d|\\Python[\d.]*\\lib\\|\/python\d(?:\.\d+)?\/lib\/|\/Python\.framework\/|\/\.pyenv\/versions\/|<frozen|<string>|<__array_function__|\.egg\/|\/_pytest\/|\/pluggy\/|^<(?!ipython|stdin|module)/i;
const place = /^File \\?"([^"]{1,600}?)\\?", line (\d{1,9})(?:, in (.{1,300}))?$/;
const fault = /^File "([^"]{1,600})", line (\d{1,9}) in (.{1,300})$/;
/** pytest's own form, `tests/test_shop.py:12: in test_total` and `tests/test_shop.py:12: AssertionError`. */
const pytest = /^((?:[A-Za-z]:)?[^\s:"'<>|]{1,400}\.pyx?):(\d{1,9}):(?: (?:in (\S{1,200})|([A-Za-z_][\w.]*(?: .*)?))?)?$/;
const raisedLine = /^((?:[A-Za-z_]\w*\.)*[A-Za-z_]\w*)(?:: ?(.*))?$/;
const errorName =
  /(?:Error|Exception|Warning|Exit|Interrupt|Iteration|Group|Timeout|Failure|Failed|Fault|NotFound|DoesNotExist|Denied|Http\d{3}|Skipped|Cancelled|Invalid\w*|Abort\w*)$/;
const separators = /^(?:During handling of the above exception|The above exception was the direct cause)/;

const functionOf = (name: string) =>
  name
    .replace(/\.<locals>/g, '')
    .replace(/<(?:lambda|listcomp|genexpr|dictcomp|setcomp)>/, '<lambda>')
    .replace(/\[.*\]$/, '');

function frameOf(path: string, line: string | undefined, name: string | undefined): Frame {
  return {
    function: name === undefined || name === '' ? '<module>' : functionOf(name.trim()),
    file: sourceFile(path),
    line: lineNumber(line),
    inApp: !library.test(path.replace(/\\/g, '/')) && !library.test(path),
  };
}

interface Open {
  readonly frames: Frame[];
  kind: string | null;
  message: string;
  ended: boolean;
}
const opened = (): Open => ({ frames: [], kind: null, message: '', ended: false });

/** Whether a line names the error that a traceback ends with, and is no line of source. */
function isRaised(text: string, indent: number, frameIndent: number, afterFrame: boolean): boolean {
  const match = raisedLine.exec(text.slice(0, 400));
  if (match === null) return false;
  const name = match[1] ?? '';
  if (errorName.test(name) && (match[2] !== undefined || !afterFrame || indent < frameIndent)) return true;
  if (afterFrame && indent >= frameIndent) return false;
  return indent < frameIndent && !/^(?:else|try|finally|pass|return|break|continue)$/.test(name);
}

/** Tracebacks as Python itself prints them. Its last error is the outermost one. */
function readTracebacks(lines: readonly Line[]): readonly Open[] {
  const errors: Open[] = [];
  let current: Open | null = null;
  let linked = false;
  let frameIndent = 0;
  let sinceFrame = 0;
  for (const { text, indent } of lines) {
    if (text === '') continue;
    if (
      /^(?:\+ )?(?:Exception Group )?Traceback \(most recent call last\):?/.test(text) ||
      /^Fatal Python error|^(?:Current thread|Thread) 0x[0-9a-f]+/.test(text)
    ) {
      if (current !== null && current.frames.length > 0 && !linked) {
        if (/Exception Group|^\+/.test(text) || errors.at(-1)?.kind?.endsWith('Group') !== true) break;
      }
      const fatal = /^Fatal Python error: ([^:]{1,80})/.exec(text);
      if (fatal !== null || current === null || current.frames.length > 0) errors.push((current = opened()));
      if (fatal !== null) current.kind = fatal[1] ?? null;
      linked = false;
      continue;
    }
    if (separators.test(text)) {
      linked = true;
      continue;
    }
    const match = place.exec(text) ?? fault.exec(text);
    if (match !== null) {
      if (current === null || (current.ended && linked)) errors.push((current = opened()));
      if (current.ended) break;
      linked = false;
      current.frames.unshift(frameOf(match[1] ?? '', match[2], match[3]));
      frameIndent = indent;
      sinceFrame = 0;
      continue;
    }
    if (current === null || current.frames.length === 0) continue;
    sinceFrame++;
    if (current.ended) {
      if (!linked && sinceFrame < 12) current.message += `\n${text}`;
      continue;
    }
    if (/^[\s~^]+$/.test(text) || /^\[Previous line repeated/.test(text)) continue;
    if (isRaised(text.replace(/^\+ /, ''), indent, frameIndent, sinceFrame === 1)) {
      const said = raisedLine.exec(text.slice(0, 400));
      current.kind ??= said?.[1] ?? null;
      current.message = text.slice((said?.[1] ?? '').length).replace(/^: ?/, '');
      current.ended = true;
    }
  }
  return errors.filter(({ frames }) => frames.length > 0);
}

/** pytest's own reports, long and short. */
function readPytest(lines: readonly Line[]): readonly Open[] {
  const current = opened();
  const said: string[] = [];
  let defined: string | null = null;
  let title: string | null = null;
  for (const { text } of lines) {
    const header = /^_{3,}\s(?:ERROR \w+ \w+ \w+ )?([\w.[\]-]{1,200}).*_{3,}$/.exec(text);
    if (header !== null) {
      if (current.frames.length > 0) break;
      title = header[1] ?? null;
      continue;
    }
    const def = /^(?:async )?def (\w{1,200})\(/.exec(text);
    if (def !== null) defined ??= def[1] ?? null;
    const error = /^E(?:\s{1,8}(.*))?$/.exec(text);
    if (error !== null) said.push(error[1] ?? '');
    const match = pytest.exec(text);
    if (match === null) continue;
    const name = match[3] ?? defined ?? title?.split('.').at(-1) ?? undefined;
    current.frames.unshift(frameOf(match[1] ?? '', match[2], name));
    defined = null;
    if (match[4] !== undefined) {
      current.kind = match[4].split(/[\s:]/)[0] ?? null;
      current.ended = true;
      if (said.length > 0) break;
    }
  }
  const [first = ''] = said;
  const named = raisedLine.exec(first);
  if (named !== null && errorName.test(named[1] ?? '')) {
    current.kind ??= named[1] ?? null;
    said[0] = named[2] ?? '';
  }
  if (/^assert\b/.test(said[0] ?? '')) current.kind ??= 'AssertionError';
  current.message = said.join('\n').trim();
  return current.frames.length > 0 && (said.length > 0 || current.ended) ? [current] : [];
}

/** Python: tracebacks, chained and grouped, and what pytest makes of them. */
export function readPython(lines: readonly Line[]): Trace | null {
  const tracebacks = readTracebacks(lines);
  const errors = tracebacks.length > 0 ? tracebacks : readPytest(lines);
  const grouped = errors[0]?.kind?.endsWith('Group') === true;
  const chain: Raised[] = (grouped ? errors : errors.toReversed()).map(({ kind, message, frames }) => ({
    kind,
    message: message.trim(),
    frames,
  }));
  return chain.length > 0 ? { language: 'python', chain } : null;
}
