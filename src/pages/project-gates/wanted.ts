import { wantedRowsSchema } from '../../contracts/project-gates';
import type { SettingsProblem } from '../../contracts/settings';
import { delegationProblems } from '../../gates';
import { forProject, gateRowsOf, withGatesOf } from '../../settings';
import type { Settings } from '../../settings';
import { parseSettings } from '../../settings/shell';
import { refused } from '../answer';
import type { OpenGates } from './access';

/** For who may only read the gates of the project. */
export const notDelegated = refused(
  'Not yours to change',
  'What the gates of this project ask for is decided by people who administer Jira, unless they leave it to those who administer the project.',
);

type Wanted =
  { readonly kind: 'ok'; readonly settings: Settings } | { readonly kind: 'invalid'; readonly problems: SettingsProblem[] };

/** The settings with these rows for the project, or what cannot stand or may not be, by the place among the rows. */
export function wantedOf({ project, settings, may }: OpenGates, rows: unknown): Wanted {
  const invalid = (problems: SettingsProblem[]): Wanted => ({ kind: 'invalid', problems });
  const read = wantedRowsSchema.safeParse(rows);
  if (!read.success)
    return invalid(read.error.issues.map(({ path, message }) => ({ path: ['gates.rows', ...path].join('.'), message })));
  const alone = forProject(settings, project.id);
  const checked = parseSettings({ ...alone, gates: { ...alone.gates, rows: read.data } });
  if (checked.kind === 'invalid') return checked;
  const refusals = delegationProblems({
    ...{ delegated: may, site: settings.gates.rows, now: gateRowsOf(settings, project.id), wanted: read.data },
  });
  if (refusals.length > 0)
    return invalid(refusals.map(({ row, message }) => ({ path: row === null ? 'gates.rows' : `gates.rows.${row}`, message })));
  // Together with those of other projects they may be too many to keep.
  return parseSettings(withGatesOf(settings, project.id, read.data));
}
