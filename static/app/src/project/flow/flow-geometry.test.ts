import type { FlowBand } from '../../../../../src/contracts/flow';
import { dayAt, flowGeometry, layerAt, shownBands } from './flow-geometry';

const box = { width: 400, height: 200, left: 40, right: 20, top: 10, bottom: 30 };
const band = (id: string, kind: FlowBand['kind'], counts: number[]): FlowBand => ({ id, name: `Band ${id}`, kind, counts });
const view = {
  firstDay: 20_000,
  days: 3,
  bands: [band('1', 'new', [4, 2, 0]), band('2', 'indeterminate', [0, 2, 2]), band('3', 'done', [96, 98, 100])],
};
const draw = (hidden: readonly string[] | null, asShare = false) => flowGeometry(view, hidden, asShare, box);

test('what is done is left out until somebody asks for it', () => {
  expect(shownBands(view, null).map(({ id }) => id)).toEqual(['1', '2']);
  expect(shownBands(view, []).map(({ id }) => id)).toEqual(['1', '2', '3']);
  expect(shownBands(view, ['2', 'unknown']).map(({ id }) => id)).toEqual(['1', '3']);
});

test('the last of the workflow lies at the bottom, and each band on the one before', () => {
  const drawn = draw(null);
  expect(drawn?.layers.map(({ id }) => id)).toEqual(['2', '1']);
  expect(drawn?.layers[0]?.top).toEqual([170, 90, 90]);
  expect(drawn?.layers[1]).toMatchObject({ bottom: [170, 90, 90], top: [10, 10, 90] });
  expect(drawn?.dayX).toEqual([40, 210, 380]);
});

test('with what is done, the axis begins where it began', () => {
  const drawn = draw([]);
  expect(drawn?.base).toBe(96);
  expect(drawn?.yTicks[0]?.value).toBe(96);
  expect(drawn?.layers[0]?.bottom).toEqual([170, 170, 170]);
});

test('shares of each day go up to a hundred, also of a day with nothing', () => {
  const drawn = draw(null, true);
  expect(drawn?.layers.at(-1)?.top).toEqual([10, 10, 10]);
  expect(drawn?.yTicks.map(({ words }) => words)).toEqual(['0 %', '20 %', '40 %', '60 %', '80 %', '100 %']);
  const empty = flowGeometry({ ...view, bands: [band('1', 'new', [0, 0, 3])] }, null, true, box);
  expect(empty?.layers[0]?.top).toEqual([170, 170, 10]);
});

test('an edge is dashed where more moved back over it than forth, also while what is done is hidden', () => {
  const bands = [band('1', 'new', [4, 3, 3]), band('2', 'indeterminate', [2, 1, 4]), band('3', 'done', [5, 7, 4])];
  const [second, first] = flowGeometry({ ...view, bands }, null, false, box)?.layers ?? [];
  expect([second?.edge, second?.fallen]).toEqual(['M40,130L210,150L380,90', '']);
  expect(first?.fallen).toBe('');
  const reopened = flowGeometry({ ...view, bands }, [], false, box)?.layers[0];
  expect([reopened?.edge, reopened?.fallen]).toEqual(['M40,150L210,110', 'M210,110L380,170']);
});

test('bands that are no workflow have no way back', () => {
  const bands = [band('S1', 'severity', [4, 2, 0])];
  expect(flowGeometry({ ...view, bands }, null, false, box)?.layers[0]?.fallen).toBe('');
});

test('one day makes no chart, and nor do bands that are all hidden', () => {
  expect(flowGeometry({ ...view, days: 1 }, null, false, box)).toBeNull();
  expect(draw(['1', '2', '3'])).toBeNull();
});

test('a project with nothing in it still has an axis of whole numbers', () => {
  const empty = flowGeometry({ ...view, bands: [band('1', 'new', [0, 0, 0])] }, null, false, box);
  expect(empty?.yTicks.map(({ value }) => value)).toEqual([0, 1]);
});

test('finds the day and the band under the pointer', () => {
  const drawn = draw(null);
  if (drawn === null) throw new Error('There is a chart.');
  expect([0, 130, 380, 999].map((x) => dayAt(drawn, x))).toEqual([0, 1, 2, 2]);
  expect([5, 40, 120, 190].map((y) => layerAt(drawn, 1, y))).toEqual([null, 1, 0, null]);
});

test('a name stands in its band where it fits', () => {
  const wide = {
    ...view,
    days: 200,
    bands: [band('1', 'new', new Array<number>(200).fill(1)), band('2', 'new', new Array<number>(200).fill(40))],
  };
  const drawn = flowGeometry(wide, null, false, { ...box, width: 900, height: 300 });
  expect(drawn?.layers.map(({ id, label }) => [id, label === null])).toEqual([
    ['2', false],
    ['1', true],
  ]);
});
