import { pipelineSettings } from '../pipeline-settings.fixture';
import { maskedWords, maskingSummary, rulesSummary } from './masking-words';

const { standard } = pipelineSettings.masking;
const none = { ...standard, secrets: false, emails: false, phones: false, cards: false, ibans: false, nationalIds: false };

test.each([
  [standard, 'Masks everything but IP addresses'],
  [{ ...standard, ips: true }, 'Masks everything that it knows'],
  [none, 'Masks nothing by its form'],
  [{ ...none, words: ['heron'] }, 'Masks nothing by its form; 1 word as well'],
  [{ ...none, secrets: true, emails: true, words: ['a', 'b'] }, 'Masks Secrets, E-mail addresses; 2 words as well'],
])('one line says what rules mask (%#)', (rules, words) => {
  expect(rulesSummary(rules)).toBe(words);
});

test('it also says how many environments have rules of their own', () => {
  const everything = 'Masks everything but IP addresses';
  expect(maskingSummary({ standard, environments: {} })).toBe(everything);
  expect(maskingSummary({ standard, environments: { qa: none } })).toBe(`${everything}; 1 environment has rules of its own`);
  expect(maskingSummary({ standard, environments: { qa: none, live: none } })).toBe(
    `${everything}; 2 environments have rules of their own`,
  );
});

test.each([
  [[], 'Nothing of this would be masked.'],
  [[{ masked: false }], 'Nothing of this would be masked.'],
  [[{ masked: false }, { masked: true }], '1 place would be masked.'],
  [[{ masked: true }, { masked: false }, { masked: true }], '2 places would be masked.'],
])('a preview counts what is masked (%#)', (parts, words) => {
  expect(maskedWords(parts)).toBe(words);
});
