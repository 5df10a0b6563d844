import type { DuplicatePlan, DuplicateSuggestion } from '../../../../src/contracts/duplicates';

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

/** What speaks for a candidate, but for the calls that both stack traces have. */
export function evidenceSentences(suggestion: Omit<DuplicateSuggestion, 'frames'>): string[] {
  const { words, environments, sameFailure, sameComponent } = suggestion;
  return [
    ...(sameFailure ? ['Filed for the same failure of tests.'] : []),
    ...(words.length > 0 ? [`Both say: ${words.join(', ')}.`] : []),
    ...(environments.length > 0 ? [`Both seen in ${environments.join(', ')}.`] : []),
    ...(sameComponent ? ['In the same component.'] : []),
  ];
}

/** All that speaks for a candidate, in one line. */
export function evidenceLine(suggestion: DuplicateSuggestion): string {
  const [first, ...further] = suggestion.frames;
  const more = further.length === 0 ? '' : ` and ${further.length} more`;
  const calls = first === undefined ? [] : [`The same calls: ${first}${more}.`];
  return [...evidenceSentences(suggestion), ...calls].join(' ');
}
