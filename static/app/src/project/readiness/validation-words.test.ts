import { toDoWords, validatedWords } from './validation-words';

const defect = { id: '1', key: 'SHOP-1', summary: '', severity: null, open: true };

test.each([
  ['look', true, 'See whether it is there'],
  ['verify-fix', true, 'Its fix is deployed'],
  ['verify-fix', false, 'It is done in Jira'],
] as const)('%s, open %s', (kind, open, words) => {
  expect(toDoWords({ kind, defect: { ...defect, open } })).toContain(words);
});

test('nothing to validate says why', () => {
  expect(validatedWords('4.2.0', [])).toContain('deployed in no stage');
  expect(validatedWords('4.2.0', ['Test', 'Staging'])).toContain('Test, Staging');
});
