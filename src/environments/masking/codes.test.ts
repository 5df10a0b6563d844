import { beyondAscii, Codes } from './codes';

const lengths = [0, 1, 63, 64, 65, 1_000, 70_000];
const bytes = (codes: Uint8Array, length: number) => Array.from(codes.subarray(0, length));

test('every character of ASCII is itself, every other one the same sign, whatever was read before', () => {
  const codes = new Codes();
  for (const length of lengths)
    for (const sign of ['a', '\u0000', '\u007f', '\u0080', 'é', '田', '\ud83d', '\ufffd']) {
      const text = `${'x'.repeat(length)}${sign}`;
      const said = [...bytes(codes.of('x'.repeat(length)), length), Math.min(sign.charCodeAt(0), beyondAscii)];
      expect(bytes(codes.of(text), text.length)).toEqual(said);
    }
});

test('behind a text stand zeros, though a longer one stood there', () => {
  const codes = new Codes();
  codes.of('long'.repeat(1_000));
  expect(bytes(codes.of('short').subarray(5), 8)).toEqual([0, 0, 0, 0, 0, 0, 0, 0]);
});
