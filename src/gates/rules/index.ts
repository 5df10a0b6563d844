import type { EvidenceKind } from '../evidence';
import type { GateRow, RuleName } from '../policy';
import { aging } from './aging';
import { blockersNominated } from './blockers-nominated';
import { changeSince } from './change-since';
import { deferralsValid } from './deferrals-valid';
import { escapeRate } from './escape-rate';
import { freezeViolations } from './freeze-violations';
import { manualCheck } from './manual-check';
import { missingSeverity } from './missing-severity';
import { noWorseThanLast } from './no-worse-than-last';
import { openDefects } from './open-defects';
import { rollbackReadiness } from './rollback-readiness';
import { promotionOrder } from './promotion-order';
import type { Rule } from './rule';
import { scoreCeiling } from './score-ceiling';
import { slaBreached } from './sla-breached';
import { soakTime } from './soak-time';
import { trainMembers } from './train-members';
import { unverifiedFixes } from './unverified-fixes';

/** Every rule, in the order in which their conditions are shown. */
const byName: { readonly [Name in RuleName]: Rule } = {
  'open-defects': openDefects,
  'missing-severity': missingSeverity,
  'sla-breached': slaBreached,
  'score-ceiling': scoreCeiling,
  aging,
  'no-worse-than-last': noWorseThanLast,
  'blockers-nominated': blockersNominated,
  'deferrals-valid': deferralsValid,
  'freeze-violations': freezeViolations,
  'escape-rate': escapeRate,
  'promotion-order': promotionOrder,
  'unverified-fixes': unverifiedFixes,
  'change-since': changeSince,
  'soak-time': soakTime,
  'rollback-readiness': rollbackReadiness,
  'manual-check': manualCheck,
  // Last: what holds a release itself is told before what holds the others.
  'train-members': trainMembers,
};
export const rules: readonly Rule[] = Object.values(byName);

/** What has to be looked up so that these rows can be judged; always the open defects. */
export function neededFor(rows: readonly Pick<GateRow, 'rule'>[]): ReadonlySet<EvidenceKind> {
  return new Set(['defects' as const, ...rows.flatMap(({ rule }) => byName[rule].needs)]);
}
