import fc from 'fast-check';
import { injectionMatrix } from './injection-matrix';

test('each defect stands in one cell; what nobody knows stands in the last row and the last column', () => {
  const matrix = injectionMatrix(Int32Array.of(0, 0, 1, -1, 7), Int32Array.of(1, 1, 0, 1, -1), 3, 3);
  expect([...matrix.counts]).toEqual([0, 2, 0, 1, 0, 0, 0, 1, 1]);
  expect([...matrix.rowTotals]).toEqual([2, 1, 2]);
  expect([...matrix.columnTotals]).toEqual([1, 3, 1]);
  expect(matrix.total).toBe(5);
});

test('rows, columns and cells add up to all defects', () => {
  const place = fc.integer({ min: -3, max: 8 });
  fc.assert(
    fc.property(
      fc.array(fc.tuple(place, place)),
      fc.integer({ min: 1, max: 6 }),
      fc.integer({ min: 1, max: 6 }),
      (defects, rows, columns) => {
        const [from, to] = [Int32Array.from(defects, ([row]) => row), Int32Array.from(defects, ([, column]) => column)];
        const matrix = injectionMatrix(from, to, rows, columns);
        for (const counts of [matrix.counts, matrix.rowTotals, matrix.columnTotals])
          expect(counts.reduce((sum, n) => sum + n, 0)).toBe(defects.length);
      },
    ),
  );
});
