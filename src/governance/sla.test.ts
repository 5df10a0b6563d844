import { dueAt } from './sla';

const targets = { S1: 2, S2: 7, S3: 30, S4: null };

test.each([
  ['S1', '2026-11-03T09:00:00.000Z'],
  ['S2', '2026-11-08T09:00:00.000Z'],
  ['S4', null],
  [null, '2026-11-03T09:00:00.000Z'],
] as const)('a defect of severity %s is due at %s', (severity, due) => {
  expect(dueAt('2026-11-01T09:00:00.000Z', severity, targets)).toBe(due);
});
