import type { Issue } from '../../jira/model';
import type { ExportedIssue } from './export-schema';

const customFieldIds = (exported: readonly ExportedIssue[]): Set<string> =>
  new Set(
    exported.flatMap(({ fields }) =>
      Object.entries(fields)
        .filter(([key, value]) => key.startsWith('customfield_') && value !== null && value !== undefined)
        .map(([key]) => key),
    ),
  );

/** What was kept and what was left behind, in plain sentences for the console. */
export const importNotes = (
  exported: readonly ExportedIssue[],
  issues: readonly Issue[],
  people: number,
  droppedLinks: number,
): string[] => {
  const histories = issues.reduce((sum, issue) => sum + issue.histories.length, 0);
  const without = exported.filter(({ changelog }) => !changelog).length;
  const cut = exported.filter(({ changelog }) => (changelog?.total ?? 0) > (changelog?.histories.length ?? 0)).length;
  const children = exported.filter(({ fields }) => fields.parent).length;
  const custom = customFieldIds(exported).size;
  const lines: readonly (readonly [boolean, string])[] = [
    [true, `Imported ${exported.length} issues with ${histories} histories.`],
    [people > 0, `${people} people of the export are shown under pseudonyms; names inside texts stay as they are.`],
    [without > 0, `${without} issues come without their changelog: export with expand=changelog to bring it.`],
    [cut > 0, `${cut} issues have more histories than the export holds.`],
    [
      custom > 0,
      `Values of ${custom} custom fields are left out (their histories are kept): the export does not say what they are.`,
    ],
    [children > 0, `${children} issues have a parent in the export; the sandbox does not model that.`],
    [droppedLinks > 0, `${droppedLinks} links lead out of the export and are left out.`],
  ];
  return lines.filter(([applies]) => applies).map(([, line]) => line);
};
