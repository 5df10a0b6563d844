import { dueAt } from '../../governance';
import { severities, type Severity } from '../../kernel/severity';
import { allOf, anyOf, lateSince, nothing, ofSeverity } from '../jql';
import type { GatePolicy, SlaBreachedRow } from '../policy';
import { countingRule } from './rule';

/** Severity x stage -> most open defects past their resolution target. A missing severity is held to the target of S1. */
export const slaBreached = countingRule({
  name: 'sla-breached',
  needs: [],
  describe(row, { policy }) {
    const severity = row.severity === 'any' ? '' : `${row.severity} `;
    return {
      id: `sla-breached:${row.severity}`,
      one: `${severity}defect past its SLA`,
      many: `${severity}defects past their SLA`,
      definition: definition(row, policy),
      clause: clause(row, policy),
      short: severity.trim(),
    };
  },
  matches:
    (row, _evidence, { policy, now }) =>
    (defect) => {
      const due = dueAt(defect.clockFrom, defect.severity, policy.slaTargetDays);
      return judged(row).includes(defect.severity ?? 'S1') && due !== null && due <= now;
    },
});

const judged = (row: SlaBreachedRow): readonly Severity[] => (row.severity === 'any' ? severities : [row.severity]);

function clause(row: SlaBreachedRow, policy: GatePolicy): string {
  const clauses = judged(row).flatMap((severity) => {
    const days = policy.slaTargetDays[severity];
    return days === null ? [] : [allOf([ofSeverity(severity), lateSince(days)])];
  });
  // Without any target nothing can be late.
  return clauses.length === 0 ? nothing : anyOf(clauses);
}

function definition(row: SlaBreachedRow, policy: GatePolicy): string {
  const targets = judged(row).map((severity) => {
    const days = policy.slaTargetDays[severity];
    return days === null ? `${severity} has no target` : `${severity} within ${days} ${days === 1 ? 'day' : 'days'}`;
  });
  return `Defects of this release that are not done although their resolution target has passed, in calendar days since they were created, without the days on which they were deferred: ${targets.join(', ')}.`;
}
