import type { Instant } from '../kernel/instant';
import type { Condition } from './rules/rule';
import { unblockSet } from './unblock';

/** What somebody can do about a held gate. */
export type StepAct = 'close' | 'defer' | 'verify' | 'confirm' | 'approve-analysis' | 'decide-deferral' | 'move' | 'lift';

/** What is done to a defect that counts; each makes it count no more. */
type DefectAct = Extract<StepAct, 'close' | 'defer'>;

/** One thing to do. */
export interface Step {
  readonly act: StepAct;
  /** Null where it is about no defect. */
  readonly defectId: string | null;
  /** The condition that it is done for; null where it may be several. */
  readonly conditionId: string | null;
  /** Expected hours until it is done; null where the history of the project does not tell. */
  readonly hours: number | null;
}

/** What holds the gate and that no step meets: it has to be waited for, or seen to elsewhere. */
export interface Rest {
  readonly conditionId: string;
  readonly reason: string;
  /** When it is met by itself, if nothing happens; null where it never is. */
  readonly until: Instant | null;
}

/** The cheapest steps after which a gate opens, by expected hours. */
export interface WayOut {
  /** Those that take longest first. */
  readonly steps: readonly Step[];
  /** Hours of all steps whose hours are known, added up. */
  readonly hours: number;
  /** So many steps have no known hours. */
  readonly untold: number;
  /** False where the search was cut and a cheaper set may exist. */
  readonly smallest: boolean;
  /** Empty where the steps alone open the gate. */
  readonly rest: readonly Rest[];
}

/**
 * Expected hours of an act: for a defect, or for a condition where it is about none. Null where the history does not tell, `no` where
 * it cannot be done.
 */
export type HoursOf = (act: StepAct, id: string) => number | null | 'no';

export interface Wish {
  /** What may be done to open defects. */
  readonly acts: readonly DefectAct[];
  /** Ids of defects that have to stay as they are. */
  readonly without: ReadonlySet<string>;
}

type Holding = Pick<Condition, 'id' | 'rule' | 'state' | 'breach' | 'unit' | 'atLeast' | 'value' | 'limit' | 'defectIds'> &
  Pick<Condition, 'reason' | 'restsUntil'>;

/** What has no known hours is taken to need a day, so that it is neither free nor out of the question. */
const assumedHours = 24;
/** Nothing is free: of two ways that cost nothing the shorter one is better. */
const leastHours = 0.01;

/** Rules whose breach is met item by item, and how. */
const itemActs: Readonly<Record<string, StepAct>> = {
  'unverified-fixes': 'verify',
  'deferrals-valid': 'decide-deferral',
  'freeze-violations': 'move',
};
/** Rules whose breach is met at once, and how. */
const wholeActs: Readonly<Record<string, StepAct>> = {
  'manual-check': 'confirm',
  'escape-rate': 'approve-analysis',
  hold: 'lift',
};

/**
 * The cheapest set of steps that opens a gate: of open defects that count the minimum-cost multi-cover (`unblockSet`), in which a defect
 * costs what the cheapest thing that may be done to it does; of everything else, which no step shares, the cheapest of each condition.
 * @returns null where nothing holds the gate, or where what may be done does not suffice
 */
export function wayOut(conditions: readonly Holding[], hoursOf: HoursOf, { acts, without }: Wish): WayOut | null {
  const holding = conditions.filter(({ state, breach }) => state !== 'met' && breach === 'holds');
  if (holding.length === 0) return null;
  const counting = holding.filter(countsDefects);
  const bestOf = (id: string) => (without.has(id) ? null : cheapest(acts, id, hoursOf));
  const cover = unblockSet(counting, (id) => bestOf(id)?.cost ?? null);
  if (cover === null && counting.length > 0) return null;
  const steps: Step[] = (cover?.defectIds ?? []).flatMap((id) => bestOf(id)?.step ?? []);
  const rest: Rest[] = [];
  for (const condition of holding) {
    if (countsDefects(condition)) continue;
    const met = stepsFor(condition, hoursOf, without);
    if (met === null) rest.push({ conditionId: condition.id, reason: condition.reason, until: condition.restsUntil });
    else steps.push(...met);
  }
  return {
    steps: steps.sort((a, b) => (b.hours ?? assumedHours) - (a.hours ?? assumedHours)),
    hours: steps.reduce((sum, { hours }) => sum + (hours ?? 0), 0),
    untold: steps.filter(({ hours }) => hours === null).length,
    smallest: cover?.smallest ?? true,
    rest,
  };
}

function countsDefects({ state, unit, atLeast }: Holding): boolean {
  return state === 'breached' && unit === 'defects' && !atLeast;
}

interface Priced {
  readonly step: Step;
  readonly cost: number;
}

function priced(act: StepAct, id: string, place: Pick<Step, 'defectId' | 'conditionId'>, hoursOf: HoursOf): Priced | null {
  const hours = hoursOf(act, id);
  if (hours === 'no') return null;
  return { step: { act, ...place, hours }, cost: Math.max(leastHours, hours ?? assumedHours) };
}

function cheapest(acts: readonly DefectAct[], defectId: string, hoursOf: HoursOf): Priced | null {
  const ways = acts.flatMap((act) => priced(act, defectId, { defectId, conditionId: null }, hoursOf) ?? []);
  return ways.sort((a, b) => a.cost - b.cost)[0] ?? null;
}

/** @returns null where nothing that is known can be done about the condition */
function stepsFor(condition: Holding, hoursOf: HoursOf, without: ReadonlySet<string>): Step[] | null {
  const { id: conditionId, rule, state, value, limit, defectIds } = condition;
  if (state !== 'breached') return null;
  const whole = wholeActs[rule];
  if (whole !== undefined) {
    const one = priced(whole, conditionId, { defectId: null, conditionId }, hoursOf);
    return one === null ? null : [one.step];
  }
  const act = itemActs[rule];
  if (act === undefined) return null;
  const need = (value ?? 0) - limit;
  const ways = defectIds.flatMap((defectId) =>
    without.has(defectId) ? [] : (priced(act, defectId, { defectId, conditionId }, hoursOf) ?? []),
  );
  if (ways.length < need) return null;
  return ways
    .sort((a, b) => a.cost - b.cost)
    .slice(0, need)
    .map(({ step }) => step);
}
