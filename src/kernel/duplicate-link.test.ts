import { duplicateTypeOf, isReversed, saysDuplicate } from './duplicate-link';

const type = (name: string, inward: string, outward: string) => ({ name, inward, outward });
const usual = type('Duplicate', 'is duplicated by', 'duplicates');

test.each([
  [usual, true],
  [type('Same defect', 'is duplicated by', 'duplicates'), true],
  [type('Double', 'has duplicate', 'is a duplicate of'), true],
  [type('Duplikat', 'wird dupliziert von', 'dupliziert'), true],
  [type('Doublon', 'est dupliqué par', 'duplique'), true],
  [type('重复', '被重复', '重复'), true],
  [type('Blocks', 'is blocked by', 'blocks'), false],
  [type('Cloners', 'is cloned by', 'clones'), false],
  [type('Relates', 'relates to', 'relates to'), false],
  [type('Maybe', 'may be duplicated by', 'may duplicate'), false],
  [type('Possible duplicate', 'possible duplicate', 'possible duplicate'), false],
  [type('Told apart', 'is not a duplicate of', 'is not a duplicate of'), false],
])('%j says duplicate: %s', (words, says) => {
  expect(saysDuplicate(words)).toBe(says);
});

test("links are made with Jira's own type, else with the first that says so, else with none", () => {
  const [blocks, other] = [type('Blocks', 'is blocked by', 'blocks'), type('Twin', 'is duplicated by', 'duplicates')];
  expect(duplicateTypeOf([blocks, other, usual])).toBe(usual);
  expect(duplicateTypeOf([blocks, other])).toBe(other);
  expect(duplicateTypeOf([blocks])).toBeNull();
});

test('words that stand the other way round are noticed', () => {
  expect(isReversed(usual)).toBe(false);
  expect(isReversed(type('Twin', 'duplicates', 'is duplicated by'))).toBe(true);
  expect(isReversed(type('Twin', 'is a duplicate of', 'is a duplicate of'))).toBe(false);
});
