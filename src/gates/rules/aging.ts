import { plus } from '../../kernel/instant';
import { severities, type Severity } from '../../kernel/severity';
import type { Facts, OpenDefect } from '../evidence';
import { allOf, anyOf, nothing, ofSeverity, olderThan } from '../jql';
import type { AgingRow } from '../policy';
import { countingRule, type Context } from './rule';

/**
 * Severity x stage -> most open defects that are older than the closed ones of their severity were: so many of 100 of them took no longer.
 * A missing severity is measured against S1. Where too few of a severity were closed nobody can say what is old for it: that is unknown,
 * unless the row is met or breached whatever the answer.
 */
export const aging = countingRule<'aging', 'aging'>({
  name: 'aging',
  needs: ['aging'],
  describe(row, context) {
    const severity = row.severity === 'any' ? '' : `${row.severity} `;
    const than = `older than ${row.percentile} % of the closed ones were`;
    return {
      id: `aging:${row.severity}:${row.percentile}`,
      one: `open ${severity}defect ${than}`,
      many: `open ${severity}defects ${than}`,
      definition: definition(row, context),
      clause: clause(row, context),
      short: severity.trim(),
    };
  },
  matches: (row, { aging: { facts } }, { now }) => {
    // Instants compare as text, which is quicker than reading each.
    const since = new Map(
      judged(row).map((severity) => {
        const age = allowed(row, facts, severity);
        return [severity, age === null ? '' : plus(now, -age)];
      }),
    );
    return (defect) => defect.createdAt < (since.get(countsAs(defect)) ?? '');
  },
  unsure: (row, { aging: { facts }, defects }) => {
    const open = new Set(defects.facts.map(countsAs));
    const unsaid = judged(row).filter((severity) => open.has(severity) && allowed(row, facts, severity) === null);
    const closed = unsaid.map((severity) => `${facts[severity].restsOn} ${severity}`);
    return {
      is: (defect) => unsaid.includes(countsAs(defect)),
      because: `only ${listed(closed)} defects were closed in the last half year, too few to say what is old`,
    };
  },
});

const judged = (row: AgingRow): readonly Severity[] => (row.severity === 'any' ? severities : [row.severity]);
const countsAs = ({ severity }: OpenDefect): Severity => severity ?? 'S1';

/** The age that is allowed, in milliseconds; null where too few were closed. */
function allowed({ percentile }: AgingRow, facts: Facts['aging'], severity: Severity): number | null {
  const { p50, p85, p95 } = facts[severity];
  return percentile === 50 ? p50 : percentile === 85 ? p85 : p95;
}

function clause(row: AgingRow, { evidence: { aging: piece } }: Context): string {
  if (piece?.kind !== 'known') return nothing;
  const clauses = judged(row).flatMap((severity) => {
    const age = allowed(row, piece.facts, severity);
    return age === null ? [] : [allOf([ofSeverity(severity), olderThan(age)])];
  });
  return clauses.length === 0 ? nothing : anyOf(clauses);
}

function definition(row: AgingRow, { evidence: { aging: piece } }: Context): string {
  const what = `Defects of this release that are not done and older than ${row.percentile} % of the project's defects of their severity were when they were closed, in the last half year.`;
  if (piece?.kind !== 'known') return what;
  const each = judged(row).map((severity) => {
    const age = allowed(row, piece.facts, severity);
    const { restsOn } = piece.facts[severity];
    return age === null ? `${severity} has too few (${restsOn})` : `${severity} ${daysOf(age)} (of ${restsOn})`;
  });
  return `${what} That is: ${each.join(', ')}.`;
}

function daysOf(age: number): string {
  const days = Math.round(age / 8_640_000) / 10;
  return `${days} ${days === 1 ? 'day' : 'days'}`;
}

function listed(parts: readonly string[]): string {
  return parts.length < 2 ? parts.join('') : `${parts.slice(0, -1).join(', ')} and ${parts.at(-1) ?? ''}`;
}
