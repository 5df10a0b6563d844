import type { TrainConditionView, TrainStageConditions } from '../../contracts/trains';
import { ownSay } from '../../gates';
import type { Verdict } from '../../gates';
import type { StoredVerdict } from '../../gates/shell';
import type { Instant } from '../../kernel/instant';

/** A release of a train and what was judged of it. */
export interface JudgedMember {
  readonly versionId: string;
  readonly projectKey: string;
  /** `SHOP 4.2.0`; null where the viewer may not see its project. */
  readonly name: string | null;
  readonly verdicts: readonly StoredVerdict[];
}

type Judged = Verdict['conditions'][number];
interface Said {
  readonly member: JudgedMember;
  readonly condition: Judged;
}

const places = { breached: 0, unknown: 1, met: 2 } as const;
const outOfDate = 'its last verdict is out of date';

/**
 * What the gate of a stage asks of all releases of a train, rule by rule, the worst first. A condition that only releases ask about that the
 * viewer may not see is counted and not named: a project may have checks of its own.
 */
export function stageConditions(
  stage: { readonly key: string; readonly name: string },
  members: readonly JudgedMember[],
  now: Instant,
): TrainStageConditions {
  const said = members.flatMap((member) => conditionsOf(member, stage.key, now));
  const groups = new Map<string, Said[]>();
  for (const one of said) groups.set(one.condition.id, [...(groups.get(one.condition.id) ?? []), one]);
  const [seen, unseen] = [[...groups.values()].filter(isSeen), [...groups.values()].filter((group) => !isSeen(group))];
  const unjudged = members.filter(({ verdicts }) => verdictOf(verdicts, stage.key) === undefined);
  return {
    stage,
    conditions: seen.map(conditionView).sort((a, b) => rank(a) - rank(b)),
    hidden: unseen.filter((group) => group.some(({ condition }) => condition.state !== 'met')).length,
    unjudged: unjudged.flatMap(({ name }) => name ?? []),
  };
}

const isSeen = (group: readonly Said[]): boolean => group.some(({ member }) => member.name !== null);

function rank({ state, breach, rule }: TrainConditionView): number {
  // What waits for the others is no reason of its own.
  return places[state] * 4 + (breach === 'warns' ? 2 : 0) + (rule === 'train-members' ? 1 : 0);
}

function verdictOf(verdicts: readonly StoredVerdict[], stageKey: string): StoredVerdict | undefined {
  return verdicts.find(({ verdict }) => verdict.stage.key === stageKey);
}

function conditionsOf(member: JudgedMember, stageKey: string, now: Instant): Said[] {
  const stored = verdictOf(member.verdicts, stageKey);
  if (stored === undefined) return [];
  const stale = stored.until <= now;
  return stored.verdict.conditions.map((condition) => ({
    member,
    condition: stale ? { ...condition, state: 'unknown', value: null, reason: outOfDate } : condition,
  }));
}

function conditionView(group: readonly Said[]): TrainConditionView {
  const worst = [...group].sort((a, b) => places[a.condition.state] - places[b.condition.state]);
  const first = worst.find(({ member }) => member.name !== null) ?? worst[0];
  const state = worst[0]?.condition.state ?? 'unknown';
  const unmet = group.filter(({ condition }) => condition.state !== 'met');
  const { id = '', rule = '', title = '', unit = 'defects', atLeast = false } = first?.condition ?? {};
  return {
    ...{ id, rule, title, state },
    breach: unmet.every(({ condition }) => condition.breach === 'warns') && unmet.length > 0 ? 'warns' : 'holds',
    sum: atLeast || (unit !== 'defects' && unit !== 'items') ? null : sumOf(group),
    releases: worst.flatMap(({ member: { name, versionId, projectKey }, condition }) =>
      name === null ? [] : [{ name, versionId, projectKey, state: condition.state, reason: condition.reason }],
    ),
    hidden: unmet.filter(({ member }) => member.name === null).length,
  };
}

/** Null where one of them is not known. */
function sumOf(group: readonly Said[]): number | null {
  let sum = 0;
  for (const { condition } of group) {
    if (condition.value === null) return null;
    sum += condition.value;
  }
  return sum;
}

/** What to see to first so that a train may go on, and where. */
export interface NextForTrain {
  readonly stage: string;
  readonly release: { readonly name: string; readonly versionId: string; readonly projectKey: string } | null;
  readonly because: string;
}

/**
 * The first stage that the train may not enter, and the first release that keeps it there by its own rows: one that is held before one
 * that is not known, one that the viewer may see before one that is hidden. Null where it may enter all of them.
 */
export function nextFor(
  stages: readonly { readonly key: string; readonly name: string }[],
  members: readonly JudgedMember[],
  now: Instant,
): NextForTrain | null {
  for (const { key, name } of stages) {
    const keeping = members.flatMap((member) => {
      const stored = verdictOf(member.verdicts, key);
      if (stored === undefined) return [{ member, held: false, because: 'it was not judged yet' }];
      if (stored.until <= now) return [{ member, held: false, because: outOfDate }];
      const { state, because } = ownSay(stored.verdict, stored.freshUntil, true);
      return state === 'open' ? [] : [{ member, held: state === 'held', because: because ?? 'its defects are not known' }];
    });
    const badness = (one: (typeof keeping)[number]) => (one.held ? 0 : 2) + (one.member.name === null ? 1 : 0);
    const [first] = keeping.sort((a, b) => badness(a) - badness(b));
    if (first === undefined) continue;
    const { name: called, versionId, projectKey } = first.member;
    return called === null
      ? { stage: name, release: null, because: '' }
      : { stage: name, release: { name: called, versionId, projectKey }, because: first.because };
  }
  return null;
}
