import type { Frame, Trace } from '../failure';
import type { Line } from '../lines';
import { placeOf, sourceFile } from '../source-file';

const libraries =
  /^(?:<?(?:std|core|alloc|test|proc_macro|tokio|async_std|futures|futures_util|futures_core|hyper|actix|actix_web|actix_rt|axum|tower|rayon|rayon_core|serde|serde_json|anyhow|eyre|color_eyre|backtrace|tracing|reqwest|sqlx|diesel|mio|rocket|warp|parking_lot|crossbeam\w*|once_cell|lazy_static|panic_unwind|rust_begin_unwind|rust_panic|rust_eh_personality|__rust\w*|___rust\w*|_?main|_start|_{1,2}libc\w*|start_thread|clone3?|_pthread\w*|BaseThreadInitThunk|RtlUserThreadStart|invoke_main|__scrt\w*|_rust_\w+)(?:::|$|<))|^<[^>]{0,200} as (?:core|std|alloc)::(?:ops|future|panic|iter|result|option)|^<(?:alloc|core|std)::/;
const libraryFile = /\/rustc\/|\.cargo[/\\](?:registry|git)|\/library\/(?:std|core|alloc|test)\/|\/rustlib\/|\/vendor\/|\.rustup/;

function nameOf(written: string): string {
  return written
    .replace(/::h[0-9a-f]{16}$/, '')
    .replace(/\[[0-9a-f]{8,16}\]/g, '')
    .replace(/\{closure(?:_env)?#\d+\}/g, '{{closure}}')
    .replace(/\{impl#\d+\}/g, '{{impl}}')
    .replace(/(?:::\{\{closure\}\})+/g, '::{{closure}}')
    .replace(/^<(.{1,300}) as .{1,300}>(?=::)/, '$1');
}

interface Panic {
  readonly message: string;
  readonly place: string | null;
}

/** Old form `panicked at 'message', src/shop.rs:12:5`; new form with the message in the lines below. */
function panicOf(text: string, below: readonly Line[]): Panic | null {
  const at = text.indexOf('panicked at ');
  if (at === -1) return null;
  const rest = text.slice(at + 'panicked at '.length);
  const old = /^'(.*)', (\S{1,500}:\d{1,9}:\d{1,9})$/.exec(rest);
  if (old !== null) return { message: old[1] ?? '', place: old[2] ?? null };
  const place = /^(\S.{0,500}?:\d{1,9}:\d{1,9}):(?: ?(.*))?$/.exec(rest) ?? /^(\S.{0,500}?:\d{1,9}:\d{1,9})$/.exec(rest);
  if (place !== null) {
    const end = below.findIndex(({ text: line }) => /^(?:note: |stack backtrace:|\d+: |thread ')/.test(line));
    const message = [place[2] ?? '', ...below.slice(0, end === -1 ? 12 : end).map(({ text: line }) => line)].join('\n').trim();
    return { message, place: place[1] ?? null };
  }
  const long = below.slice(0, 20).findIndex(({ text: line }) => /', \S{1,500}:\d{1,9}:\d{1,9}$/.test(line));
  const last = below[long]?.text ?? '';
  const split = last.lastIndexOf("', ");
  if (long === -1) return { message: rest, place: null };
  const middle = below.slice(0, long).map(({ text: line }) => line);
  return { message: [rest.replace(/^'/, ''), ...middle, last.slice(0, split)].join('\n'), place: last.slice(split + 3) };
}

/** Rust: panics, with and without a backtrace, and the backtraces of error libraries. */
export function readRust(lines: readonly Line[]): Trace | null {
  let panic: Panic | null = null;
  let error: string | null = null;
  const frames: Frame[] = [];
  let written: string | null = null;
  const push = (name: string, path: string | null, line: string | null) => {
    const place = path === null ? null : placeOf(line === null ? path : `${path}:${line}`);
    const inApp = !libraries.test(name) && (place === null ? name.includes('::') : !libraryFile.test(place.path));
    frames.push({
      function: nameOf(name),
      file: place === null ? null : sourceFile(place.path),
      line: place?.line ?? null,
      inApp,
    });
  };
  for (const [n, { text }] of lines.entries()) {
    if (text.includes('panicked at ')) {
      if (panic !== null && frames.length > 0) break;
      panic ??= panicOf(text, lines.slice(n + 1, n + 40));
      continue;
    }
    const said = /^Error: (.*)$/.exec(text);
    if (said !== null && frames.length === 0) error ??= said[1] ?? null;
    const frame = /^\d{1,5}:\s+(?:0x[0-9a-f]+ - )?([<A-Za-z_{].{0,800})$/.exec(text);
    const at =
      /^at ((?:[A-Za-z]:)?[^:]{1,600}\.rs):(\d{1,9})(?::\d{1,9})?$/.exec(text) ??
      /^at (\.{0,2}\/\S{1,600}|\S{1,600}\.(?:c|cc|cpp|S)):(\d{1,9})(?::\d{1,9})?$/.exec(text);
    if (at !== null && written !== null) {
      push(written, at[1] ?? null, at[2] ?? null);
      written = null;
      continue;
    }
    if (frame !== null) {
      if (frames.length > 0 && /^0:/.test(text)) break;
      if (written !== null) push(written, null, null);
      const name = (frame[1] ?? '').trim();
      written = /^[<\w$]/.test(name) && (/::/.test(name) || /^\w+$/.test(name)) ? name : null;
    }
  }
  if (written !== null) push(written, null, null);
  if (
    panic === null &&
    (frames.length < 2 ||
      !frames.some(({ function: name, file }) => name.includes('::') && (file === null || file.endsWith('.rs'))))
  )
    return null;
  const inside = frames.findLastIndex(({ function: name }) =>
    /(?:^|::)(?:panic_fmt|rust_begin_unwind|panic_bounds_check|unwrap_failed|expect_failed|assert_failed(?:_inner)?|begin_panic)$/.test(
      name,
    ),
  );
  const called = frames.slice(inside + 1);
  const place = panic?.place == null ? null : placeOf(panic.place);
  // Without a backtrace the place of the panic is all there is.
  const own: Frame[] =
    called.some(({ inApp }) => inApp) || place === null
      ? called
      : [
          { function: '<panic>', file: sourceFile(place.path), line: place.line, inApp: !libraryFile.test(place.path) },
          ...called,
        ];
  if (own.length === 0) return null;
  return {
    language: 'rust',
    chain: [{ kind: panic === null ? 'Error' : 'panic', message: panic?.message ?? error ?? '', frames: own }],
  };
}
