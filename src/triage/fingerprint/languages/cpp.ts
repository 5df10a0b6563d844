import { anonymous, type Frame, type Trace } from '../failure';
import type { Line } from '../lines';
import { placeOf, sourceFile } from '../source-file';

const libraries =
  /^(?:(?:non-virtual thunk to )?(?:std|__gnu_cxx|__cxxabiv1|boost|testing|Catch|doctest|absl|folly|google|grpc|fmt|spdlog|CppUnit|QTest)::|__(?:interceptor|asan|ubsan|tsan|msan|lsan|sanitizer|cxa|libc|GI|gthread|pthread|sigaction|restore|assert|fortify|stack_chk|chk|memcpy|memmove|memset|memcmp|str\w*|new_exitfn|scrt)_?\w*|_(?:dl|Unwind|IO|int)_\w+|_start|_?_start_context|asan_\w+|tsan_\w+|interceptor_\w+|(?:raise|abort|gsignal|pthread_kill\w*|start_thread|thread_start|clone3?|_pthread_start|_sigtramp|malloc_printerr|invoke_main|mainCRTStartup|RtlUserThreadStart|BaseThreadInitThunk|__tmainCRTStartup|operator (?:new|delete)(?:\[\])?|std::terminate)(?:@|\.|$))/;
/** Functions of the C library that a program may also have of its own: then its file is known. */
const cLibrary =
  /^(?:mem(?:cpy|move|set|cmp|chr)\w*|str(?:len|n?cpy|n?cmp|dup|n?cat|chr|str|tol)\w*|malloc|free|calloc|realloc|v?f?s?n?printf|exit|poll|select|read|write|nanosleep|sleep|usleep|epoll_wait|futex\w*|terminate|kill|start|g_\w+|qsort|fopen|fclose|fread|fwrite|fgets|getenv|send|recv|connect|accept|pthread_\w+)(?:@|\.|$)/;
const libraryFile =
  /^\/(?:usr\/)?lib(?:32|64|exec)?\/|libc\+\+|libstdc\+\+|\/sysdeps\/|\/nptl\/|\/csu\/|\/usr\/include\/|compiler-rt|sanitizer_common|\/gtest|\/googletest\/|\/bits\/|\/c\+\+\/\d|\/apex\/|\/system\/(?:lib|bin)|^libsystem|\/build\/glibc|\/third_party\/|\/libsanitizer\/|vctools|\\VC\\|^lib(?:c|m|pthread|stdc|gcc_s|dl|rt|glib|gobject|gio|gtk|gdk|Qt\w*|X\w*|asan|ubsan|tsan|ssl|crypto|z|dyld|objc|dispatch|system\w*|swift\w*)[-.+_\d]|^ld-linux/i;

/** Without what stands in matching brackets of one kind; in one pass. */
function withoutBrackets(text: string, open: string, close: string): string {
  let depth = 0;
  let kept = '';
  for (const character of text) {
    if (character === open) depth++;
    else if (character === close && depth > 0) depth--;
    else if (depth === 0) kept += character;
  }
  return kept;
}

function nameOf(written: string): string {
  const plain = written
    .replace(/\(anonymous namespace\)|\{anonymous\}/g, 'anonymous')
    .replace(
      /\{lambda\(.{0,300}?\)#?\d*\}|'lambda\d*'(?:\(.{0,300}?\))?|\$_\d+|<lambda_[0-9a-f]+>|<lambda\(.{0,300}?\)>/g,
      'lambda',
    )
    .replace(/ ?\[clone [^\]]{0,60}\]| ?\(\.(?:isra|part|constprop|cold)[^)]{0,40}\)|\[abi:\w+\]/g, '')
    .replace(/operator\(\)/g, 'operator_call')
    .replace(
      /operator(<<|>>|<=|>=|<|>|->)/g,
      (_, sign: string) => `operator_${[...sign].map((one) => one.charCodeAt(0)).join('_')}`,
    );
  const bare = withoutBrackets(withoutBrackets(plain, '(', ')'), '<', '>')
    .replace(/@+(?:GLIBC|plt|@)[\w.]*$/i, '')
    .replace(/ ?const$| ?&$| volatile$/g, '')
    .trim()
    .replace(/(?:\.(?:isra|constprop|part|cold|llvm|lto_priv|localalias)(?:\.\d+)*)+$/, '');
  // The type that it returns stands before the name of a template's function.
  const name = /\boperator /.test(bare) ? bare : (bare.split(/\s+/).at(-1) ?? bare);
  return name.replace(/^[*&]+/, '') || '??';
}

