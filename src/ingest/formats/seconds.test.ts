import { secondsOf } from './seconds';

test.each([
  ['0.012', 0.012],
  ['1.4e-05', 0.000014],
  ['0.', 0],
  ['7', 7],
  [' 7 ', 7],
  ['1,234.5', 1234.5],
  ['1,234,567', 1234567],
  ['12,5', 12.5],
  ['0,123', 0.123],
  ['', null],
  [' ', null],
  [undefined, null],
  ['<<computed>>', null],
  ['-1', null],
  ['NaN', null],
  ['Infinity', null],
  ['1,2,3', null],
])('%p is %p seconds', (text, seconds) => {
  expect(secondsOf(text)).toBe(seconds);
});
