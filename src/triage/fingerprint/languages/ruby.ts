import type { Frame, Raised, Trace } from '../failure';
import { headingIn } from '../heading';
import { saidBy, type Line } from '../lines';
import { lineNumber, sourceFile } from '../source-file';

const library =
  /\/gems\/|\/lib\/ruby\/|\/rubies\/|\/ruby\/\d|\/\.rvm\/|\/\.rbenv\/versions\/[^/]+\/lib\/|^<internal:|\/vendor\/|\/bin\/(?:rspec|rake|rails|bundle|ruby)$|\/minitest[-/]|\/rspec-|^\(eval|^\(irb\)|\/bundler\/|^bin\/(?:rspec|rake|rails|bundle)|^[a-z_-]+ \(\d+\.\d+/;
const place =
  /^(?:# {1,6}|from |\d{1,5}: from |-> |\[\d+\] |\d{1,4}\. )?(?:[a-z_-]{1,60} \(\d[\w.]{0,30}\) )?((?:[A-Za-z]:)?[^\s:'"`()]{1,500}?(?:\.(?:rb|rake|erb|haml|slim|ru|jbuilder|gemspec|feature)|Rakefile|Gemfile|\/bin\/\w+|bin\/\w+)|<internal:[\w/-]{1,100}>|\(eval[^)]{0,200}\)|-e|\(irb\)):(\d{1,9})(?::in [`'‘]([^'’\n]{1,300})['’])?(?::(?: (.*))?)?$/;

/** Without what it is nested in: older versions of Ruby do not say the class. */
function functionOf(name: string | undefined): string {
  if (name === undefined) return '<main>';
  const plain = name.replace(/^(?:(?:block(?: \(\d+ levels\))?|rescue|ensure) in )+/, '').trim();
  if (/^<(?:top \(required\)|main|compiled)>$/.test(plain)) return '<main>';
  return plain.replace(/_{2,3}\d+(?:_\d+)*/g, '').replace(/__+[\w]*_\d{3,}/g, '');
}

function frameOf(match: RegExpExecArray): Frame {
  const path = match[1] ?? '';
  const spec = /_(?:spec|test)\.rb$/.test(path);
  return {
    function: functionOf(match[3]),
    file: sourceFile(path),
    line: lineNumber(match[2]),
    inApp: !library.test(path) && !core.test(functionOf(match[3])) && !(/^[a-z_-]+ \(\d/.test(match[0]) && !spec),
  };
}

/** Methods of Ruby's own classes, which carry the place of their caller. */
const core =
  /^(?:(?:Array|Hash|Enumerable|Enumerator|Integer|Kernel|Range|Struct|Set|String|Object|BasicObject|Method|Proc|Thread|Fiber|Class|Module|Comparable|Dir|File|IO|Symbol|NilClass|Float|Numeric|Regexp|Time|Random|Process|Monitor|Mutex|Thread::Mutex)[#.]\S{1,60}|each(?:_\w{1,20})?|map|flat_map|times|loop|tap|inject|reduce|require|require_relative|load|instance_eval|instance_exec|class_eval|class_exec|module_eval|upto|downto|collect|yield_self|then)$/;

interface Open extends Raised {
  readonly frames: Frame[];
}

function saidIn(between: readonly string[]): { kind: string | null; message: string; cause: boolean } {
  const cause = between.some((text) => /^(?:# )?(?:-{2,} ?)?Caused by:/i.test(text));
  const at = between.findIndex((text) => headingOf(text) !== null);
  const found = at === -1 ? null : headingOf(between[at] ?? '');
  if (found === null)
    return {
      kind: /^Expected|expected/.test(between.join('\n')) ? 'expectation' : null,
      message: between.join('\n').trim(),
      cause,
    };
  return { kind: found.kind, message: [found.message, ...between.slice(at + 1)].join('\n').trim(), cause };
}

function headingOf(text: string): { kind: string; message: string } | null {
  if (/^Failure\/Error:/.test(text)) return null;
  const plain = text.replace(/^# /, '');
  const rails = /^([A-Z][\w:]{1,150}) \((.*)\):?$/.exec(plain);
  if (rails !== null) return { kind: rails[1] ?? '', message: rails[2] ?? '' };
  const line = /^([A-Z][\w:]{2,150}): ?(.*)$/.exec(plain);
  if (
    line !== null &&
    (/Error|Exception|NotFound|Invalid|::/.test(line[1] ?? '') ||
      ((line[2] ?? '') === '' && !/^(?:Failures?|Expected|Actual|Diff|Finished)$/.test(line[1] ?? '')))
  )
    return { kind: line[1] ?? '', message: line[2] ?? '' };
  return headingIn(plain);
}

/** Ruby, with what Rails, RSpec and Minitest make of its traces. */
export function readRuby(lines: readonly Line[]): Trace | null {
  const chain: Open[] = [];
  let current: Open | undefined;
  let between: Line[] = [];
  const reversed = lines.some(({ text }) => /^\d{1,5}: from \S/.test(text));
  for (const line of lines) {
    const { text } = line;
    const match = text.includes(':') ? place.exec(text) : null;
    const minitest = match === null ? /^(\S{1,200})(?:#| )(\S{1,200}) \[([^\]\s]{1,300}\.rb):(\d{1,9})\]:$/.exec(text) : null;
    if (minitest !== null && current === undefined) {
      current = {
        kind: 'Minitest::Assertion',
        message: '',
        frames: [
          { function: minitest[2] ?? '', file: sourceFile(minitest[3] ?? ''), line: lineNumber(minitest[4]), inApp: true },
        ],
      };
      chain.push(current);
      continue;
    }
    if (match === null) {
      if (text !== '') between.push(line);
      if (between.length > 60) between = between.slice(-30);
      continue;
    }
    const frame = frameOf(match);
    const behind = match[4];
    const outermost = behind !== undefined && behind !== '' && !reversed;
    if (reversed && behind !== undefined) {
      current ??= { kind: null, message: '', frames: [] };
      const named = namedBehind(behind);
      chain.push({ ...named, frames: [frame, ...current.frames.toReversed()] });
      return { language: 'ruby', chain };
    }
    const said = saidIn(saidBy(between, line.stamped));
    if (current === undefined || outermost || said.cause) {
      if (current !== undefined && !said.cause && !outermost) break;
      // With its message in the line of its first frame, an error below others is their cause.
      const named = outermost ? namedBehind(behind) : said;
      current = { kind: named.kind, message: named.message, frames: [] };
      chain.push(current);
    } else if (between.length > 0 && said.kind !== null && current.frames.length > 0) break;
    between = [];
    current.frames.push(frame);
  }
  const [only] = chain;
  if (only?.kind === 'Minitest::Assertion')
    return {
      language: 'ruby',
      chain: [
        {
          ...only,
          message: between
            .slice(0, 12)
            .map(({ text }) => text)
            .join('\n'),
        },
      ],
    };
  return chain.some(({ frames }) => frames.length > 0) ? { language: 'ruby', chain } : null;
}

/** `undefined method 'total' for nil (NoMethodError)`, or only the class with the message below. */
function namedBehind(behind: string): { kind: string | null; message: string } {
  const match =
    /^(.*?)\s?\(([A-Z][\w:]{1,200})\)$/.exec(behind.slice(0, 1_000)) ??
    /^(.*)\(([A-Z][\w:]{1,200})\)/.exec(behind.slice(0, 1_000));
  return match === null
    ? { kind: headingIn(behind)?.kind ?? null, message: behind }
    : { kind: match[2] ?? null, message: match[1] ?? '' };
}
