import type { CheckView } from '../../../../../../src/contracts/gate-checks';
import { aboutWords, checkState, countWords, earlierOf, itemState, itemTitle, standingWords } from './checklist-words';

const who = { accountId: 'tess', pseudonym: 'p' };
const yes = {
  ...{ act: 'confirmed' as const, at: '2026-11-02T09:00:00.000Z', who, role: 'Support', form: 'link' as const },
  ...{ evidence: 'https://wiki.example.com/', builds: ['411'] },
};
const check = (parts: Partial<CheckView> = {}): CheckView => ({
  ...{ stage: { key: 'production', name: 'Production' }, name: 'Support team briefed', role: 'Support', evidence: 'link' },
  ...{ hours: null, breach: 'holds', standing: 'confirmed', until: null, builds: ['411'], said: [yes], roleExists: true },
  may: { confirm: false, withdraw: false },
  ...parts,
});

test.each<[Partial<CheckView>, string]>([
  [{}, 'It counts for build 411.'],
  [{ said: [{ ...yes, builds: [] }], builds: [] }, ''],
  [{ standing: 'unconfirmed', said: [] }, 'Somebody in the role Support confirms it, with a link to what shows it.'],
  [
    { standing: 'unconfirmed', said: [], evidence: 'text' },
    'Somebody in the role Support confirms it, with a few words on what shows it.',
  ],
  [
    { standing: 'other-builds', builds: ['412'] },
    'It was confirmed for build 411, and build 412 is judged now. Somebody in the role Support confirms it anew, with a link to what shows it.',
  ],
  [
    { standing: 'over' },
    'The time for which the confirmation was good is over. Somebody in the role Support confirms it anew, with a link to what shows it.',
  ],
])('where a check stands (%#)', (parts, words) => {
  expect(standingWords(check(parts))).toBe(words);
});

test('what a confirmation is about', () => {
  expect(aboutWords(check(), '4.2.0')).toBe('4.2.0 into Production, build 411');
  expect(aboutWords(check({ builds: [] }), '4.2.0')).toBe('4.2.0 into Production');
});

test('states have a word each, and what only warns is told apart', () => {
  expect(checkState(check())).toBe('done');
  expect(checkState(check({ standing: 'over', breach: 'warns' }))).toBe('warned');
  expect([itemState({ state: 'met', breach: 'holds' }), itemState({ state: 'unknown', breach: 'warns' })]).toEqual([
    'done',
    'unknown',
  ]);
  expect(itemState({ state: 'breached', breach: 'holds' })).toBe('open');
});

test('items have short names, also one that is not known yet', () => {
  expect(itemTitle({ id: 'rollback-readiness:migrations', title: 'Builds' })).toBe('Migrations');
  expect(itemTitle({ id: 'rollback-readiness:moon', title: 'The moon' })).toBe('The moon');
});

test('a stage says how much is in order', () => {
  expect([countWords(['done', 'open']), countWords(['done', 'done']), countWords(['done'])]).toEqual([
    '1 of 2 in order',
    'All 2 are in order',
    'In order',
  ]);
});

test('what was said before stands apart, the newest first', () => {
  const back = { act: 'withdrawn' as const, at: '2026-11-02T10:00:00.000Z', who, because: 'Wrong slides.' };
  expect(earlierOf(check({ said: [yes, back, yes] })).map(({ act }) => act)).toEqual(['withdrawn', 'confirmed']);
});
