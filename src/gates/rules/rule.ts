import { dayWords } from '../../kernel/day-words';
import type { Instant } from '../../kernel/instant';
import type { Evidence, OpenDefect } from '../evidence';
import type { GatePolicy, Stage } from '../policy';

/** One line of a gate: what is counted, against which limit, and the defects behind the figure. */
export interface Condition {
  /** Stable within a gate, e.g. `open-defects:S2:enterprise`. */
  readonly id: string;
  readonly rule: string;
  /** "Open S2 defects of enterprise customers". */
  readonly title: string;
  /** "2 open S2 defects of enterprise customers, none allowed": part of a sentence; empty where the evidence is missing. */
  readonly reason: string;
  /** How it is counted. */
  readonly definition: string;
  /** Null where the evidence is missing. */
  readonly value: number | null;
  readonly limit: number;
  readonly state: 'met' | 'breached' | 'unknown';
  readonly defectIds: readonly string[];
  /** Defects that would count if they were not deferred to a later release. */
  readonly deferredIds: readonly string[];
  /** The same in words, "2 S2 deferred until 12 December are not counted"; empty where there is none. */
  readonly leftOut: string;
  /** The first moment at which one of those deferrals is over; null where there is none. */
  readonly restsUntil: Instant | null;
  /** JQL clause that narrows the release's open defects to those counted. */
  readonly clause: string;
}

/** A rule turns the rows of a policy into conditions on the evidence. It decides and does nothing else. */
export interface Rule {
  readonly name: string;
  conditions(policy: GatePolicy, stage: Stage, evidence: Evidence, now: Instant): readonly Condition[];
}

/** What a rule says of one row before the defects are counted. */
export interface Row extends Pick<Condition, 'id' | 'rule' | 'definition' | 'limit' | 'clause'> {
  /** What is counted, in the singular and the plural: "open S1 defect", "open S1 defects". */
  readonly one: string;
  readonly many: string;
  /** The same after a number where it is clear what is counted: "S1 of enterprise customers". */
  readonly short: string;
}

interface Known {
  readonly evidence: Evidence;
  readonly now: Instant;
}

/** Counts the defects that match against the limit; missing evidence is unknown, never met. Deferred ones are told and not counted. */
export function count(row: Row, { evidence, now }: Known, matches: (defect: OpenDefect) => boolean): Condition {
  const { one, many, short, ...rest } = row;
  const condition = { ...rest, title: many.charAt(0).toUpperCase() + many.slice(1) };
  if (evidence.kind === 'missing')
    return { ...condition, ...nothingLeftOut, reason: '', value: null, state: 'unknown', defectIds: [] };
  const found = evidence.defects.filter(matches);
  const isDeferred = ({ deferredUntil }: OpenDefect) => deferredUntil !== null && deferredUntil > now;
  const defectIds = found.filter((defect) => !isDeferred(defect)).map((defect) => defect.id);
  const value = defectIds.length;
  const left = leftOut(short, found.filter(isDeferred), now);
  const counted = `${value} ${value === 1 ? one : many}, ${row.limit === 0 ? 'none' : `at most ${row.limit}`} allowed`;
  const reason = left.leftOut === '' ? counted : `${counted} (${left.leftOut})`;
  return { ...condition, ...left, reason, value, state: value > row.limit ? 'breached' : 'met', defectIds };
}

type LeftOut = Pick<Condition, 'deferredIds' | 'leftOut' | 'restsUntil'>;
const nothingLeftOut: LeftOut = { deferredIds: [], leftOut: '', restsUntil: null };

function leftOut(short: string, deferred: readonly OpenDefect[], now: Instant): LeftOut {
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
function dayOf(at: Instant, now: Instant): string {
  const words = dayWords(at);
  return thisYear.exec(words)?.[2] === now.slice(0, 4) ? words.replace(thisYear, '$1') : words;
}
