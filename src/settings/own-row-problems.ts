import type { GateRow } from '../gates';
import { nameOf } from './gate-lint-words';
import type { Problem } from './problem';

/** How a project is named to people, by its id: a sentence begins with it. */
export type NameOf = (projectId: string) => string;

/** Why a row cannot stand, by its place in a list; and what to do about it where the row itself can be changed. */
export interface RowFault {
  readonly path: string;
  readonly because: string;
  readonly advice: string;
}

interface Project {
  readonly id: string;
  readonly name: string;
  /** Those of the site. */
  readonly stages: readonly { readonly key: string; readonly name: string }[];
}

/**
 * Rows of one project that cannot stand any more, mostly because the settings of the site lost what they rest on. Who saves those does not
 * have the rows on the screen: so each message says of which project it speaks, of which rule, and what can be done.
 */
export function ownRowProblems({ id, name, stages }: Project, rows: readonly GateRow[], faults: readonly RowFault[]): Problem[] {
  return faults.flatMap(({ path, because }) => {
    const row = rows[Number.parseInt(path, 10)];
    if (row === undefined) return [];
    const stage = stages.find(({ key }) => key === row.stage)?.name ?? row.stage;
    return [
      {
        path: `gates.byProject.${id}.rows.${path}`,
        message: `${name} has a rule of its own, ${ruleWords(row)} into ${stage}, that cannot stay. ${because} Take the rule out of this project, or keep what it rests on.`,
      },
    ];
  });
}

const names: Partial<Readonly<Record<GateRow['rule'], string>>> = {
  'missing-severity': 'open defects without a severity',
  'escape-rate': 'escapes of the release before',
  'deferrals-valid': 'deferrals in order',
  'freeze-violations': 'what came in after the freeze',
  'no-worse-than-last': 'no worse than the release before',
  'blockers-nominated': 'nominated blockers',
  'unverified-fixes': 'verified fixes',
  'change-since': 'no change since it ran green',
  'promotion-order': 'order of stages',
  'soak-time': 'soak time',
  'rollback-readiness': 'way back',
};

function ruleWords(row: GateRow): string {
  return `“${row.rule === 'manual-check' ? row.name : (names[row.rule] ?? nameOf(row))}”`;
}
