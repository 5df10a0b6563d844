import type { Settings } from '../../src/contracts/settings';

/** A defect as the driver of the soak knows it: it makes every change itself. */
export interface KnownDefect {
  readonly id: string;
  readonly key: string;
  open: boolean;
  severity: string | null;
  tier: string | null;
  fixVersionIds: readonly string[];
  readonly createdAt: string;
}

type Rules = Pick<Settings, 'gates' | 'slaTargetDays' | 'tiers'>;

/**
 * Whether a gate ought to be held, worked out from the defects as they are in Jira: an oracle of its own, written from the rules' words
 * in the settings and not from the app's code.
 */
export function oughtToBeHeld(
  defects: Iterable<KnownDefect>,
  versionId: string,
  stage: string,
  rules: Rules,
  now: number,
): boolean {
  const open = [...defects].filter((defect) => defect.open && defect.fixVersionIds.includes(versionId));
  const rows = rules.gates.rows.filter((row) => row.stage === stage);
  const named = rows.flatMap((row) => (row.rule === 'open-defects' ? row : []));
  for (const row of named) {
    const sameSeverity = named.filter((other) => other.severity === row.severity && other.tier !== 'any');
    const least = Math.min(...sameSeverity.map(({ most }) => most));
    const strictest = sameSeverity.find(({ most }) => most === least);
    const counted = open.filter((defect) => {
      if ((defect.severity ?? 'S1') !== row.severity) return false;
      if (row.tier === 'any' || defect.tier === row.tier) return true;
      return row === strictest && !rules.tiers.includes(defect.tier ?? '');
    });
    if (counted.length > row.most) return true;
  }
  for (const row of rows.flatMap((one) => (one.rule === 'sla-breached' ? one : []))) {
    const late = open.filter((defect) => {
      const severity = severityOf(defect);
      const days = rules.slaTargetDays[severity];
      return (
        (row.severity === 'any' || row.severity === severity) &&
        days !== null &&
        Date.parse(defect.createdAt) + days * 86_400_000 <= now
      );
    });
    if (late.length > row.most) return true;
  }
  return false;
}

function severityOf({ severity }: KnownDefect): 'S1' | 'S2' | 'S3' | 'S4' {
  return severity === 'S2' || severity === 'S3' || severity === 'S4' ? severity : 'S1';
}
