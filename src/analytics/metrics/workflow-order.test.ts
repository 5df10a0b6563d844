import { asSpans } from './flow.fixture';
import { workflowOrder } from './workflow-order';

const held = (...values: number[]) => values.map((value, from) => ({ value, from }));

test('statuses stand in the order in which issues came to them, category by category', () => {
  // 0 closed, 1 review, 2 new, 3 doing, 4 never used, 5 waiting (to do)
  const category = Uint8Array.of(2, 1, 0, 1, 1, 0);
  const issues = [held(2, 3, 1, 0), held(2, 5, 3, 1, 3, 1, 0), held(2, 3, 0, 3)];
  expect(workflowOrder(asSpans(issues), category)).toEqual([2, 5, 3, 1, 0]);
});

test('what came back does not change the order, and equals keep theirs', () => {
  expect(workflowOrder(asSpans([held(0, 1, 0, 1, 0), held(2), held(0, 1)]), Uint8Array.of(1, 1, 1))).toEqual([0, 2, 1]);
});

test('nothing has no order', () => {
  expect(workflowOrder(asSpans([]), Uint8Array.of(0, 1))).toEqual([]);
});
