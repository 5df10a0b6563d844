import type { Evidence } from '../gates';
import { toldInputs } from './told-inputs';

const at = '2026-11-02T09:00:00.000Z';
const build = (n: number) => ({
  ...{ service: 'shop', build: String(n), at, branch: null, changes: n, migrations: 'none' as const },
});
const defects: Evidence['defects'] = { kind: 'known', facts: [] };

test('nothing is said of what no row needed', () => {
  expect(toldInputs({ defects })).toEqual({});
});

test('what was told is counted, and builds are named', () => {
  const evidence: Evidence = {
    defects,
    builds: { kind: 'known', facts: [build(2), build(1)], at },
    fixes: { kind: 'known', facts: [{ id: '7', severity: 'S1', verifiedIn: ['test', 'staging'], liveIn: [] }] },
    runs: { kind: 'missing', because: 'runs of tests were last told 3 days ago' },
    troubles: { kind: 'known', facts: [{ at, stage: null }] },
  };
  expect(toldInputs(evidence)).toEqual({
    builds: { count: 2, at },
    runs: { missing: 'runs of tests were last told 3 days ago' },
    fixes: { count: 1 },
    troubles: { count: 1 },
    buildsNamed: [
      { service: 'shop', build: '2', at, changes: 2, migrations: 'none' },
      { service: 'shop', build: '1', at, changes: 1, migrations: 'none' },
    ],
    verifiedFixes: { test: 1, staging: 1 },
    lastTrouble: at,
  });
});

test('it stays small, and names no issue', () => {
  const many = Array.from({ length: 900 }, (_, n) => build(n));
  const fixes = many.map((_, n) => ({ id: `10${n}`, severity: null, verifiedIn: ['test'], liveIn: [] }));
  const text = JSON.stringify(
    toldInputs({ defects, builds: { kind: 'known', facts: many }, fixes: { kind: 'known', facts: fixes } }),
  );
  expect(text.length).toBeLessThan(4000);
  expect(text).not.toContain('"id"');
});
