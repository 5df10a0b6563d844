import { triageSettingsSchema } from '../../../../../src/contracts/triage-settings';
import { calendarChoices, triageSummary, withCycle, withWindow } from './triage-words';

const triage = triageSettingsSchema.parse(undefined);

test('the summary says how long, and what then', () => {
  expect(triageSummary(triage)).toBe('An S1 is decided within 4 h, 30 min in a hotfix; then people are told');
  expect(triageSummary({ ...triage, atExpiry: 'escalate-then-accept' })).toContain('and 1 h later the recommendation is decided');
  const without = { ...triage, ...withWindow(triage, 'normal', 'S1', null) };
  expect(triageSummary({ ...without, atExpiry: 'nothing' })).toBe(
    'No time limit for an S1, 30 min in a hotfix; nobody is told when it is over',
  );
});

test('a window is set in its place alone', () => {
  const { windows } = withWindow(triage, 'hotfix', 'S2', 45);
  expect(windows.hotfix).toEqual({ ...triage.windows.hotfix, S2: 45 });
  expect(windows.normal).toEqual(triage.windows.normal);
});

test('a version is written down only while it is not normal', () => {
  const hot = withCycle(triage, '10001', 'hotfix');
  expect(hot.cycles).toEqual({ '10001': 'hotfix' });
  expect(withCycle(hot, '10001', 'normal').cycles).toEqual({});
});

test('a calendar can be chosen from those that are there, and none is office hours', () => {
  expect(calendarChoices([{ name: 'Berlin' }]).map(({ value }) => value)).toEqual(['', 'Berlin']);
  expect(calendarChoices([])).toHaveLength(1);
});
