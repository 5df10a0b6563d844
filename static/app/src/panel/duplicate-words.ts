import type { DuplicatePlan } from '../../../../src/contracts/duplicates';

/** What will happen, as sentences. @param asked key of the issue at which the viewer looks */
export function consequences(how: 'link' | 'merge' | 'refuse', plan: DuplicatePlan, asked: string, other: string): string[] {
  const { canonical, duplicate, closes } = plan;
  switch (how) {
    case 'refuse':
      return [
        `${other} is not suggested for ${asked} again, nor ${asked} for ${other}. This is remembered for ever, also when one of them is merged.`,
      ];
    case 'link':
      return [
        `Jira links them in your name: ${duplicate} duplicates ${canonical}.`,
        'Nothing else changes. Removing the link in Jira takes it back.',
      ];
    case 'merge':
      return [
        `Jira links them in your name: ${duplicate} duplicates ${canonical}.`,
        `What was seen of ${duplicate} counts for ${canonical}, and so does what is seen of it from now on.`,
        `${canonical} takes over affected versions, watchers, the greater number of users affected, and the stages in which ${duplicate} was reproduced.`,
        ...(closes ? [`${duplicate} is closed, with the resolution Duplicate where Jira offers it.`] : []),
      ];
  }
}
