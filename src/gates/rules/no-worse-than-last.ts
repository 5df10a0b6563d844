import { severities, type Severity } from '../../kernel/severity';
import type { LastRelease, OpenDefect } from '../evidence';
import { notDone, ofSeverity } from '../jql';
import type { NoWorseThanLastRow } from '../policy';
import { apart, leftOut, rule } from './rule';

/**
 * Severity x stage -> not more open defects, by so many, than the release before had as many days before it was shipped. A release
 * without a day is compared as if it were shipped today, when the one before had least; the first release of a project has nothing to be
 * worse than. Deferred defects count on neither side.
 */
export const noWorseThanLast = rule<'no-worse-than-last', 'defects' | 'lastRelease'>({
  name: 'no-worse-than-last',
  needs: ['defects', 'lastRelease'],
  describe: (row) => ({
    id: `no-worse-than-last:${row.severity}`,
    title: `Open ${severityWords(row)}defects, compared with the release before`,
    definition: `Open ${severityWords(row)}defects of this release, and those that the release before had as many days before it was shipped${row.byHowMany === 0 ? '' : `, with ${row.byHowMany} to spare`}. A release without a day is compared as if it were shipped today. A defect without a severity counts as S1.`,
    limit: row.byHowMany,
    unit: 'defects',
    atLeast: false,
    clause: row.severity === 'any' ? notDone : ofSeverity(row.severity),
  }),
  find(row, { defects, lastRelease: { facts } }, { now }) {
    const { counted, deferred } = apart(
      defects.facts.filter((defect) => isOf(row, defect)),
      now,
    );
    const defectIds = counted.map(({ id }) => id);
    const value = defectIds.length;
    const left = leftOut(row.severity === 'any' ? '' : row.severity, deferred, now);
    const said = (reason: string) => (left.leftOut === '' ? reason : `${reason} (${left.leftOut})`);
    const what = `${value} open ${severityWords(row)}${value === 1 ? 'defect' : 'defects'}`;
    if (facts === null)
      return {
        ...left,
        value,
        limit: value,
        met: true,
        defectIds: [],
        reason: said(`${what}, and no release was shipped before to compare with`),
      };
    const had = judged(row).reduce((sum, severity) => sum + facts.open[severity], 0);
    const limit = had + row.byHowMany;
    const spare = row.byHowMany === 0 ? '' : `, with ${row.byHowMany} to spare`;
    return {
      ...left,
      value,
      limit,
      met: value <= limit,
      defectIds,
      reason: said(`${what}; ${whenWords(facts)} ${facts.versionName} had ${had}${spare}`),
    };
  },
});

const judged = ({ severity }: NoWorseThanLastRow): readonly Severity[] => (severity === 'any' ? severities : [severity]);
const isOf = ({ severity: wanted }: NoWorseThanLastRow, { severity }: OpenDefect) =>
  wanted === 'any' || (severity ?? 'S1') === wanted;
const severityWords = ({ severity }: NoWorseThanLastRow) => (severity === 'any' ? '' : `${severity} `);

function whenWords({ daysBefore, hasDay }: LastRelease): string {
  if (!hasDay) return 'this release has no day yet, and on the day on which it was shipped';
  if (daysBefore === 0) return 'on the day on which it was shipped';
  return `${daysBefore} ${daysBefore === 1 ? 'day' : 'days'} before it was shipped`;
}
