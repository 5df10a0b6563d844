import { publishedVerdictSchema } from '../src/contracts/published-verdict';

/** What the command says and how it ends: 0 may pass, 1 held, 2 unknown. */
export interface GateAnswer {
  readonly exitCode: 0 | 1 | 2;
  readonly state: 'open' | 'held' | 'unknown';
  readonly mode: string | null;
  readonly sentence: string;
  /** The rule that holds first; empty while open. */
  readonly reasons: readonly Reason[];
  /** The defects behind the reasons, as far as the caller may see them; null where they were not read. */
  readonly defects: Defects | null;
  readonly jql: string | null;
  /** When it was decided, and until when it may be relied on. */
  readonly at: string | null;
  readonly until: string | null;
  /** The build that was judged; null where none was told. */
  readonly build: string | null;
  /** The newest entry of the project's ledger when the verdict was published. */
  readonly head: { readonly hash: string } | null;
}

interface Reason {
  readonly rule: string;
  readonly value: number | null;
  readonly limit: number | null;
  /** Whether the limit is the least that is asked; otherwise it is the most that is allowed. */
  readonly atLeast?: boolean;
}

export interface Defects {
  readonly shown: readonly Defect[];
  /** How many there are besides; null where there are some, and Jira does not say how many. */
  readonly more: number | null;
}

interface Defect {
  readonly key: string;
  readonly summary: string;
  readonly status: string;
  readonly priority: string | null;
  readonly assignee: string | null;
}

/**
 * Reads the published verdict as the workflow's condition does: enforce passes only while open and in date; observe and warn let
 * pass whatever the verdict, and say so. Anything that cannot be read is unknown, which never passes.
 * @param property value of the project property, unread
 * @param now the site's time, by which `until` is judged
 * @param asked the build that would enter; null where it was not told. Another one than was judged is unknown.
 */
export function answerOf(property: unknown, stage: string, now: Date, asked: string | null = null): GateAnswer {
  const parsed = publishedVerdictSchema.safeParse(property);
  if (!parsed.success)
    return unknown(
      'The published verdict cannot be read: it was changed by someone else. Holdpoint writes it anew within five minutes.',
    );
  const { stages, name, head } = parsed.data;
  const published = Object.hasOwn(stages, stage) ? stages[stage] : undefined;
  if (published === undefined) {
    const known = Object.keys(stages);
    return unknown(
      `${name} has no gate for the stage "${stage}". ${known.length === 0 ? 'No stage has one.' : `Stages with a gate: ${known.join(', ')}.`}`,
    );
  }
  const { mode, jql, at, until, rule, value, limit, build } = published;
  const stale = !(Date.parse(until) > now.getTime());
  const state = stale ? 'unknown' : published.state;
  const verdict = stale ? `The verdict is out of date since ${until}.` : published.sentence;
  const common = {
    state,
    mode,
    reasons: rule === null ? [] : [{ rule, value, limit, ...(published.atLeast === true ? { atLeast: true } : {}) }],
    defects: null,
    ...{ jql, at, until, build },
    head: head === '' ? null : { hash: head },
  };
  if (mode !== 'enforce')
    return {
      ...common,
      exitCode: 0,
      sentence: `${verdict} The gate only ${mode === 'warn' ? 'warns' : 'observes'}, so this passes.`,
    };
  const judged = published.builds ?? (build === null ? [] : [build]);
  if (asked !== null && !judged.includes(asked))
    return { ...common, exitCode: 2, state: 'unknown', sentence: otherBuild(name, asked, judged) };
  return { ...common, exitCode: state === 'open' ? 0 : state === 'held' ? 1 : 2, sentence: verdict };
}

function otherBuild(version: string, asked: string, judged: readonly string[]): string {
  if (judged.length === 0)
    return `No successful build of ${version} was told, so that nothing was judged for build ${asked}: tell it with "holdpoint build".`;
  return `The verdict is about build ${judged.join(', ')}, not about build ${asked}. A newer build is judged as soon as it is told.`;
}

/**
 * What a rollback is answered that could be neither checked nor recorded here: no gate ever holds it.
 * @param answer what the gate says of any other deployment
 */
export function rollbackAnswer(answer: GateAnswer): GateAnswer {
  if (answer.exitCode === 0) return answer;
  const sentence = `A rollback is never held, so this passes. Tell it with "holdpoint deploy", so that it is on record. ${answer.sentence}`;
  return { ...answer, exitCode: 0, sentence };
}

/** @param sentence what is missing and what to do */
export function unknown(sentence: string): GateAnswer {
  return {
    ...{ exitCode: 2, state: 'unknown', mode: null, sentence, reasons: [], defects: null },
    ...{ jql: null, at: null, until: null, build: null, head: null },
  };
}
