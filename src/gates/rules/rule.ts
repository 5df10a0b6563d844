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
}

/** Counts the defects that match against the limit; missing evidence is unknown, never met. */
export function count(row: Row, evidence: Evidence, matches: (defect: OpenDefect) => boolean): Condition {
  const { one, many, ...rest } = row;
  const condition = { ...rest, title: many.charAt(0).toUpperCase() + many.slice(1) };
  if (evidence.kind === 'missing') return { ...condition, reason: '', value: null, state: 'unknown', defectIds: [] };
  const defectIds = evidence.defects.filter(matches).map((defect) => defect.id);
  const value = defectIds.length;
  const reason = `${value} ${value === 1 ? one : many}, ${row.limit === 0 ? 'none' : `at most ${row.limit}`} allowed`;
  return { ...condition, reason, value, state: value > row.limit ? 'breached' : 'met', defectIds };
}
