import * as fc from 'fast-check';
import { digits, MomentReader } from './jira-time';

const bytesOf = (text: string) => new TextEncoder().encode(text);
const read = (text: string) => {
  const bytes = bytesOf(`"${text}",`);
  return new MomentReader().read(bytes, 1, bytes.length - 2);
};

test.each([
  ['2026-11-02T10:00:00.000+0100', '2026-11-02T09:00:00.000Z'],
  ['2026-11-02T10:00:00.123-05:30', '2026-11-02T15:30:00.123Z'],
  ['2026-11-02T10:00:00Z', '2026-11-02T10:00:00.000Z'],
  ['2026-11-02T10:00:00.007Z', '2026-11-02T10:00:00.007Z'],
  ['2024-02-29T23:59:59.999+0000', '2024-02-29T23:59:59.999Z'],
])('reads %s', (text, moment) => {
  expect(new Date(read(text)).toISOString()).toBe(moment);
});

test.each([
  ...['', '2026-11-02', '2026-11-02T10:00:00', '2026-11-02T10:00:00.000', '2026-13-02T10:00:00.000+0100'],
  ...[
    '2026-02-29T10:00:00.000+0100',
    '2026-11-02T24:00:00.000+0100',
    '2026-11-02T10:60:00.000+0100',
    '2026-11-02 10:00:00.000+0100',
  ],
  ...[
    '2026-11-02T10:00:00.000+01',
    '2026-11-02T10:00:00.000+0160',
    '2026-11-02T10:00:00.000Zulu',
    '2026-1x-02T10:00:00.000+0100',
  ],
  ...[
    '1969-12-31T10:00:00.000+0100',
    '2101-01-01T10:00:00.000+0100',
    '20261102T100000.000+0100',
    'yesterday at ten o’clock, or so',
  ],
])('does not read "%s"', (text) => {
  expect(read(text)).toBeNaN();
});

test('reads every moment as Date does', () => {
  const moments = fc.date({
    min: new Date('1970-01-01T00:00:00Z'),
    max: new Date('2100-12-31T23:59:59.999Z'),
    noInvalidDate: true,
  });
  const reader = new MomentReader();
  fc.assert(
    fc.property(moments, (moment) => {
      const bytes = bytesOf(moment.toISOString());
      expect(reader.read(bytes, 0, bytes.length)).toBe(moment.getTime());
    }),
  );
});

test('a number is made of digits alone', () => {
  expect([digits(bytesOf('0042'), 0, 4), digits(bytesOf('4a'), 0, 2), digits(bytesOf('4'), 0, 0)]).toEqual([42, NaN, NaN]);
});
