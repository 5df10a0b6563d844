import { soak } from './soak/soak';

jest.setTimeout(600_000);

test('a day of faults: the store ends as Jira is, no gate stayed open, the ledger is whole', async () => {
  const result = await soak({ seed: 7, defects: 120, changes: 600 });
  expect(result.broken).toEqual([]);
  // Otherwise it would have shown nothing.
  expect(result.openSeen).toBeGreaterThan(0);
  expect(result.repairs).toBeGreaterThan(0);
});
