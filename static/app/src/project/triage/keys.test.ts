import { boardKeys, commandOf, queueKeys, ratingOf } from './keys';

test.each([
  ['f', 'fix-now'],
  ['D', 'defer'],
  ['ArrowDown', 'next'],
  ['?', 'keys'],
  ['Escape', 'leave'],
  ['x', 'choose'],
  ['z', null],
])('%s means %s', (key, command) => {
  expect(commandOf({ key })).toBe(command);
});

test.each([
  ['a number', { key: '3', code: 'Digit3', shiftKey: false }, { value: 3, row: 'turn' }],
  ['Shift and a number', { key: '#', code: 'Digit3', shiftKey: true }, { value: 3, row: 'impact' }],
  ['a number that needs Shift', { key: '3', code: 'Digit3', shiftKey: true }, { value: 3, row: 'turn' }],
  ['its key without Shift', { key: '"', code: 'Digit3', shiftKey: false }, { value: 3, row: 'turn' }],
  ['the block of numbers', { key: '5', code: 'Numpad5', shiftKey: false }, { value: 5, row: 'turn' }],
] as const)('%s rates', (_, pressed, rating) => {
  expect(ratingOf(pressed)).toEqual(rating);
});

test.each(['6', '0', 'a'])('%s is no rating', (key) => {
  expect(ratingOf({ key, code: `Digit${key}`, shiftKey: false })).toBeNull();
});

test('every letter that is shown does something', () => {
  const letters = [...queueKeys, ...boardKeys].flatMap(({ keys }) => keys).filter((key) => /^[a-z?]$/.test(key));
  expect(letters.length).toBeGreaterThan(10);
  expect(letters.filter((key) => commandOf({ key }) === null)).toEqual([]);
});
