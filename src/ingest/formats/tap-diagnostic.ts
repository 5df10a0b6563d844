import { plainText } from './plain-text';

/** What a test says of its failure below its line. */
export interface TapDiagnostic {
  readonly message: string | null;
  readonly trace: string | null;
  readonly seconds: number | null;
  /** It did not fail by itself: Node.js tells hooks, time limits and cancelled tests from assertions. */
  readonly broke: boolean;
}

const brokeBy: ReadonlySet<string> = new Set([
  'cancelledByParent',
  'hookFailed',
  'testAborted',
  'testTimeoutFailure',
  'uncaughtException',
  'unhandledRejection',
]);

/**
 * @param yaml lines of the block between `---` and `...`, without their common indentation. Only names with a value and blocks of text
 * are understood: that is what the tools write what a person reads in
 * @param comments lines that began with `#`, of tools that write no block
 */
export function tapDiagnostic(yaml: readonly string[], comments: readonly string[]): TapDiagnostic {
  const values = readValues(yaml);
  const first = (...keys: readonly string[]) =>
    keys.map((key) => values.get(key)).find((value) => value !== undefined && value !== '');
  const expected = first('expected', 'wanted');
  const actual = first('actual', 'found', 'got');
  const compared = expected === undefined || actual === undefined ? undefined : `expected ${expected}, got ${actual}`;
  const milliseconds = Number(first('duration_ms') ?? Number.NaN);
  const told = comments.filter((line) => !/^\s*Looks like /.test(line));
  const heart = told
    .map((line) => line.trim())
    .filter((line) => !/^(?:Failed (?:\(TODO\) )?test\b|at \S+ line \d+\.?$)/.test(line));
  const heading = heart.length > 0 ? heart.slice(0, 4).join(' ') : told[0];
  return {
    message: plainText(first('message', 'error') ?? compared ?? heading),
    trace: plainText(first('stack') ?? (yaml.length > 0 ? yaml : told).join('\n')),
    seconds: milliseconds >= 0 ? milliseconds / 1000 : null,
    broke: brokeBy.has(first('failureType') ?? ''),
  };
}

function readValues(lines: readonly string[]): ReadonlyMap<string, string> {
  const values = new Map<string, string>();
  for (let at = 0; at < lines.length; at += 1) {
    const pair = /^([A-Za-z_][\w-]*):(?:\s+(.*))?$/.exec(lines[at] ?? '');
    if (pair === null) continue;
    const [, key = '', value = ''] = pair;
    if (!/^[|>][-+\d]*$/.test(value)) {
      values.set(key, unquoted(value));
      continue;
    }
    const block: string[] = [];
    for (let line = lines[at + 1]; line !== undefined && (line.trim() === '' || /^\s/.test(line)); line = lines[at + 1]) {
      block.push(line);
      at += 1;
    }
    const indent = /^\s*/.exec(block.find((line) => line.trim() !== '') ?? '')?.[0].length ?? 0;
    values.set(key, block.map((line) => line.slice(indent)).join(value.startsWith('>') ? ' ' : '\n'));
  }
  return values;
}

function unquoted(value: string): string {
  const inside = value.slice(1, -1);
  if (/^'.*'$/.test(value)) return inside.replaceAll("''", "'");
  if (!/^".*"$/.test(value)) return value;
  return inside.replace(/\\(["\\/nt])/g, (_, character: string) => ({ n: '\n', t: '\t' })[character] ?? character);
}
