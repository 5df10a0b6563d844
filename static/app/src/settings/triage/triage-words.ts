import type { TriageCycle, TriageSettings } from '../../../../../src/contracts/triage-settings';
import type { Edit } from '../edit-settings';
import { lengthText } from './length-words';

export const cycleTitles: Readonly<Record<TriageCycle, string>> = {
  normal: 'Normal',
  'release-candidate': 'Release candidate',
  hotfix: 'Hotfix',
};
export const countedChoices = [
  { value: 'around-the-clock', label: 'Around the clock' },
  { value: 'working-time', label: 'In working time' },
] as const;
export const expiryChoices = [
  { value: 'nothing', label: 'it shows as overdue, no more' },
  { value: 'escalate', label: 'people are told' },
  { value: 'escalate-then-accept', label: 'people are told, then what is recommended is decided' },
] as const;
/** Working time where no calendar is named, and every calendar that the settings know. */
export function calendarChoices(calendars: readonly { readonly name: string }[]): { value: string; label: string }[] {
  const usual = { value: '', label: 'Office hours, Monday to Friday from 9 to 17' };
  return [usual, ...calendars.map(({ name }) => ({ value: name, label: name }))];
}

export const cycleChoices = (['normal', 'release-candidate', 'hotfix'] as const).map((value) => ({
  value,
  label: cycleTitles[value],
}));

/** What holds now, in one line. */
export function triageSummary({ windows, atExpiry, acceptAfter }: TriageSettings): string {
  const first = windows.normal.S1 === null ? 'No time limit for an S1' : `An S1 is decided within ${shown(windows.normal.S1)}`;
  const hot = windows.hotfix.S1 === null ? '' : `, ${shown(windows.hotfix.S1)} in a hotfix`;
  const then =
    atExpiry === 'nothing'
      ? 'nobody is told when it is over'
      : atExpiry === 'escalate'
        ? 'then people are told'
        : `then people are told, and ${shown(acceptAfter)} later the recommendation is decided`;
  return `${first}${hot}; ${then}`;
}

function shown(minutes: number): string {
  return Number.isNaN(minutes) ? '…' : lengthText(minutes);
}

export const changeTriage =
  (change: Partial<TriageSettings>): Edit =>
  (settings) => ({ ...settings, triage: { ...settings.triage, ...change } });

/** @param minutes null sets no clock, NaN is what cannot be read and is not saved */
export function withWindow(
  { windows }: Pick<TriageSettings, 'windows'>,
  cycle: TriageCycle,
  severity: keyof TriageSettings['windows']['normal'],
  minutes: number | null,
): Pick<TriageSettings, 'windows'> {
  return { windows: { ...windows, [cycle]: { ...windows[cycle], [severity]: minutes } } };
}

/** A version that is normal is not written down: it is what all the others are. */
export function withCycle(
  { cycles }: Pick<TriageSettings, 'cycles'>,
  versionId: string,
  cycle: TriageCycle,
): Pick<TriageSettings, 'cycles'> {
  const others = Object.fromEntries(Object.entries(cycles).filter(([id]) => id !== versionId));
  return { cycles: cycle === 'normal' ? others : { ...others, [versionId]: cycle } };
}
