import { dayWords } from '../../kernel/day-words';
import type { Instant } from '../../kernel/instant';
import { knows, whyMissing } from '../evidence';
import type { Evidence, EvidenceKind, KnownFor, OpenDefect } from '../evidence';
import { freshUntil } from '../freshness';
import { rowsOf } from '../policy';
import type { Breach, GatePolicy, GateRow, RowOf, RuleName, Stage } from '../policy';

/** What the value and the limit of a condition are: numbers of things, or an amount. */
export const units = ['defects', 'hours', 'percent', 'items', 'confirmations'] as const;
export type Unit = (typeof units)[number];

/** One line of a gate: what is judged, against which limit, and the defects behind the figure. */
export interface Condition {
  /** Stable within a gate, e.g. `open-defects:S2:enterprise`. */
  readonly id: string;
  readonly rule: string;
  readonly breach: Breach;
  /** "Open S2 defects of enterprise customers". */
  readonly title: string;
  /** "2 open S2 defects of enterprise customers, none allowed": part of a sentence. Where it is unknown, why. */
  readonly reason: string;
  /** How it is judged. */
  readonly definition: string;
  /** Null where the evidence is missing. */
  readonly value: number | null;
  readonly limit: number;
  readonly unit: Unit;
  /** Whether the limit is the least that is asked; otherwise it is the most that is allowed. */
  readonly atLeast: boolean;
  readonly state: 'met' | 'breached' | 'unknown';
  readonly defectIds: readonly string[];
  /** Defects that would count if they were not deferred to a later release. */
  readonly deferredIds: readonly string[];
  /** The same in words, "2 S2 deferred until 12 December are not counted"; empty where there is none. */
  readonly leftOut: string;
  /** The first moment at which it may come to another result though nothing happens: e.g. the end of a deferral or of a soak; null where there is none. */
  readonly restsUntil: Instant | null;
  /** JQL clause that narrows the release's open defects to those counted; null where it is not about open defects. */
  readonly clause: string | null;
}

/** All that a rule may look at. */
export interface Context {
  readonly policy: GatePolicy;
  readonly stage: Stage;
  /** The stage before it, with a gate or without; null for the first one. */
  readonly previous: Stage | null;
  /** The rows of the stage, of every rule. */
  readonly rows: readonly GateRow[];
  readonly evidence: Evidence;
  /** Ids of the conditions that the verdict before did not meet: a row with a `releaseAt` needs to know. */
  readonly before: ReadonlySet<string>;
  readonly now: Instant;
}

/** A rule turns its rows of a stage into conditions on the evidence. It decides and does nothing else. */
export interface Rule {
  readonly name: RuleName;
  /** What has to be known. Where it is not, its conditions are unknown, and an unknown condition holds. */
  readonly needs: readonly EvidenceKind[];
  conditions(context: Context): readonly Condition[];
}

type Description = Pick<Condition, 'id' | 'title' | 'definition' | 'limit' | 'unit' | 'atLeast' | 'clause'>;
type Finding = Pick<Condition, 'value' | 'reason' | 'defectIds'> &
  Partial<Pick<Condition, 'deferredIds' | 'leftOut' | 'restsUntil' | 'limit'>> & {
    /** Null where what is known does not say. */
    readonly met: boolean | null;
  };

export interface RuleParts<Name extends RuleName, Kind extends EvidenceKind> {
  readonly name: Name;
  readonly needs: readonly Kind[];
  /** What is judged, before anything is known. */
  describe(row: RowOf<Name>, context: Context): Description;
  find(row: RowOf<Name>, evidence: KnownFor<Kind>, context: Context): Finding;
}

/** Makes a rule of what it needs, says and finds: one condition for each of its rows. */
export function rule<Name extends RuleName, Kind extends EvidenceKind>(parts: RuleParts<Name, Kind>): Rule {
  const { name, needs } = parts;
  return {
    name,
    needs,
    conditions: (context) => rowsOf(context.rows, name).map((row) => judgeRow(parts, row, context)),
  };
}

/** The condition that a row comes to. */
export function judgeRow<Name extends RuleName, Kind extends EvidenceKind>(
  parts: RuleParts<Name, Kind>,
  row: RowOf<Name>,
  context: Context,
): Condition {
  const { name, needs } = parts;
  const { evidence, policy } = context;
  const head = { rule: name, breach: row.breach, ...nothingLeftOut, ...parts.describe(row, context) };
  if (!knows(evidence, needs))
    return { ...head, value: null, state: 'unknown', reason: whyMissing(evidence, needs), defectIds: [] };
  const { met, restsUntil = null, ...found } = parts.find(row, evidence, context);
  // What is met is so no longer than its evidence is fresh; what is not met does not open by that.
  const until = met === true ? earliest([restsUntil, freshUntil(evidence, needs, policy.freshHours)]) : restsUntil;
  return { ...head, ...found, restsUntil: until, state: met === null ? 'unknown' : met ? 'met' : 'breached' };
}

function earliest(moments: readonly (Instant | null)[]): Instant | null {
  return moments.flatMap((at) => at ?? []).sort()[0] ?? null;
}

/** What a counting rule says of one row before the defects are counted. */
export interface Counted extends Pick<Condition, 'id' | 'definition'> {
  readonly clause: string;
  /** What is counted, in the singular and the plural: "open S1 defect", "open S1 defects". */
  readonly one: string;
  readonly many: string;
  /** The same after a number where it is clear what is counted: "S1 of enterprise customers". */
  readonly short: string;
}

