import type { QualityCheckId } from '../../defects';

/** What a check counts, why it matters, and what to do. */
export interface CheckWords {
  readonly title: string;
  readonly definition: string;
  readonly action: string;
}

export const checkWords: Readonly<Record<QualityCheckId, CheckWords>> = {
  'changed-after-done': {
    title: 'Changed after they were done',
    definition:
      'Status, severity or fix version was changed more than a minute after the defect was resolved, and it is still done. Numbers of past releases move with such changes.',
    action:
      'Reopen a defect before you change it, so that its history says why. Bulk edits and merged versions do this most often.',
  },
  'resolved-before-created': {
    title: 'Resolved before they were created',
    definition: 'The resolution date lies before the creation. Times to resolve would be negative.',
    action:
      'An import usually wrote these dates. Correct them in the import and run it again, or leave these defects out of averages.',
  },
  'done-without-resolution-date': {
    title: 'Done and resolution date disagree',
    definition:
      'Done without a resolution date, or open with one. Times to resolve are then guessed from the last change of status.',
    action: 'Let the workflow set the resolution on the way to done, and clear it when a defect is reopened.',
  },
  'status-unknown': {
    title: 'In a status that Jira does not know any more',
    definition:
      'The present status, or one in the history, was deleted or has no category, so nobody can tell whether it meant open or done.',
    action: 'Move defects out of such a status. One that is only in the history counts as open for as long as it lasted.',
  },
  'severity-unknown': {
    title: 'A severity that is none',
    definition: 'The field Defect severity holds something other than S1, S2, S3 or S4. Gates count such a defect as S1.',
    action: 'Choose one of the four. An import or another app wrote the value.',
  },
  'severity-missing': {
    title: 'No severity',
    definition: 'The field Defect severity is empty. Gates count such a defect as S1, so that nobody gains by leaving it empty.',
    action: 'Set the severity. Put the field on the create screen and make it required.',
  },
  'clocks-disagree': {
    title: 'Clocks disagree',
    definition:
      'Something is dated before the creation, or more than a minute in the future. Ages and trends are wrong by as much.',
    action: 'Check the clock and the time zone of whatever imports or changes these defects.',
  },
  'tier-unknown': {
    title: 'A customer tier that the settings do not know',
    definition:
      'The field Customer tier holds a name that is not in the settings. Gates count such a defect in the strictest row.',
    action: 'Choose a tier of the settings, or ask an admin to add this one to them.',
  },
  'not-visible': {
    title: 'Not visible to Holdpoint any more',
    definition:
      'Jira stopped showing these defects to Holdpoint, although nobody deleted them. They count as they were last seen.',
    action: "Let Holdpoint's app user see them: check the project's permissions and the issue's security level.",
  },
};
