import fc from 'fast-check';
import { drawn, drawTables, drawWidth } from './draw-tables';

/** What a table gives over all of its places. */
function shares(entries: Int32Array, table: number): number[] {
  const sums = new Array<number>(drawWidth).fill(0);
  for (let place = 0; place < drawWidth; place += 1) {
    const entry = entries[table * drawWidth + place] ?? 0;
    const own = (entry >>> 8) / 2 ** 24;
    sums[place] = (sums[place] ?? 0) + own / drawWidth;
    sums[entry & 255] = (sums[entry & 255] ?? 0) + (1 - own) / drawWidth;
  }
  return sums;
}

const chance = fc.oneof(fc.constant(0), fc.double({ min: 0.001, max: 1000, noNaN: true }));
const row = fc.array(chance, { minLength: 1, maxLength: drawWidth }).filter((all) => all.some((one) => one > 0));

test('each table gives the chances that it was made of, however uneven', () => {
  fc.assert(
    fc.property(fc.array(row, { minLength: 1, maxLength: 4 }), (rows) => {
      const chances = new Float64Array(rows.length * drawWidth);
      rows.forEach((some, table) => chances.set(some, table * drawWidth));
      const made = drawTables(chances);
      rows.forEach((some, table) => {
        const sum = some.reduce((all, one) => all + one, 0);
        const distances = shares(made, table).map((share, k) => Math.abs(share - (some[k] ?? 0) / sum));
        // Each of up to 256 places may be cut by 2^-24.
        expect(Math.max(...distances)).toBeLessThan(1e-6);
      });
    }),
  );
});

test('what has no chance is never drawn', () => {
  const chances = new Float64Array(drawWidth);
  chances.set([0, 0.25, 0, 0.75]);
  const made = drawTables(chances);
  const found = Array.from({ length: 4096 }, (_, n) => drawn(made, 0, (n << 20) | 0x8_0000));
  expect(new Set(found)).toEqual(new Set([1, 3]));
  expect(found.filter((one) => one === 1)).toHaveLength(1024);
});
