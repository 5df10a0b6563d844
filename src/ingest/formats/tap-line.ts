/** One line of a TAP stream, told apart; `other` is what the protocol does not know, and `yaml` the begin of a diagnostic block. */
export type TapLine =
  | { readonly kind: 'version' | 'yaml' | 'close' | 'other' }
  | { readonly kind: 'plan'; readonly tests: number }
  | ({ readonly kind: 'point' } & TapPoint)
  | { readonly kind: 'bail'; readonly reason: string }
  | { readonly kind: 'comment'; readonly text: string };

/** `ok` or `not ok`, with what follows it. */
export interface TapPoint {
  readonly ok: boolean;
  readonly number: number | null;
  readonly name: string;
  readonly directive: 'skip' | 'todo' | null;
  /** Seconds, which some tools write behind the name. */
  readonly seconds: number | null;
  /** Its subtests follow in braces, rather than having come before it. */
  readonly opens: boolean;
}

/** @param line without its indentation */
export function tapLine(line: string): TapLine {
  const text = line.trimEnd();
  if (/^TAP version \d+$/i.test(text)) return { kind: 'version' };
  if (text === '---') return { kind: 'yaml' };
  if (text === '}') return { kind: 'close' };
  if (text.startsWith('#')) return { kind: 'comment', text: text.replace(/^#[ \t]?/, '') };
  const bail = /^Bail out!(.*)$/i.exec(text);
  if (bail !== null) return { kind: 'bail', reason: (bail[1] ?? '').trim() };
  const plan = /^1\.\.(\d{1,15})(?:\s*#.*)?$/.exec(text);
  if (plan !== null) return { kind: 'plan', tests: Number(plan[1]) };
  const point = /^(not )?ok(?:$|\s+(?:(\d{1,15})(?:$|\s+|(?=-)))?(?:- ?)?(.*)$)/.exec(text);
  if (point === null) return { kind: 'other' };
  return {
    kind: 'point',
    ok: point[1] === undefined,
    number: point[2] === undefined ? null : Number(point[2]),
    ...described(point[3] ?? ''),
  };
}

/** The rest of a test point: its name, a directive, a time, a brace. */
function described(rest: string): Omit<TapPoint, 'ok' | 'number'> {
  const opens = rest === '{' || rest.endsWith(' {');
  const text = opens ? rest.slice(0, -1).trimEnd() : rest;
  const time = /(?:^|\s)# time=(\d+(?:\.\d+)?)(ms|s)$/.exec(text);
  const untimed = time === null ? text : text.slice(0, time.index);
  const directive = /(?:^|\s)#\s*(skip|todo(?![a-z]))/i.exec(untimed);
  const name = directive === null ? untimed : untimed.slice(0, directive.index);
  return {
    name: name.replace(/\\([\\#])/g, '$1'),
    directive: directive === null ? null : directive[1]?.toLowerCase() === 'skip' ? 'skip' : 'todo',
    seconds: time === null ? null : Number(time[1]) / (time[2] === 'ms' ? 1000 : 1),
    opens,
  };
}
