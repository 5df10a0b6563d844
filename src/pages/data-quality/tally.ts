import { doubts, qualityChecks } from '../../defects';
import type { QualityCheckId, QualityContext } from '../../defects';
import type { QualityDefect } from '../../defects/shell';
import { severities } from '../../kernel/severity';
import { maySee } from '../access';
import type { Access } from '../access';

/** A defect that a check found something in. */
export interface FoundDefect extends Pick<QualityDefect, 'id' | 'key' | 'severity' | 'open' | 'createdAt'> {
  readonly note: string;
}

export interface CheckTally {
  /** The worst of those that the viewer may see. */
  readonly worst: readonly FoundDefect[];
  /** All that the viewer may see, and the others. */
  readonly count: number;
  readonly hidden: number;
}

/** What the checks found so far; defects come page by page, and there may be a hundred thousand of them. */
export interface Tally {
  /** Defects that were looked at and the viewer may see, and those of them in which something was found. */
  readonly checked: number;
  readonly doubtful: number;
  readonly checks: Readonly<Record<QualityCheckId, CheckTally>>;
}

const none: CheckTally = { worst: [], count: 0, hidden: 0 };
const mostShown = 100;

export const emptyTally: Tally = {
  checked: 0,
  doubtful: 0,
  checks: {
    ...{ 'changed-after-done': none, 'resolved-before-created': none, 'done-without-resolution-date': none },
    ...{ 'status-unknown': none, 'severity-unknown': none, 'severity-missing': none },
    ...{ 'clocks-disagree': none, 'tier-unknown': none, 'not-visible': none },
  },
};

export function addDefects(tally: Tally, defects: readonly QualityDefect[], access: Access, context: QualityContext): Tally {
  const seen = defects.filter((defect) => maySee(access, defect.securityLevel));
  const unseen = defects.filter((defect) => !maySee(access, defect.securityLevel));
  const findings = seen.map((defect) => ({ defect, found: doubts(defect, context) }));
  const hidden = unseen.flatMap((defect) => doubts(defect, context));
  const checkTally = (id: QualityCheckId): CheckTally => {
    const before = tally.checks[id];
    const found = findings.flatMap(({ defect, found: all }) => {
      const finding = all.find(({ check }) => check === id);
      return finding === undefined ? [] : [{ ...pick(defect), note: finding.note }];
    });
    return {
      worst: [...before.worst, ...found].sort(worstFirst).slice(0, mostShown),
      count: before.count + found.length,
      hidden: before.hidden + hidden.filter(({ check }) => check === id).length,
    };
  };
  return {
    checked: tally.checked + seen.length,
    doubtful: tally.doubtful + findings.filter(({ found }) => found.length > 0).length,
    checks: { ...tally.checks, ...Object.fromEntries(qualityChecks.map((id) => [id, checkTally(id)])) },
  };
}

function pick({ id, key, severity, open, createdAt }: QualityDefect) {
  return { id, key, severity, open, createdAt };
}

/** Open ones before others, then by severity (a missing one counts as S1), then the newest: they can still be put right. */
function worstFirst(a: FoundDefect, b: FoundDefect): number {
  const rank = ({ open, severity }: FoundDefect) => (open ? 0 : severities.length) + severities.indexOf(severity ?? 'S1');
  return rank(a) - rank(b) || (a.createdAt > b.createdAt ? -1 : a.createdAt < b.createdAt ? 1 : Number(a.id) - Number(b.id));
}
