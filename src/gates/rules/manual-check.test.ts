import type { CheckSaid } from '../checks';
import type { CheckFact } from '../evidence';
import { now } from '../gates.fixture';
import type { ManualCheckRow } from '../policy';
import { verdictOf, verdictOn } from './one-row.fixture';

const row: ManualCheckRow = {
  ...{ rule: 'manual-check', stage: 'production', breach: 'holds', name: 'Support team briefed', role: 'Support' },
  ...{ evidence: 'link', hours: null },
};
const yes = (parts: Partial<Extract<CheckSaid, { act: 'confirmed' }>> = {}): CheckSaid => ({
  ...{ act: 'confirmed', at: '2026-11-01T09:00:00.000Z', role: 'Support', form: 'link', builds: ['411'] },
  ...parts,
});
const said = (one: CheckSaid, parts: Partial<CheckFact> = {}): CheckFact => ({
  ...{ stage: 'production', name: 'Support team briefed', said: one },
  ...parts,
});
const judged = (checks: CheckFact[], parts: Partial<ManualCheckRow> = {}, builds = ['411']) =>
  verdictOn({ ...row, ...parts }, 'checks', { checks, builds });

test.each<[string, CheckFact[], Partial<ManualCheckRow>, string[], string, string]>([
  ['nobody said anything', [], {}, ['411'], 'breached', '“Support team briefed” is not confirmed by the role Support'],
  ['it is confirmed', [said(yes())], {}, ['411'], 'met', '“Support team briefed” is confirmed by the role Support for build 411'],
  [
    'the name is written with other capitals and blanks',
    [said(yes(), { name: 'support  Team briefed ' })],
    {},
    ['411'],
    'met',
    '“Support team briefed” is confirmed by the role Support for build 411',
  ],
  ['no build is told', [said(yes())], {}, [], 'met', '“Support team briefed” is confirmed by the role Support'],
  [
    'another stage was meant',
    [said(yes(), { stage: 'staging' })],
    {},
    ['411'],
    'breached',
    '“Support team briefed” is not confirmed by the role Support',
  ],
  [
    'it was taken back',
    [said({ act: 'withdrawn' })],
    {},
    ['411'],
    'breached',
    'the confirmation of “Support team briefed” was taken back, and somebody in the role Support has to confirm it anew',
  ],
  [
    'another build is judged',
    [said(yes())],
    {},
    ['412'],
    'breached',
    '“Support team briefed” was confirmed for build 411, not for build 412, and somebody in the role Support has to confirm it anew',
  ],
  [
    'one of several builds is new',
    [said(yes({ builds: ['411', '90'] }))],
    {},
    ['412', '90'],
    'breached',
    '“Support team briefed” was confirmed for builds 411, 90, not for build 412, and somebody in the role Support has to confirm it anew',
  ],
  [
    'it was confirmed before any build',
    [said(yes({ builds: [] }))],
    {},
    ['411'],
    'breached',
    '“Support team briefed” was confirmed before a build was told, not for build 411, and somebody in the role Support has to confirm it anew',
  ],
  [
    'the gate asks another role by now',
    [said(yes({ role: 'Testers' }))],
    {},
    ['411'],
    'breached',
    '“Support team briefed” was confirmed by the role Testers, and somebody in the role Support has to confirm it anew',
  ],
  [
    'the gate asks for a link by now',
    [said(yes({ form: 'text' }))],
    {},
    ['411'],
    'breached',
    '“Support team briefed” was confirmed without a link, and somebody in the role Support has to confirm it anew',
  ],
  [
    'its hours are over',
    [said(yes())],
    { hours: 24 },
    ['411'],
    'breached',
    'the confirmation of “Support team briefed” was good for 24 hours, and somebody in the role Support has to confirm it anew',
  ],
])('where %s', (_, checks, parts, builds, state, reason) => {
  expect(judged(checks, parts, builds).condition).toMatchObject({ state, reason, value: state === 'met' ? 1 : 0, limit: 1 });
});

test('an open verdict rests on a confirmation no longer than that is good', () => {
  expect(judged([said(yes())], { hours: 25 }).restsUntil).toBe('2026-11-02T10:00:00.000Z');
  expect(judged([said(yes({ at: now }))]).restsUntil).toBeNull();
});

test('the sentence of the gate names the check and the role', () => {
  expect(judged([]).sentence).toBe(
    '4.2.0 may not enter production: “Support team briefed” is not confirmed by the role Support.',
  );
});

test('what was not looked up holds, and a row that warns does not', () => {
  expect(verdictOf(row, {}).state).toBe('unknown');
  expect(judged([], { breach: 'warns' }).state).toBe('open');
});
