import { about, binWords, inHundred } from './forecast-words';

test('a group of past forecasts in words', () => {
  expect(binWords({ from: 0.6, to: 0.8, count: 14, said: 0.694, came: 9 / 14 })).toBe(
    'Of 14 forecasts that said about 69 in 100, 9 came true (64 in 100).',
  );
});

test('nobody knows for sure, and expectations have two digits', () => {
  expect([0, 0.63, 1].map(inHundred)).toEqual(['fewer than 1 in 100', '63 in 100', 'more than 99 in 100']);
  expect([0.04, 3.14, 947].map(about)).toEqual(['0', '3.1', '950']);
});
