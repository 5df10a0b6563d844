import type { PastGate } from '../../../../../src/contracts/past-gate';

type Act = PastGate['events'][number]['act'];

/** What followed, before its time. */
export const actWords: Readonly<Record<Act, string>> = {
  'taken-back': 'Taken back in Jira',
  'not-taken-back': 'Not taken back in Jira',
  told: 'The owners were told',
  'not-told': 'The owners could not be told',
  acknowledged: 'Acknowledged',
};

/** `4.2.0 was released past its gate`, and what became of it. */
export function pastGateTitle({ version, standing, takenBack }: Pick<PastGate, 'version' | 'standing' | 'takenBack'>): string {
  const what = takenBack ? 'was released past its gate and taken back' : 'was released past its gate';
  return `${version.name} ${what}${standing ? '' : ', as was acknowledged'}`;
}
