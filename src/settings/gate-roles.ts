import { checkKey } from '../gates';
import type { GateWarning } from './gate-lint';
import { listed } from './gate-lint-words';
import type { Settings } from './settings';

/** A project and the names of its roles. */
export interface ProjectRoles {
  readonly key: string;
  readonly roles: readonly string[];
}

const mostNamed = 3;

/** Rows that ask people of a role that projects do not have: nobody there can confirm them, so that they hold for ever. */
export function roleWarnings(settings: Settings, projects: readonly ProjectRoles[]): GateWarning[] {
  return settings.gates.rows.flatMap((row, at) => {
    if (row.rule !== 'manual-check' || row.role.trim() === '' || projects.length === 0) return [];
    const without = projects.filter(({ roles }) => !roles.some((role) => checkKey(role) === checkKey(row.role)));
    if (without.length === 0) return [];
    const named = without.slice(0, mostNamed).map(({ key }) => key);
    const more = without.length - named.length;
    const where =
      without.length === projects.length && projects.length > 1
        ? 'No project has'
        : `${listed(more > 0 ? [...named, `${more} more`] : named)} ${without.length === 1 ? 'has' : 'have'}`;
    const no = where.startsWith('No project') ? 'a role' : 'no role';
    return [
      {
        ...{ kind: 'never-met' as const, stage: row.stage, row: at },
        sentence: `${where} ${no} ${row.role}: nobody there can confirm this.`,
        advice: 'Choose another role, or add it to the project in Jira.',
      },
    ];
  });
}
