import { legendPlaces } from './picture';

test('a legend goes on in the next row where there is no room', () => {
  expect(legendPlaces(['Open', 'In review', 'Done'], 170)).toEqual([
    { x: 0, row: 0 },
    { x: 64, row: 0 },
    { x: 0, row: 1 },
  ]);
});

test('a label that is wider than the picture still has a place', () => {
  expect(legendPlaces(['x'.repeat(100), 'y'], 170)).toEqual([
    { x: 0, row: 0 },
    { x: 0, row: 1 },
  ]);
  expect(legendPlaces([], 160)).toEqual([]);
});
