import {
  begun,
  changedAction,
  deeper,
  mostLevels,
  problemAt,
  shallower,
  withAction,
  withCause,
  withLevel,
  withoutAction,
  withoutCause,
} from './draft';
import type { Draft } from './draft';

const empty: Draft = { causes: [], actions: [] };
const depth = (draft: Draft) => draft.causes.map(({ levels }) => levels.length);

test('one begins with a cause of two answers and an action; what is there stays', () => {
  const first = begun(empty);
  expect([depth(first), first.actions.length]).toEqual([[2], 1]);
  expect(begun(first)).toBe(first);
  expect(begun(withAction(empty)).causes).toEqual([]);
});

test('a cause goes five levels deep and no less than one', () => {
  let draft = withCause(empty);
  for (let n = 0; n < 9; n += 1) draft = deeper(draft, 0);
  expect(depth(draft)).toEqual([mostLevels]);
  for (let n = 0; n < 9; n += 1) draft = shallower(draft, 0);
  expect(depth(draft)).toEqual([1]);
});

test('one change leaves everything else as it is', () => {
  const draft = withCause(withCause(empty));
  const changed = withLevel(draft, 1, 0, { because: 'so' });
  expect(changed.causes[0]).toBe(draft.causes[0]);
  expect(changed.causes[1]?.levels.map(({ because }) => because)).toEqual(['so', '']);
  expect(depth(withoutCause(changed, 0))).toEqual([2]);
  const acted = changedAction(withAction(withAction(draft)), 1, { owner: 'ada' });
  expect(acted.actions.map(({ owner }) => owner)).toEqual(['', 'ada']);
  expect(withoutAction(acted, 0).actions.map(({ owner }) => owner)).toEqual(['ada']);
});

test('a problem belongs to its own field alone', () => {
  const problems = [{ path: 'causes.0.levels.1.because', message: 'Say why.' }];
  expect(problemAt(problems, 'causes.0.levels.1.because')).toBe('Say why.');
  expect(problemAt(problems, 'causes.0')).toBeUndefined();
});
