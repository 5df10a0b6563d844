import fc from 'fast-check';
import { lengthText, minutesIn } from './length-words';

test.each([
  ['30 min', 30],
  ['30', 30],
  ['4 h', 240],
  ['4h', 240],
  ['1.5 hours', 90],
  ['1,5 h', 90],
  ['2 days', 2880],
  [' 2 D ', 2880],
  ['', null],
])('%j is %j minutes', (text, minutes) => {
  expect(minutesIn(text)).toBe(minutes);
});

test.each(['soon', 'h', '4 weeks', '-3 h', '1 h 30', 'constructor 3', '3 constructor'])('%j cannot be read', (text) => {
  expect(minutesIn(text)).toBeNaN();
});

test('what is shown is read back as it was', () => {
  fc.assert(fc.property(fc.integer({ min: 1, max: 129_600 }), (minutes) => minutesIn(lengthText(minutes)) === minutes));
});

test('no clock, and what cannot be read, is an empty field', () => {
  expect([null, Number.NaN].map(lengthText)).toEqual(['', '']);
});
