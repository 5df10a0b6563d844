import { severities, type Severity } from '../../kernel/severity';
import type { OpenDefect } from '../evidence';
import { allOf, ofSeverity, ofTier } from '../jql';
import { rowsOf } from '../policy';
import type { OpenDefectsRow } from '../policy';
import { countingRule, type Context, type Rule } from './rule';

const countsAs = (defect: OpenDefect): Severity => defect.severity ?? 'S1';

/**
 * Severity x stage x customer tier -> most open allowed. Every row counts for itself: an enterprise S2 is counted by the row of
 * enterprise customers and by the row of any customer. A missing severity counts as S1; a missing or unknown tier is counted in
 * the strictest row of its severity, so that leaving a field empty never opens a gate.
 */
export const openDefects: Rule = inOrder(
  countingRule({
    name: 'open-defects',
    needs: [],
    describe(row, context) {
      const strictest = isStrictest(row, context);
      const { tiers } = context.policy;
      const clauses = [ofSeverity(row.severity), ...(row.tier === 'any' ? [] : [ofTier(row.tier, strictest, tiers)])];
      const customers = row.tier === 'any' ? '' : ` of ${row.tier} customers`;
      return {
        id: `open-defects:${row.severity}:${row.tier}`,
        one: `open ${row.severity} defect${customers}`,
        many: `open ${row.severity} defects${customers}`,
        definition: definition(row, strictest),
        clause: allOf(clauses),
        short: `${row.severity}${customers}`,
      };
    },
    matches(row, _evidence, context) {
      const strictest = isStrictest(row, context);
      const isRowTier = (tier: string | null) =>
        row.tier === 'any' || tier === row.tier || (strictest && !context.policy.tiers.includes(tier ?? ''));
      return (defect) => countsAs(defect) === row.severity && isRowTier(defect.tier);
    },
  }),
);

/** Worst severity first, and the row of any customer before those of one tier. */
function inOrder(rule: Rule): Rule {
  const rank = (row: OpenDefectsRow) => severities.indexOf(row.severity) * 2 + (row.tier === 'any' ? 0 : 1);
  return {
    ...rule,
    conditions: (context) =>
      rule.conditions({ ...context, rows: rowsOf(context.rows, 'open-defects').sort((a, b) => rank(a) - rank(b)) }),
  };
}

/** Of several rows as strict as each other, the first. */
function isStrictest(row: OpenDefectsRow, { rows }: Context): boolean {
  const others = rowsOf(rows, 'open-defects').filter(({ severity, tier }) => severity === row.severity && tier !== 'any');
  return row.tier !== 'any' && row === others.find(({ most }) => most === Math.min(...others.map((one) => one.most)));
}

function definition(row: OpenDefectsRow, strictest: boolean): string {
  const parts = [
    `Defects of this release that are not done, of severity ${row.severity}${row.tier === 'any' ? '' : ` and customer tier ${row.tier}`}.`,
  ];
  if (row.severity === 'S1') parts.push('A defect without a severity counts as S1.');
  if (strictest) parts.push('A defect without a customer tier is counted here, in the strictest row.');
  return parts.join(' ');
}
