import { flowGeometry } from './flow-geometry';
import { sampleFlow } from './flow.fixture';
import { lawTriangle } from './law-triangle';

const box = { width: 120, height: 120, left: 10, right: 10, top: 10, bottom: 10 };
const days = 11;
const each = (value: number): number[] => Array.from({ length: days }, () => value);
const view = {
  ...{ ...sampleFlow, days },
  bands: [
    { id: '1', name: 'Open', kind: 'new' as const, counts: each(5) },
    { id: '2', name: 'Doing', kind: 'indeterminate' as const, counts: each(5) },
    { id: '3', name: 'Done', kind: 'done' as const, counts: each(0) },
  ],
  reading: { ...sampleFlow.reading, approximateAge: each(4), doubts: each(0) },
};
const triangle = (hidden: readonly string[] | null, place: number, reading: Partial<typeof view.reading> = {}) => {
  const drawn = flowGeometry(view, hidden, false, box);
  return drawn === null ? 'nothing' : lawTriangle({ ...view, reading: { ...view.reading, ...reading } }, drawn, place);
};

test('up what is open, to the left how long it stays, and the pace between them', () => {
  expect(triangle(null, 10)).toBe('M70,110L110,10L110,110L70,110');
  expect(triangle([], 6)).toBe('M30,110L70,10L70,110L30,110');
});

test('what reaches beyond the chart is cut at its edge', () => {
  expect(triangle(null, 2)).toBe('M10,60L30,10L30,110L10,110');
});

test('none where the reading does not apply, and where a band of what is open is hidden', () => {
  expect(triangle(null, 10, { approximateAge: [] })).toBeNull();
  expect(triangle(null, 10, { doubts: each(2) })).toBeNull();
  expect(triangle(['1'], 10)).toBeNull();
});
