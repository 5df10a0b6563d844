import type { Evidence, EvidenceKind, Facts, OpenDefect, Piece } from '../evidence';
import { aPolicy, now, production, release } from '../gates.fixture';
import type { GateRow } from '../policy';
import { decideGate } from '../verdict';

interface Parts {
  readonly defects?: readonly OpenDefect[];
  /** What the verdict before did not meet. */
  readonly before?: readonly string[];
}

/** What a gate of one row says, where only the defects and this kind of evidence are known. */
export function verdictOn<Kind extends EvidenceKind>(row: GateRow, kind: Kind, facts: Facts[Kind], parts: Parts = {}) {
  return verdictOf(row, { [kind]: { kind: 'known', facts } satisfies Piece<Kind> }, parts);
}

/** What a gate of one row says. */
export function verdictOf(row: GateRow, evidence: Partial<Evidence>, { defects = [], before = [] }: Parts = {}) {
  const verdict = decideGate({
    policy: aPolicy({ rows: [row] }),
    evidence: { defects: { kind: 'known', facts: defects }, ...evidence },
    ...{ stage: production, release, before: new Set(before), now },
  });
  const [condition] = verdict.conditions;
  if (condition === undefined) throw new Error('A row makes one condition.');
  return { ...verdict, condition };
}
