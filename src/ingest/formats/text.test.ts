import fc from 'fast-check';
import { readText } from './text';

function read(...pieces: readonly Uint8Array[]): string {
  const reader = readText();
  return pieces.map((piece) => reader.write(piece)).join('') + reader.end();
}

const bytes = (...numbers: readonly number[]) => Uint8Array.from(numbers);
const latin = (text: string) => Uint8Array.from(text, (character) => character.charCodeAt(0));
const utf8 = (text: string) => new TextEncoder().encode(text);

function utf16(text: string, littleEndian: boolean): Uint8Array {
  const view = new DataView(new ArrayBuffer(text.length * 2));
  for (let at = 0; at < text.length; at += 1) view.setUint16(at * 2, text.charCodeAt(at), littleEndian);
  return new Uint8Array(view.buffer);
}

const declared = (encoding: string) => `<?xml version="1.0" encoding="${encoding}"?><a>`;

test.each([
  ['plain', utf8('grün 😀'), 'grün 😀'],
  ['a byte order mark', utf8('\ufeff<a/>'), '<a/>'],
  ['nothing', bytes(), ''],
  ['a byte order mark alone', utf8('\ufeff'), ''],
  ['a character that is cut off', utf8('ü').subarray(0, 1), '\ufffd'],
  ['bytes that are no UTF-8', bytes(0x61, 0xff, 0x80, 0x62), 'a\ufffd\ufffdb'],
  ['UTF-16, little end first', utf16('\ufeffgrün', true), 'grün'],
  ['UTF-16, big end first', utf16('\ufeffgrün', false), 'grün'],
  ['UTF-16 without a byte order mark', utf16('<a>ü</a>', true), '<a>ü</a>'],
  ['UTF-16 without a byte order mark, big end first', utf16('<a>ü</a>', false), '<a>ü</a>'],
  ['UTF-8 that calls itself UTF-16', utf8(`${declared('UTF-16')}ü`), `${declared('UTF-16')}ü`],
  ['Latin 1', latin(`${declared('ISO-8859-1')}gr\xfcn`), `${declared('ISO-8859-1')}grün`],
  ['Windows', latin(`${declared('windows-1252')}\x80`), `${declared('windows-1252')}€`],
  ['GB2312', latin(`${declared('GB2312')}\xb2\xe2\xca\xd4`), `${declared('GB2312')}测试`],
  ['a code page by number', latin(`${declared('cp936')}\xb2\xe2`), `${declared('cp936')}测`],
  ['Shift_JIS', latin(`${declared('Shift_JIS')}\x83\x65`), `${declared('Shift_JIS')}テ`],
  ['an encoding that nobody knows', utf8(`${declared('x-unheard-of')}ü`), `${declared('x-unheard-of')}ü`],
])('reads %s', (_what, written, text) => {
  expect(read(written)).toBe(text);
});

test('reads the same wherever the bytes are cut', () => {
  const encode = fc.constantFrom(
    utf8,
    (text: string) => utf16(`\ufeff${text}`, true),
    (text: string) => utf16(`\ufeff${text}`, false),
  );
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 300 }), encode, fc.array(fc.nat(2_000)), (text, encoded, cuts) => {
      const all = encoded(`<${text}`);
      const places = [0, ...cuts.map((cut) => cut % (all.length + 1)).sort((a, b) => a - b), all.length];
      const pieces = places.slice(1).map((end, n) => all.subarray(places[n], end));
      expect(read(...pieces)).toBe(read(all));
      expect(read(all)).toBe(`<${text}`);
    }),
  );
});
