import type { Frame, Trace } from '../failure';
import type { Line } from '../lines';
import { lineNumber, sourceFile } from '../source-file';

const call =
  /^(?:\(([a-z_]\w{0,60})(?: \d[\w.+-]{0,40})?\) )?(\S{1,300}\.(?:exs?|erl)):(\d{1,9}): (?!(?:warning|error):)(\S.{0,400}?)(?:\/\d+)?$/;
const libraries =
  /^(?:elixir|ex_unit|stdlib|kernel|phoenix\w*|plug\w*|ecto\w*|db_connection|cowboy|ranch|mix|logger|bandit|absinthe|postgrex|oban|telemetry|gen_stage|broadway)$/;
const raised = /^\*\* \(([A-Z][\w.]{0,200}|exit|throw|EXIT[^)]{0,100})\) ?(.*)$/;

/** Elixir. */
export function readElixir(lines: readonly Line[]): Trace | null {
  const frames: Frame[] = [];
  let said: { kind: string; message: string } | null = null;
  for (const { text } of lines) {
    const match = raised.exec(text);
    if (match !== null && frames.length > 0) break;
    if (match !== null) said ??= { kind: match[1] ?? '', message: match[2] ?? '' };
    const at = text.includes('.e') ? call.exec(text) : null;
    if (at === null) continue;
    const name = (at[4] ?? '')
      .replace(/^anonymous fn\/\d+ in /, 'fn in ')
      .replace(/\/\d+/g, '')
      .replace(/\(.*$/, '')
      .replace(/^fn in ([^-]*?)-.*$/, 'fn in $1');
    frames.push({ function: name, file: sourceFile(at[2] ?? ''), line: lineNumber(at[3]), inApp: !libraries.test(at[1] ?? '') });
  }
  return frames.length > 0 && (said !== null || frames.length > 1)
    ? { language: 'elixir', chain: [{ kind: said?.kind ?? null, message: said?.message ?? '', frames }] }
    : null;
}
