import { aStoredDefect, now } from '../screen.fixture';
import { doneAround, scopeModel, withoutIssues } from './model';
import { aFeature, aReading, found, ids, idsOf, scopeSources } from './scope.fixture';

const defect = (id: string, parts: Parameters<typeof aStoredDefect>[0] = {}) =>
  aStoredDefect({ id, key: `SHOP-${id}`, ...parts });

test('capacity: what was finished in 90 days by working day, times the working days left', () => {
  const { facts, scope } = scopeModel(scopeSources());
  // 4 August to 2 November at nine o'clock: 64 working days; 2 to 12 November: nine.
  expect(facts.pace).toEqual({ finished: 64, workingDays: 64 });
  expect(facts.daysLeft).toBe(9);
  expect(scope.capacity).toBe(9);
});

test('open issues of releases that are due earlier come first, as large as the planned ones are on average', () => {
  expect(scopeModel(scopeSources({ reading: aReading({ earlier: ids(4) }) })).scope.capacity).toBe(5);
});

test('a release without a date, and one whose date is over', () => {
  const { version } = scopeSources();
  expect(scopeModel(scopeSources({ version: { ...version, releaseDate: null } })).facts.daysLeft).toBeNull();
  expect(scopeModel(scopeSources({ version: { ...version, releaseDate: '2026-10-30' } })).facts.daysLeft).toBe(0);
});

test('a feature is worth the step of its priority, a defect its score, and until it has one the step of its severity', () => {
  const defects = [defect('1', { severity: 'S3' }), defect('2', { severity: 'S4' }), defect('3', { severity: null })];
  const priorities = ['1', '5', '9'].map((priority, n) => aFeature(`f${n}`, {}, priority));
  const { planned } = scopeModel(
    scopeSources({ defects, scores: new Map([['1', 61]]), reading: aReading({ features: found(priorities) }) }),
  );
  expect(planned.map(({ id, value, valueFrom }) => [id, value, valueFrom])).toEqual([
    ['f0', 90, 'priority P1'],
    ['3', 88, 'no severity, no score yet'],
    ['1', 61, 'score'],
    ['f2', 50, 'no priority'],
    ['2', 13, 'S4, no score yet'],
    ['f1', 10, 'priority P5'],
  ]);
});

test('S1, S2 and defects without a severity stay; done ones are not planned', () => {
  const defects = [
    ...(['S1', 'S2', 'S3', 'S4', null] as const).map((severity, n) => defect(String(n), { severity })),
    defect('done', { open: false, severity: 'S4', category: 'done' }),
  ];
  const { planned, scope } = scopeModel(scopeSources({ defects }));
  expect(idsOf(planned.filter(({ stays }) => stays === null)).sort()).toEqual(['2', '3']);
  expect(planned.filter(({ stays }) => stays !== null).map(({ mayLeave }) => mayLeave)).toEqual([false, false, false]);
  expect(scope.done.defect).toEqual({ count: 1, size: 1 });
});

test('where most issues have points, those are counted; what lacks them is as large as usual', () => {
  const features = [aFeature('1', { points: 3 }), aFeature('2', { points: 8 }), aFeature('3')];
  const ended = [aFeature('d1', { points: 5 }), aFeature('d2', { points: 5 })];
  const reading = aReading({
    ...{ features: found(features), doneFeatures: found(['d1', 'd3']), finished: ids(64) },
    sized: {
      doneFeatures: found(ended),
      defects: found([{ ...aFeature('7', { points: 2 }), kind: 'defect' }]),
      finished: found(ended),
    },
  });
  const { unit, planned, facts, scope, usual } = scopeModel(scopeSources({ reading }));
  expect(unit).toBe('points');
  expect(usual).toEqual({ feature: 5, defect: 2 });
  expect(Object.fromEntries(planned.map(({ id, size, sizeKnown }) => [id, [size, sizeKnown]]))).toEqual({
    ...{ '1': [3, true], '2': [8, true], '3': [5, false], '7': [2, true] },
  });
  // 64 were finished, of which the estimates of two were read.
  expect(facts.pace.finished).toBe(320);
  expect(scope.done.feature).toEqual({ count: 2, size: 10 });
});

test('where finished ones have no points, issues are counted after all', () => {
  const reading = aReading({
    features: found([aFeature('1', { points: 3 })]),
    sized: { doneFeatures: found([]), defects: found([]), finished: found([aFeature('a'), aFeature('b')]) },
  });
  const { unit, facts } = scopeModel(scopeSources({ reading }));
  expect(unit).toBe('issues');
  expect(facts.pace.finished).toBe(64);
});

test('when all of it would be done at this pace', () => {
  const reading = aReading({ features: found(Array.from({ length: 31 }, (_, n) => aFeature(`f${n}`))) });
  // 32 issues at 64 in 90 days.
  expect(doneAround(scopeModel(scopeSources({ reading })), now)).toBe('2026-12-17');
  const slow = aReading({ features: reading.features, finished: ids(1) });
  expect(doneAround(scopeModel(scopeSources({ reading: slow })), now)).toBeNull();
  expect(doneAround(scopeModel(scopeSources({ reading: aReading({ finished: ids(0) }) })), now)).toBeNull();
});

test('what the scope comes to once issues have left', () => {
  const features = Array.from({ length: 12 }, (_, n) => aFeature(`f${n}`));
  const model = scopeModel(scopeSources({ defects: [], reading: aReading({ features: found(features) }) }));
  expect(model.scope.excess).toBeCloseTo(12 + 1.8 - 9);
  expect(withoutIssues(model, new Set(model.scope.leaving?.ids)).state).toBe('fits');
});
