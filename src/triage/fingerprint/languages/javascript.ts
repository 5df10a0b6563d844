import { readChain } from '../chain-reader';
import { anonymous, type Frame, type Trace } from '../failure';
import type { Line } from '../lines';
import { placeOf, sourceFile } from '../source-file';

const library =
  /node_modules|^node:|^internal\/|(?:^|[/(])(?:node_modules|bower_components|vendor)\/|^(?:events|fs|net|http|https|module|timers|util|vm|stream|assert|child_process|domain|bootstrap_node|_\w+|tty|dns|zlib|crypto|buffer|url)\.js|webpack\/(?:bootstrap|runtime)|^native|\[native code\]|^wasm:|\(webpack\)|\/(?:webpack|vite|zone\.js|\.pnpm|\.yarn\/|\.vite\/deps)\/|\/__puppeteer|pptr:|^chrome-extension:|^moz-extension:|^safari-extension:|^safari-web-extension:|^extensions::|debugger eval|cypress_runner|\/vendors?[.~-][\w.~-]*\.js|\/(?:polyfills?|runtime|framework|chunk-vendors|webpack)[.-][\w.-]*\.js|\/deno\.land\/|^ext:|\/bun:|^bun:|^deno:/;
const runners =
  /\/(?:jest|mocha|jasmine|karma|vitest|playwright|cypress|chai|@jest|@vitest|@playwright)(?:[-/.][\w./-]*)?\/(?:build|lib|dist|src)\//;

const foreign = /\.(?:rs|go|py|java|kt|cs|rb|php|c|cc|cpp|h|hpp|swift|dart|exs?|scala)$/;

function functionOf(name: string): string {
  const plain = name
    .replace(/^(?:async\*?|new) +/, '')
    .replace(/^(?:async\*|promise callback\*|setTimeout handler\*|EventListener\.handleEvent\*|EventHandlerNonNull\*)+/, '')
    .replace(/ \[as [^\]]{0,200}\]$/, '')
    .replace(
      /^(?:Object|Module|module\.exports|exports|globalThis|window|self|global|__webpack_exports__|\[object Object\])\.(?=.)/,
      '',
    )
    .replace(/(?:\/<|<|\/)+$/, '')
    .replace(/\$\d+$/, '')
    .replace(/^_callee\d*\$?$/, '')
    .trim();
  if (
    plain === '' ||
    /^(?:<anonymous>|anonymous|eval|\?|<unknown>|global code|module code|eval code|<global>|\(anonymous\)|anonymous function)$/.test(
      plain,
    )
  )
    return anonymous;
  return plain.replace(/\.?<anonymous>$/, `.${anonymous}`).replace(/^\./, '');
}

function frameAt(name: string, place: string): Frame | null {
  const { path, line, numbers } = placeOf(place);
  if (foreign.test(path)) return null;
  const native = /^(?:<anonymous>|native|\[native code\]|index \d+|unknown location|<unknown>)$/.test(place);
  const looksLikeFile =
    numbers === 2 ||
    (numbers === 1 && /[/\\]|\.[cm]?[jt]sx?$/.test(path)) ||
    (numbers === 0 && /^\S{1,500}\.[cm]?[jt]sx?$/.test(path)) ||
    /^wasm:/.test(path);
  if (!native && !looksLikeFile) return null;
  const file = native ? null : sourceFile(path.replace(/^address at /, ''));
  const inApp = file !== null && !library.test(path.replace(/\\/g, '/')) && !runners.test(path.replace(/\\/g, '/'));
  return { function: functionOf(name), file, line, inApp };
}

/** `at name (place)`, `at place`, `at async name (place)`; evaluated code has a place within the place. */
function chromeFrame(text: string): Frame | null {
  const rest = text.slice(3).trim();
  const evaluated = rest.indexOf(' (eval at ');
  if (evaluated > 0) {
    const origin = /\(((?:[a-z-]{2,30}:|[/.\\]|[A-Z]:)[^()\s]{1,500}:\d{1,9}:\d{1,9})\)/.exec(rest.slice(evaluated));
    return frameAt(rest.slice(0, evaluated), origin?.[1] ?? '<anonymous>');
  }
  if (rest.endsWith(')')) {
    const open = rest.lastIndexOf(' (');
    if (open > 0) {
      const frame = frameAt(rest.slice(0, open), rest.slice(open + 2, -1));
      if (frame !== null) return frame;
    }
    // Next.js writes its route groups in brackets.
    const first = rest.indexOf(' (');
    return first > 0 && first !== open && placeOf(rest.slice(first + 2, -1)).numbers === 2
      ? frameAt(rest.slice(0, first), rest.slice(first + 2, -1))
      : null;
  }
  const place = rest.replace(/^(?:async|new) /, '');
  if (place === '<anonymous>' || place === 'native') return frameAt('', place);
  if (/\s/.test(place) && !/^(?:file:|[A-Za-z]:[\\/]|\/)/.test(place)) return null;
  return placeOf(place).numbers === 2 ? frameAt('', place) : null;
}

/** `name@place` as Firefox and Safari write it. */
function geckoFrame(text: string): Frame | null {
  const lead =
    /^(?:[a-z]+:\/\/\S*|[^@\s]{0,200}|(?:async|promise callback|setTimeout handler|setInterval handler|global|module|eval)[ *][^@\n]{0,200})@(?=\S)/i.exec(
      text,
    );
  if (lead === null) return null;
  const place = text.slice(lead[0].length);
  const name = lead[0].slice(0, -1);
  if (place === '[native code]') return frameAt(name, place);
  if (/\s/.test(place) && !/ line \d+ > /.test(place) && place !== 'debugger eval code') return null;
  const outer = place.replace(/ line (\d{1,9}) > .*$/, ':$1:0');
  const { path, numbers } = placeOf(outer);
  if (numbers === 0 || !/[/\\]|\.[cm]?[jt]sx?$/.test(path)) return null;
  if (numbers === 1 && !/^[a-z-]{2,30}:\/\//i.test(path) && !/\.[cm]?[jt]sx?$/.test(path)) return null;
  return frameAt(name, outer);
}

function frame(text: string): Frame | null {
  if (/^at\s/.test(text)) return chromeFrame(text);
  // Vitest's own form.
  const vitest = /^❯ (?:(.{1,200}) )?(\S{1,500}:\d{1,9}:\d{1,9})$/.exec(text);
  if (vitest !== null) return frameAt(vitest[1] ?? '', vitest[2] ?? '');
  if (text.includes('@')) return geckoFrame(text);
  return /^(?:global|module|eval) code$|^\[native code\]$/.test(text) ? frameAt('', '<anonymous>') : null;
}

/** JavaScript and TypeScript: Node and Chrome, Firefox, Safari. */
export function readJavascript(lines: readonly Line[]): Trace | null {
  const braced = lines.map((line) => (/^at\s.*\{$/.test(line.text) ? { ...line, text: line.text.slice(0, -1).trim() } : line));
  return readChain(braced, { language: 'javascript', frame, cause: /^(?:\[cause\]: |Caused by:? |Cause:? |\{ \[cause\]: )/ });
}
