import { parseDuration } from './duration';

describe('a duration', () => {
  it.each([
    ['90s', 90_000],
    ['15m', 900_000],
    ['2h', 7_200_000],
    ['1h30m', 5_400_000],
    ['1d', 86_400_000],
    ['1w', 604_800_000],
    ['250ms', 250],
  ])('%s', (text, milliseconds) => expect(parseDuration(text)).toBe(milliseconds));

  it.each(['', '2', '2x', '-1h', 'h', '1h and more'])('refuses "%s"', (text) =>
    expect(() => parseDuration(text)).toThrow(/not a duration/),
  );
});
