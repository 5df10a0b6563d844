/** Names that many directories have: here the directory is needed to tell files apart. */
const common =
  /^(?:index|main|mod|lib|__init__|__main__|utils?|helpers?|page|route|layout|handler|views|models|types|app|service|controller|schema|api|client|server|common)\.\w{1,5}$/;
/** Directories that are the same on every machine, unlike what a checkout lies in. */
const roots = new Set(
  'src,lib,packages,internal,cmd,pkg,apps,services,modules,components,pages,features,test,tests,spec,__tests__,crates'.split(','),
);
const scripts = /\.(?:js|mjs|cjs|jsx|css|bundle|map)$/;

/** Whether a part of a bundle's name was made from its content. */
function isHash(part: string): boolean {
  if (/^[0-9a-f]{5,64}$/i.test(part)) return /\d/.test(part);
  if (!/^[\w-]{6,32}$/.test(part)) return false;
  return /\d/.test(part)
    ? /[a-z]\d|\d[a-z]/i.test(part) && !/^[a-z]+\d{1,2}$/.test(part)
    : /^[A-Z]{8}$/.test(part) || mixed(part);
}
const mixed = (part: string) => part.length === 8 && /[a-z][A-Z].*[a-z]?[A-Z]/.test(part);

function withoutHash(name: string): string {
  if (!scripts.test(name)) return name;
  const [first = '', ...rest] = name.split('.');
  const extension = rest.pop() ?? '';
  const kept = rest.filter((part) => !isHash(part) && !/^(?:\d+|[0-9a-f]{6,64})$/.test(part));
  const dash = Math.max(first.lastIndexOf('-'), first.lastIndexOf('_'));
  const stem = dash > 0 && isHash(first.slice(dash + 1)) ? first.slice(0, dash) : first;
  // Bundlers' hashes may have a dash in them.
  const shorter = /^(.{1,80}?)-(?=[\w-]{0,7}(?:\d|[A-Z][\w-]{0,6}[A-Z]))[\w-]{8}$/.exec(first)?.[1];
  const named = shorter ?? stem;
  const plain = /^\d+$/.test(named) || (/^\w{8,}$/.test(named) && isHash(named)) ? 'chunk' : named;
  return [plain, ...kept, extension].join('.');
}

/**
 * A file's name as it is on every machine: without directories, but for names like index.ts, which keep the directory below a known
 * root; without what bundlers add.
 * @returns null where there is none
 */
export function sourceFile(path: string): string | null {
  const plain = path
    .trim()
    .replace(/\\/g, '/')
    .replace(/[?#][^/]*$/, '')
    .replace(/\/+$/, '');
  if (plain === '' || plain === '<anonymous>' || plain === 'native' || plain === '[native code]') return null;
  if (/<ipython-input|ipykernel_/.test(plain)) return '<ipython-input>';
  if (plain.startsWith('<')) return plain.replace(/\d+/g, '');
  const parts = plain.replace(/^\/usr\/src\//, '/').split('/');
  const name = withoutHash(parts.at(-1) ?? '');
  if (!common.test(name)) return name;
  const root = parts.findLastIndex((part, at) => roots.has(part) && at < parts.length - 2);
  return root === -1 ? name : `${parts.at(-2) ?? ''}/${name}`;
}

/** A line number as traces write it; null for none and for 0, which stands for unknown. */
export function lineNumber(text: string | undefined): number | null {
  if (text === undefined || !/^\d{1,9}$/.test(text)) return null;
  const line = Number(text);
  return line === 0 ? null : line;
}

/** A place as `file:12`, `file:12:5` or `file`. */
export interface Place {
  readonly path: string;
  readonly line: number | null;
  /** How many numbers stood behind the file: 0, 1 or 2. */
  readonly numbers: number;
}

/** Takes the numbers off the end of a place. */
export function placeOf(text: string): Place {
  const numbers: string[] = [];
  let path = text;
  while (numbers.length < 2) {
    const colon = path.lastIndexOf(':');
    const last = path.slice(colon + 1);
    if (colon < 1 || !/^\d{1,9}$/.test(last)) break;
    numbers.unshift(last);
    path = path.slice(0, colon);
  }
  return { path, line: lineNumber(numbers[0]), numbers: numbers.length };
}
