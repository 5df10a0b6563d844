import type { Evidence } from '../gates';
import { historyInputs } from './history-inputs';

const defects: Evidence['defects'] = { kind: 'known', facts: [] };
const reference = { p50: 1, p85: 2, p95: 3, restsOn: 9 };
const rate = { counts: { before: 8, users: 2, untold: 0, earlier: 0, late: 1 }, found: 10, escaped: 2, rate: null };

test('what no row needed is not told', () => {
  expect(historyInputs({ defects })).toEqual({});
});

test('what is not known says why', () => {
  expect(historyInputs({ defects, freeze: { kind: 'missing', because: 'nobody looked' } })).toEqual({
    freeze: { missing: 'nobody looked' },
  });
});

test('each kind tells its figures, and names no defect', () => {
  const told = historyInputs({
    defects,
    aging: { kind: 'known', facts: { S1: reference, S2: reference, S3: reference, S4: reference } },
    escapes: {
      kind: 'known',
      facts: { versionName: '4.1.0', daysSince: 40, rates: { 30: rate, 90: rate }, analysis: 'submitted' },
    },
    lastRelease: {
      kind: 'known',
      facts: { versionName: '4.1.0', daysBefore: 3, hasDay: true, open: { S1: 0, S2: 1, S3: 2, S4: 3 } },
    },
    deferrals: { kind: 'known', facts: new Map([['4711', { state: 'approved', expiresAt: 'x', approver: null }]]) },
    freeze: { kind: 'known', facts: { day: '2026-11-01', entered: [{ id: '4711', severity: null, at: 'x' }] } },
    nominations: { kind: 'known', facts: [{ defectId: '4711', state: 'granted' }] },
  });
  expect(told).toMatchObject({
    aging: { S1: reference },
    escapes: { release: '4.1.0', analysis: 'submitted', 90: { found: 10, escaped: 2, late: 1 } },
    lastRelease: { versionName: '4.1.0', open: { S2: 1 } },
    ...{ deferrals: { approved: 1 }, freeze: { day: '2026-11-01', entered: { none: 1 } }, nominations: { granted: 1 } },
  });
  expect(JSON.stringify(told)).not.toContain('4711');
});

test('what there is not is told as nothing', () => {
  expect(historyInputs({ defects, escapes: { kind: 'known', facts: null } })).toEqual({ escapes: null });
});
