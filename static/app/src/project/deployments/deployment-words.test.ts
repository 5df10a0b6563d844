import { deployedWords, environmentWords, exposureWords, rollbackWords } from './deployment-words';

test.each([
  ['dark', 'Dark: no user meets it yet'],
  ['untold', 'Deployed: nobody told who meets it'],
  [0, 'Dark: no user meets it yet'],
  [12.5, 'Exposed to 12.5 % of users'],
  [100, 'Exposed to all users'],
] as const)('exposure %s', (exposure, words) => {
  expect(exposureWords(exposure)).toBe(words);
});

test.each([
  ['production', 'Production', 'Production'],
  ['live-eu', 'Production', 'Production (live-eu)'],
  ['sandbox-3', null, 'sandbox-3'],
])('environment %s', (environment, stage, words) => {
  expect(environmentWords({ environment, stage })).toBe(words);
});

test.each([
  [{ version: '4.2.0', build: '381', commit: null }, '4.2.0, build 381'],
  [{ version: null, build: '381', commit: null }, 'Build 381'],
  [{ version: '4.2.0', build: null, commit: 'abc' }, '4.2.0'],
  [{ version: null, build: null, commit: 'abcdef0123456789' }, 'Commit abcdef0123'],
])('what is deployed: %o', (told, words) => {
  expect(deployedWords(told)).toBe(words);
});

test('a rollback says what stands there instead, and why, as far as that was told', () => {
  const at = '2026-11-02T09:00:00.000Z';
  expect(rollbackWords({ at, to: null, incident: null })).toBe('');
  expect(rollbackWords({ at, to: null, incident: { key: 'INC-7', title: null } })).toBe('because of INC-7');
  expect(rollbackWords({ at, to: '4.1', incident: { key: 'INC-7', title: 'Charged twice' } })).toBe(
    '4.1 put back, because of INC-7: Charged twice',
  );
});
