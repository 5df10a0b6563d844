import { assessScope } from '../../analytics';
import type { ScopeFacts, ScopeIssue } from '../../analytics';
import { now } from '../screen.fixture';
import { scopeBriefly, scopeSentence, sized, unitBecause } from './words';

const issues = (count: number, parts: Partial<ScopeIssue> = {}): ScopeIssue[] =>
  Array.from({ length: count }, (_, n) => ({
    ...{ id: `${parts.kind ?? 'feature'}${n}`, kind: 'feature', size: 1, value: 50, done: false, started: false, mayLeave: true },
    ...parts,
  }));
const facts = (parts: Partial<ScopeFacts>): ScopeFacts => ({
  ...{ issues: [], pace: { finished: 64, workingDays: 64 }, daysLeft: 10, taken: 0, share: 0.2 },
  ...parts,
});
const said = (parts: Partial<ScopeFacts>, releaseDate: string | null = '2026-11-13', around: string | null = null) =>
  scopeSentence(assessScope(facts(parts)), { name: '4.2.0', releaseDate, unit: 'issues', around, now });

test.each<[string, Partial<ScopeFacts>, string]>([
  ['nothing planned', {}, 'Nothing is planned for 4.2.0 yet: give issues this fix version in Jira, and they stand here.'],
  ['everything done', { issues: issues(2, { done: true }) }, '4.2.0: everything that was planned is done.'],
  ['it fits', { issues: issues(8) }, '4.2.0 fits: 8 issues planned, 10 issues can be finished by 13 November.'],
  [
    'it fits, with a burnt budget',
    { issues: issues(9, { kind: 'defect' }) },
    '4.2.0 fits: 9 issues planned, 10 issues can be finished by 13 November. Its defect budget is burnt: 9 of 2 issues.',
  ],
  [
    'too much, with room kept for defects',
    { issues: issues(10) },
    '4.2.0 holds 2 issues more than can be finished: 10 issues by 13 November, 2 issues of it kept for defects to come. 2 issues would have to leave.',
  ],
  [
    'nothing may leave',
    { issues: issues(12, { kind: 'defect', mayLeave: false }) },
    '4.2.0 holds 2 issues more than can be finished: 10 issues by 13 November. Its defect budget is burnt: 12 of 2 issues. Nothing of it may leave: move the date, or close and defer what is severe.',
  ],
  [
    'not enough may leave',
    { issues: [...issues(12, { kind: 'defect', mayLeave: false }), ...issues(1)] },
    '4.2.0 holds 3 issues more than can be finished: 10 issues by 13 November. Its defect budget is burnt: 12 of 2 issues. Even without the one that may leave, it would be too much: move the date, or close and defer what is severe.',
  ],
])('%s', (_what, parts, sentence) => expect(said(parts)).toBe(sentence));

test('without a date, without anything finished, and after the date', () => {
  expect(said({ issues: issues(1), daysLeft: null }, null)).toMatch(/^4.2.0: 1 issue is planned. .* without a release date/);
  expect(said({ issues: issues(2), pace: { finished: 0, workingDays: 64 } })).toMatch(
    /2 issues are planned.*nothing .* was finished/,
  );
  expect(said({ issues: issues(2), daysLeft: 0 }, '2026-10-30')).toBe(
    'The release date of 4.2.0 has passed, and 2 issues of it are open. 2 issues would have to leave.',
  );
});

test('too much says when it would be done, with the year where that is another one', () => {
  expect(said({ issues: issues(12) }, '2026-11-13', '2026-11-20')).toMatch(
    /At this pace all of it would be done around 20 November\.$/,
  );
  expect(said({ issues: issues(12) }, '2026-11-13', '2027-01-04')).toMatch(/around 4 January 2027\.$/);
  expect(said({ issues: issues(2) }, '2026-11-13', '2026-11-20')).not.toMatch(/At this pace/);
});

test('briefly, for the ledger', () => {
  const brief = (parts: Partial<ScopeFacts>) => scopeBriefly(assessScope(facts(parts)), 'points');
  expect(brief({ issues: issues(8) })).toBe('8 points planned, 10 points can be finished: it fits; defect budget not burnt');
  expect(brief({ issues: issues(11, { kind: 'defect' }) })).toBe(
    '11 points planned, 10 points can be finished: too much by 1 point; defect budget burnt by 9 points',
  );
  expect(brief({ issues: issues(1), daysLeft: null })).toBe('1 point planned; what can be finished was not known');
});

test('units and sizes', () => {
  expect([sized(1, 'hours'), sized(0.04, 'points'), sized(1234.56, 'issues')]).toEqual(['1 hour', '0 points', '1,234.6 issues']);
  expect(unitBecause('points', 'auto')).toMatch(/because most issues have them/);
  expect(unitBecause('points', 'points')).toMatch(/as the settings say/);
});
