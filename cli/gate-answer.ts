import { publishedVerdictSchema } from '../src/contracts/published-verdict';

/** What the command says and how it ends: 0 may pass, 1 held, 2 unknown. */
export interface GateAnswer {
  readonly exitCode: 0 | 1 | 2;
  readonly state: 'open' | 'held' | 'unknown';
  readonly mode: string | null;
  readonly sentence: string;
  readonly jql: string | null;
  readonly until: string | null;
}

/**
 * Reads the published verdict as the workflow's condition does: enforce passes only while open and in date; observe and warn let
 * pass whatever the verdict, and say so. Anything that cannot be read is unknown, which never passes.
 * @param property value of the project property, unread
 * @param now the site's time, by which `until` is judged
 */
export function answerOf(property: unknown, stage: string, now: Date): GateAnswer {
  const parsed = publishedVerdictSchema.safeParse(property);
  if (!parsed.success)
    return unknown(
      'The published verdict cannot be read: it was changed by someone else. Holdpoint writes it anew within five minutes.',
    );
  const { stages, name } = parsed.data;
  const published = stages[stage];
  if (published === undefined) {
    const known = Object.keys(stages);
    return unknown(
      `${name} has no gate for the stage "${stage}". ${known.length === 0 ? 'No stage has one.' : `Stages with a gate: ${known.join(', ')}.`}`,
    );
  }
  const { mode, jql, until } = published;
  const stale = !(Date.parse(until) > now.getTime());
  const state = stale ? 'unknown' : published.state;
  const verdict = stale ? `The verdict is out of date since ${until}.` : published.sentence;
  if (mode !== 'enforce')
    return {
      exitCode: 0,
      state,
      mode,
      sentence: `${verdict} The gate only ${mode === 'warn' ? 'warns' : 'observes'}, so this passes.`,
      jql,
      until,
    };
  return { exitCode: state === 'open' ? 0 : state === 'held' ? 1 : 2, state, mode, sentence: verdict, jql, until };
}

/** @param sentence what is missing and what to do */
export function unknown(sentence: string): GateAnswer {
  return { exitCode: 2, state: 'unknown', mode: null, sentence, jql: null, until: null };
}
