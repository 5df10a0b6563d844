import { metered, spend } from './points';

const counted = async (action: () => Promise<void>) => {
  let points = -1;
  await metered(action, async (spent) => void (points = spent)).catch(() => undefined);
  return points;
};

test('what is spent while an action runs is counted, and nothing else', async () => {
  spend(7);
  const points = await counted(async () => {
    spend(1);
    await Promise.resolve();
    spend(100);
  });
  expect(points).toBe(101);
});

test('actions beside each other have meters of their own', async () => {
  const action = (points: number) =>
    counted(async () => {
      await Promise.resolve();
      spend(points);
    });
  expect(await Promise.all([action(1), action(20)])).toEqual([1, 20]);
});

test('an outer meter counts what the inner ones count', async () => {
  const inner: number[] = [];
  const points = await counted(async () => {
    spend(1);
    inner.push(await counted(async () => spend(10)));
    inner.push(await counted(async () => spend(100)));
  });
  expect([points, inner]).toEqual([111, [10, 100]]);
});

test('an action that throws has cost what it cost', async () => {
  const points = await counted(async () => {
    spend(3);
    throw new Error('Half-way.');
  });
  expect(points).toBe(3);
});
