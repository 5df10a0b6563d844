import { severities, type Severity } from '../../kernel/severity';
import type { OpenDefect } from '../evidence';
import { allOf, ofSeverity, ofTier } from '../jql';
import type { GatePolicy, OpenDefectsRow, Stage } from '../policy';
import { count, type Rule } from './rule';

const countsAs = (defect: OpenDefect): Severity => defect.severity ?? 'S1';

/**
 * Severity x stage x customer tier -> most open allowed. Every row counts for itself: an enterprise S2 is counted by the row of
 * enterprise customers and by the row of any customer. A missing severity counts as S1; a missing or unknown tier is counted in
 * the strictest row of its severity, so that leaving a field empty never opens a gate.
 */
export const openDefects: Rule = {
  name: 'open-defects',
  conditions(policy, stage, evidence, now) {
    return rowsOf(policy, stage).map((row) => {
      const strictest = row.tier !== 'any' && row === strictestRow(policy, stage, row.severity);
      const isRowTier = (tier: string | null) =>
        row.tier === 'any' || tier === row.tier || (strictest && !policy.tiers.includes(tier ?? ''));
      const clauses = [ofSeverity(row.severity), ...(row.tier === 'any' ? [] : [ofTier(row.tier, strictest, policy.tiers)])];
      const customers = row.tier === 'any' ? '' : ` of ${row.tier} customers`;
      return count(
        {
          id: `open-defects:${row.severity}:${row.tier}`,
          rule: 'open-defects',
          one: `open ${row.severity} defect${customers}`,
          many: `open ${row.severity} defects${customers}`,
          definition: definition(row, strictest),
          limit: row.most,
          clause: allOf(clauses),
          short: `${row.severity}${row.tier === 'any' ? '' : ` of ${row.tier} customers`}`,
        },
        { evidence, now },
        (defect) => countsAs(defect) === row.severity && isRowTier(defect.tier),
      );
    });
  },
};

/** The rows of a stage, worst severity first and the row of any customer before those of one tier. */
function rowsOf(policy: GatePolicy, stage: Stage): readonly OpenDefectsRow[] {
  const rank = (row: OpenDefectsRow) => severities.indexOf(row.severity) * 2 + (row.tier === 'any' ? 0 : 1);
  return policy.openDefects.filter((row) => row.stage === stage.key).sort((a, b) => rank(a) - rank(b));
}

function strictestRow(policy: GatePolicy, stage: Stage, severity: Severity): OpenDefectsRow | undefined {
  return rowsOf(policy, stage)
    .filter((row) => row.severity === severity && row.tier !== 'any')
    .reduce<OpenDefectsRow | undefined>(
      (strictest, row) => (strictest === undefined || row.most < strictest.most ? row : strictest),
      undefined,
    );
}

function definition(row: OpenDefectsRow, strictest: boolean): string {
  const parts = [
    `Defects of this release that are not done, of severity ${row.severity}${row.tier === 'any' ? '' : ` and customer tier ${row.tier}`}.`,
  ];
  if (row.severity === 'S1') parts.push('A defect without a severity counts as S1.');
  if (strictest) parts.push('A defect without a customer tier is counted here, in the strictest row.');
  return parts.join(' ');
}