type CountingName = { [Name in RuleName]: RowOf<Name> extends { readonly most: number } ? Name : never }[RuleName];

interface CountingParts<Name extends CountingName, Kind extends EvidenceKind> {
  readonly name: Name;
  /** Beside the open defects. */
  readonly needs: readonly Kind[];
  describe(row: RowOf<Name>, context: Context): Counted;
  matches(row: RowOf<Name>, evidence: KnownFor<Kind>, context: Context): (defect: OpenDefect) => boolean;
  /** Of which open defects nobody can say whether they match, and why (a clause); left out where it can be said of all. */
  unsure?(row: RowOf<Name>, evidence: KnownFor<Kind>, context: Context): Unsure;
}

interface Unsure {
  readonly is: (defect: OpenDefect) => boolean;
  readonly because: string;
}

/** A rule that counts open defects against the most allowed. Deferred ones are told and not counted. */
export function countingRule<Name extends CountingName, Kind extends EvidenceKind = 'defects'>(
  parts: CountingParts<Name, Kind | 'defects'>,
): Rule {
  return rule<Name, Kind | 'defects'>({
    name: parts.name,
    needs: ['defects', ...parts.needs],
    describe(row, context) {
      const { id, many, definition, clause } = parts.describe(row, context);
      const title = many.charAt(0).toUpperCase() + many.slice(1);
      return { id, title, definition, clause, limit: limitsOf(row).most, unit: 'defects', atLeast: false };
    },
    find(row, evidence, context) {
      const counted = parts.describe(row, context);
      const { most, releaseAt } = limitsOf(row);
      const held = releaseAt !== null && context.before.has(counted.id);
      const limit = held ? Math.min(most, releaseAt) : most;
      const matching = evidence.defects.facts.filter(parts.matches(row, evidence, context));
      const found = count(counted, limit, limit < most ? most : null, matching, context.now);
      const unsure = parts.unsure?.(row, evidence, context);
      return unsure === undefined ? found : doubted(found, unsure, evidence.defects.facts, limit, context.now);
    },
  });
}

/** The limits of a row that counts; of any other nothing is allowed. */
function limitsOf(row: GateRow): { readonly most: number; readonly releaseAt: number | null } {
  return 'releaseAt' in row ? row : { most: 0, releaseAt: null };
}

/** @param most set where it was held, and `limit` is what it is released at */
function count(
  { one, many, short }: Counted,
  limit: number,
  most: number | null,
  matching: readonly OpenDefect[],
  now: Instant,
): Finding {
  const { counted, deferred } = apart(matching, now);
  const defectIds = counted.map(({ id }) => id);
  const value = defectIds.length;
  const left = leftOut(short, deferred, now);
  const allowed = limit === 0 ? 'none' : `at most ${limit}`;
  const until = most === null ? 'allowed' : `before it opens again, because there were more than ${most}`;
  const reason = `${value} ${value === 1 ? one : many}, ${allowed} ${until}`;
  return {
    ...left,
    ...{ value, limit, defectIds, met: value <= limit },
    reason: left.leftOut === '' ? reason : `${reason} (${left.leftOut})`,
  };
}

/** It is known only where it comes to the same whether the unsure ones match or not. */
function doubted(found: Finding, { is, because }: Unsure, defects: readonly OpenDefect[], limit: number, now: Instant): Finding {
  const { length } = apart(defects.filter(is), now).counted;
  if (length === 0 || found.met !== true) return found;
  const cannot = `${length} ${length === 1 ? 'defect' : 'defects'} cannot be judged, because ${because}`;
  if ((found.value ?? 0) + length <= limit) return { ...found, reason: `${found.reason}; ${cannot}` };
  return { ...found, value: null, met: null, reason: cannot };
}

/** Defects that count now, and those that are deferred. */
export function apart(
  defects: readonly OpenDefect[],
  now: Instant,
): { readonly counted: readonly OpenDefect[]; readonly deferred: readonly OpenDefect[] } {
  const isDeferred = ({ deferredUntil }: OpenDefect) => deferredUntil !== null && deferredUntil > now;
  return { counted: defects.filter((defect) => !isDeferred(defect)), deferred: defects.filter(isDeferred) };
}

type LeftOut = Pick<Condition, 'deferredIds' | 'leftOut' | 'restsUntil'>;
const nothingLeftOut: LeftOut = { deferredIds: [], leftOut: '', restsUntil: null };

/** What is said of deferred defects. @param short what they are, after their number; may be empty */
export function leftOut(short: string, deferred: readonly OpenDefect[], now: Instant): LeftOut {
  const ends = deferred.flatMap(({ deferredUntil }) => deferredUntil ?? []).sort();
  const [first, last] = [ends[0], ends.at(-1)];
  if (first === undefined || last === undefined) return nothingLeftOut;
  const what = [String(deferred.length), short].filter((part) => part !== '').join(' ');
  const sameDay = first.slice(0, 10) === last.slice(0, 10);
  const until = sameDay ? `deferred until ${dayOf(first, now)}` : `deferred, the first until ${dayOf(first, now)},`;
  return {
    deferredIds: deferred.map(({ id }) => id),
    leftOut: `${what} ${until} ${deferred.length === 1 ? 'is' : 'are'} not counted`,
    restsUntil: first,
  };
}

const thisYear = /^(.+) (\d{4})$/;

/** `12 December`, with the year where it is another one. */
export function dayOf(at: Instant, now: Instant): string {
  const words = dayWords(at);
  return thisYear.exec(words)?.[2] === now.slice(0, 4) ? words.replace(thisYear, '$1') : words;
}
