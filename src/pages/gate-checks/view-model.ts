import type { CheckSaidView, CheckView } from '../../contracts/gate-checks';
import { checkKey, checkStanding, lastSaid } from '../../gates';
import type { Check, GateRow } from '../../gates';
import type { Instant } from '../../kernel/instant';

type AskedRow = Extract<GateRow, { readonly rule: 'manual-check' }>;

export interface CheckFacts {
  /** Stages with a gate, in promotion order. */
  readonly stages: readonly { readonly key: string; readonly name: string }[];
  readonly rows: readonly GateRow[];
  /** What was said to the checks of the release, as far as it counts. */
  readonly checks: readonly Check[];
  /** The builds that the gate of a stage judged last. */
  readonly builds: (stageKey: string) => readonly string[];
  /** Whether the viewer is in a role; null where the project has no such role. */
  readonly inRole: (role: string) => boolean | null;
  /** Account ids by pseudonym; those of people who were erased are missing. */
  readonly people: ReadonlyMap<string, string>;
  readonly accountId: string;
  /** Whether the release is out: then nothing is said any more. */
  readonly isOver: boolean;
  readonly now: Instant;
}

/** The rows that ask people for something, stage by stage. */
export function askedRows(rows: readonly GateRow[], stages: CheckFacts['stages']): AskedRow[] {
  const asked = rows.filter((row): row is AskedRow => row.rule === 'manual-check');
  return stages.flatMap(({ key }) => asked.filter(({ stage }) => stage === key));
}

/** The checks that people confirm, with what the viewer may do about them. The back end decides anew when it is done. */
export function checkViews(facts: CheckFacts): CheckView[] {
  return askedRows(facts.rows, facts.stages).map((row) => checkView(row, facts));
}

function checkView(row: AskedRow, facts: CheckFacts): CheckView {
  const { people, accountId, inRole, now, isOver } = facts;
  const { name, role, evidence, hours, breach } = row;
  const stage = facts.stages.find(({ key }) => key === row.stage) ?? { key: row.stage, name: row.stage };
  const check = facts.checks.find((one) => one.stage.key === row.stage && checkKey(one.name) === checkKey(name)) ?? null;
  const builds = facts.builds(row.stage);
  const standing = checkStanding(check === null ? null : lastSaid(check), row, builds, now);
  const last = check?.events.at(-1);
  const isOwn = last !== undefined && people.get(last.who) === accountId;
  const member = inRole(role);
  return {
    ...{ stage: { key: stage.key, name: stage.name }, name, role, evidence, hours, breach },
    ...{ standing: standing.kind, until: standing.kind === 'confirmed' ? standing.until : null, builds: [...builds] },
    said: (check?.events ?? []).map((event) => saidView(event, people)),
    roleExists: member !== null,
    may: {
      confirm: !isOver && standing.kind !== 'confirmed' && member === true,
      withdraw: !isOver && last?.act === 'confirmed' && (isOwn || inRole(last.role) === true),
    },
  };
}

function saidView(event: Check['events'][number], people: CheckFacts['people']): CheckSaidView {
  const who = { accountId: people.get(event.who) ?? null, pseudonym: event.who };
  const { at } = event;
  if (event.act === 'withdrawn') return { act: event.act, at, who, because: event.because };
  const { act, role, form, evidence, builds } = event;
  return { act, at, who, role, form, evidence, builds: [...builds] };
}