function frameOf(written: string, path: string | null, module: string | null): Frame {
  const place = path === null ? null : placeOf(path);
  const name = nameOf(written);
  const known = place === null || place.path.startsWith('<') || place.path === '??' ? null : place;
  const library =
    libraries.test(name) ||
    (known === null && cLibrary.test(name)) ||
    (known !== null && libraryFile.test(known.path)) ||
    (known === null && module !== null && libraryFile.test(module));
  return {
    function: name,
    file: known === null ? null : sourceFile(known.path),
    line: known?.line ?? null,
    inApp: !library && name !== '??',
  };
}

/** Splits `func(args) at file.c:12` and `func (args) from lib.so`; whole lines that only name a library have no function. */
function gdbFrame(rest: string): Frame | null {
  const at = rest.lastIndexOf(' at ');
  const from = rest.lastIndexOf(' from ');
  const open = rest.indexOf('(');
  if (open === -1) return null;
  if (at > open && placeOf(rest.slice(at + 4)).numbers > 0) return frameOf(rest.slice(0, at), rest.slice(at + 4), null);
  if (from > open) return frameOf(rest.slice(0, from), null, rest.slice(from + 6).trim());
  return / \(/.test(rest) && rest.includes(')') ? frameOf(rest, null, null) : null;
}

function asanFrame(rest: string): Frame {
  const plain = rest.replace(/ \(BuildId: [0-9a-f]+\)$/, '');
  const module = /^(.*?)\s?\(([^()\s]{1,600})\+0x[0-9a-f]+\)$/.exec(plain);
  if (module !== null) return frameOf(module[1] === '' ? '??' : (module[1] ?? '??'), null, module[2] ?? null);
  const rooted = plain.search(/ (?:\/|[A-Za-z]:[\\/]|\.\.?\/)/);
  const space = rooted > 0 ? rooted : plain.lastIndexOf(' ');
  const last = plain.slice(space + 1).replace(/:$/, '');
  const { numbers } = placeOf(last);
  if (
    space > 0 &&
    (rooted > 0 || numbers > 0 || /^(?:\/|[A-Za-z]:\\|<null>)/.test(last) || /\.(?:c|cc|cpp|cxx|h|hpp)$/.test(last))
  )
    return frameOf(plain.slice(0, space), last, last);
  return frameOf(plain, null, null);
}

const shapes: readonly (readonly [RegExp, (match: RegExpExecArray) => Frame | null])[] = [
  [
    /^#\d{1,5}\s+0x[0-9a-f]+ in (.+)$/i,
    ({ 1: rest = '' }) => (/ (?:at \S+:\d+|from \S+)$/.test(rest) ? gdbFrame(rest) : asanFrame(rest)),
  ],
  [/^#\d{1,5}\s+(?:0x[0-9a-f]+ )?<signal handler called>$/i, () => null],
  [
    /^#\d{1,5}\s+pc [0-9a-f]+\s+(\S+)(?: \((.{1,600}?)(?:\+\d+)?\))?(?: \(BuildId: \w+\))?(?: \(offset \S+\))?$/,
    ({ 1: module = '', 2: name }) => frameOf(name ?? '??', null, module),
  ],
  [
    /^#\d{1,5}\s+0x[0-9a-f]+ (\S{1,500}) \(([^\s()]{1,300})(?: \+ 0x[0-9a-f]+)?\)$/i,
    ({ 1: name = '', 2: module = '' }) => frameOf(name === 'n/a' ? '??' : name, null, module),
  ],
  [
    /^#\d{1,5}\s+0x[0-9a-f]+\s+\((\S+)\+0x[0-9a-f]+\)(?: \(BuildId: \w+\))?$/i,
    ({ 1: module = '' }) => frameOf('??', null, module),
  ],
  [
    /^#\d{1,5}\s+([A-Za-z_~<(*][^#]*)$/,
    ({ 1: rest = '' }) =>
      / \(.{0,1500}\)(?: at \S+:\d+| from \S+)?$/.test(rest) && !/\.php|\.dart/.test(rest)
        ? gdbFrame(rest)
        : /\s\S+:\d+(?::\d+)?(?: \(.*\))?$/.test(rest) && !/\.php|\.dart/.test(rest)
          ? asanFrame(rest.replace(/ \(\S+\+0x[0-9a-f]+\)(?: \(BuildId: \w+\))?$/, ''))
          : null,
  ],
  [
    /^(?:\* )?frame #\d{1,5}: 0x[0-9a-f]+ ([^`]{1,200})`(.+)$/,
    ({ 1: module = '', 2: rest = '' }) => {
      const at = rest.lastIndexOf(' at ');
      return at > 0
        ? frameOf(rest.slice(0, at), rest.slice(at + 4), module)
        : frameOf(rest.replace(/ \+ \d+.*$/, ''), null, module.startsWith('lib') ? `/usr/lib/${module}` : module);
    },
  ],
  [
    /^(?:\[\d{1,4}\]\s?|#?\d{1,4}[:#]?\s+)?(\S{1,500})\((?:([^()+]{1,600}(?:\([^()]{0,400}\))?[^()+]{0,100}))?\+0x[0-9a-f]+\)\s?\[(?:0x)?[0-9a-f]+\]$/i,
    ({ 1: module = '', 2: name }) => frameOf(name ?? '??', null, module),
  ],
  [
    /^(?:at|by) 0x[0-9A-F]+: (.{1,1000}?) \((?:in )?([^()]{1,600})\)$/,
    ({ 1: name = '', 2: where = '' }) => (placeOf(where).numbers > 0 ? frameOf(name, where, null) : frameOf(name, null, where)),
  ],
  [
    /^\d{1,3}#\s(?:0x[0-9a-f]+ in \S+|(.{1,1000}?) (?:at (\S{1,600}:\d+)|in (\S{1,600})))$/i,
    ({ 1: name, 2: at, 3: module }) => (name === undefined ? null : frameOf(name, at ?? null, module ?? null)),
  ],
  [
    /^\d{1,4}\s{1,4}(\S{1,100})\s{1,60}0x[0-9a-f]{8,16} (.{1,1000}?) \+ \d{1,9}(?: \((\S{1,200}:\d{1,9})\))?$/,
    ({ 1: module = '', 2: name = '', 3: at }) =>
      name.startsWith('0x')
        ? null
        : frameOf(
            name,
            at ?? null,
            /^lib|^dyld|Foundation$|^UIKit|^AppKit|^XCTest|^libswift/.test(module) ? `/usr/lib/${module}` : module,
          ),
  ],
  [
    /^(?:[0-9a-f]{8}`?[0-9a-f]{8} [0-9a-f]{8}`?[0-9a-f]{8} )?(?:: )?([\w.]{1,60})!([\w:~<>$@?, *&]{1,500}?)(?:\+0x[0-9a-f]+)?(?: \[(.{1,400}?) @ (\d{1,9})\])?$/i,
    ({ 1: module = '', 2: name = '', 3: path, 4: line }) =>
      frameOf(
        name,
        path === undefined ? null : `${path}:${line ?? ''}`,
        /^(?:ntdll|kernel32|kernelbase|ucrtbase\w*|msvc\w*|vcruntime\w*)/i.test(module) ? `/usr/lib/${module}` : module,
      ),
  ],
];

function frame(text: string): Frame | null {
  if (!/^[#\d[*fab./:(\w]/.test(text)) return null;
  for (const [shape, read] of shapes) {
    const match = shape.exec(text);
    if (match !== null) return read(match);
  }
  return null;
}

/** What ended the program: sanitizers' reports, signals, exceptions nobody caught, assertions. */
function kindOf(text: string): { kind: string; message: string } | null {
  const sanitizer =
    /(?:ERROR|WARNING|SUMMARY)?:? ?\b(Address|Leak|Memory|Thread|UndefinedBehavior|HWAddress)Sanitizer: (?:CHECK failed|([\w-]+(?: [a-z-]+){0,3}?))(?= on | in |:| \(|$)/.exec(
      text,
    );
  if (sanitizer !== null && !text.startsWith('SUMMARY'))
    return { kind: sanitizer[2] ?? 'CHECK failed', message: text.slice(sanitizer.index).replace(/^[A-Z]+: ?/, '') };
  const undefinedBehaviour = /^\S{1,500}:\d{1,9}:\d{1,9}: runtime error: (.*)$/.exec(text);
  if (undefinedBehaviour !== null) {
    const said = undefinedBehaviour[1] ?? '';
    return { kind: `runtime error: ${(said.split(/:| -?\d| 0x| '/)[0] ?? '').trim()}`, message: said };
  }
  const signal =
    /(?:Program received signal|Program terminated with signal|received signal|caught signal|signal \d{1,2} \(|Caught signal \d{1,2} \(|stop reason = (?:signal)?|Fatal signal \d{1,2} \() ?((?:SIG|EXC_)[A-Z_]{2,20})/.exec(
      text,
    );
  if (signal !== null) return { kind: signal[1] ?? 'signal', message: text.replace(/^.*?(?=SIG[A-Z])/, '') };
  const thrown =
    /terminate called after throwing an instance of '([^']{1,300})'|(?:uncaught|unexpected) exception of type '?([\w:]{1,300})(?:: |'|$)|C\+\+ exception with description "([^"]{0,300})"/.exec(
      text,
    );
  if (thrown !== null) return { kind: thrown[1] ?? thrown[2] ?? 'std::exception', message: thrown[3] ?? '' };
  const swift = /^(?:\S{1,400}: )?Fatal error: (.{1,200}?)(?:: file .*)?$/.exec(text);
  if (swift !== null) return { kind: 'Fatal error', message: swift[1] ?? '' };
  const assertion = /(?:^|: )Assertion [`'](.{1,500}?)['’] failed|Assertion failed: \(?(.{1,500}?)\)?, (?:function|file)/.exec(
    text,
  );
  if (assertion !== null)
    return { kind: 'assertion', message: `assertion ${(assertion[1] ?? assertion[2] ?? '').replace(/['"`]/g, '')} failed` };
  const heap =
    /^(?:\*\*\* (?:Error in [`'].{1,200}?': )?)?(double free or corruption|free\(\): invalid \w+(?: size)?|malloc\(\): [a-z ()]+|corrupted [a-z ]+|stack smashing detected|buffer overflow detected|munmap_chunk\(\): invalid pointer|realloc\(\): invalid \w+(?: size)?)/.exec(
      text,
    );
  if (heap !== null) return { kind: heap[1] ?? '', message: heap[1] ?? '' };
  const valgrind =
    /^(Invalid (?:read|write|free)|Conditional jump or move depends on uninitialised value|Use of uninitialised value|Mismatched free|Source and destination overlap|Jump to the invalid address|Process terminating with default action of signal \d+ \((SIG\w+)\))/.exec(
      text,
    );
  if (valgrind !== null) return { kind: valgrind[2] ?? valgrind[1] ?? '', message: valgrind[1] ?? '' };
  return /^(?:Segmentation fault|Bus error|Aborted|Floating point exception|Illegal instruction)\b/.test(text)
    ? { kind: text.split(/ \(|$/)[0] ?? text, message: text }
    : null;
}

/** C and C++: debuggers, sanitizers, valgrind, glibc, crash reports. */
export function readCpp(lines: readonly Line[]): Trace | null {
  const frames: Frame[] = [];
  const stray: Frame[] = [];
  let said: { kind: string; message: string } | null = null;
  let ended = false;
  for (const { text } of lines) {
    const next = kindOf(text);
    if (next !== null) {
      if (frames.length > 0) break;
      said =
        said === null ||
        /^(?:SIG|Aborted|Segmentation fault)/.test(said.kind) ||
        (/^SIGABRT/.test(next.kind) === false && said.kind === 'SIGABRT')
          ? next
          : said;
      const place = /^(\S{1,500}:\d{1,9}:\d{1,9}): runtime error: /.exec(text);
      if (place !== null && stray.length === 0) stray.push({ ...frameOf('code', place[1] ?? null, null), function: anonymous });
      continue;
    }
    if (/^what\(\): /.test(text) && said !== null) said = { kind: said.kind, message: text.replace(/^what\(\): +/, '') };
    // The further stacks of a report say where memory came from, and other threads' what they did meanwhile.
    if (
      frames.length > 0 &&
      /^(?:freed by thread|previously allocated by|allocated by thread|Previous (?:read|write)|Address 0x|Thread \d{1,5} \(|thread #\d|Block was alloc)|is located \d|bytes? (?:inside|after|before)/.test(
        text,
      )
    )
      ended = true;
    if (ended) continue;
    const read = frame(text);
    if (read === null) continue;
    if (/^(?:#0?0|\[?0\]?#?)\s|^at 0x/.test(text) && frames.length > 0) ended = true;
    else frames.push(read);
  }
  const handled = lines.findIndex(({ text }) => text.includes('<signal handler called>'));
  const before = handled === -1 ? 0 : lines.slice(0, handled).filter(({ text }) => frame(text) !== null).length;
  const called = frames.slice(before < frames.length ? before : 0);
  if (called.length === 0)
    return stray.length > 0 && said !== null ? { language: 'cpp', chain: [{ ...said, frames: stray }] } : null;
  return { language: 'cpp', chain: [{ kind: said?.kind ?? null, message: said?.message ?? '', frames: called }] };
}
