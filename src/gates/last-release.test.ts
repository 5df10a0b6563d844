import { now } from './gates.fixture';
import { lastReleaseAt, releaseBefore, sameDayBefore } from './last-release';
import type { PastDefect } from './look-back';

const version = (id: string, releaseDate: string | null, released = true) => ({ id, releaseDate, released });
const [first, second, next, undated] = [
  version('1', '2026-07-20'),
  version('2', '2026-10-20'),
  version('3', '2026-11-07', false),
  version('4', null, false),
];
const all = [first, second, next, undated];

test.each([
  ['one that is still to come', all, '3', '2'],
  ['one without a day', all, '4', '2'],
  ['one that is out', all, '2', '1'],
  ['the first one', all, '1', null],
  ['one of a project that has shipped nothing', [next, undated], '3', null],
  ['one after what Jira calls released on a day to come', [first, version('5', '2027-01-01')], '4', '1'],
  ['one after what was released on no day', [first, version('5', null)], '4', '1'],
])('the release before %s', (_, versions, id, before) => {
  expect(releaseBefore(versions, id, now)?.id ?? null).toBe(before);
});

test.each<[string, string | null, string, number, boolean]>([
  ['five days before its own', '2026-11-07', '2026-10-15T09:00:00.000Z', 5, true],
  ['on its day', '2026-11-02', '2026-10-20T09:00:00.000Z', 0, true],
  ['after its day', '2026-10-30', '2026-10-20T23:59:59.999Z', 0, true],
  ['without a day', null, '2026-10-20T23:59:59.999Z', 0, false],
])('a release %s is compared with the one before at the same distance', (_, releaseDate, at, daysBefore, hasDay) => {
  expect(sameDayBefore({ releaseDate: '2026-10-20' }, releaseDate, now)).toEqual({ at, daysBefore, hasDay });
});

const span = (value: string, from: string, to: string | null = null) => ({ value, label: null, from, to });
const aPast = (id: string, parts: Partial<PastDefect['history']> = {}): PastDefect => ({
  ...{ id, key: `SHOP-${id}`, tier: null, securityLevel: null, createdAt: '2026-09-01T00:00:00.000Z' },
  history: {
    status: [span('open', '2026-09-01')],
    severity: [span('S2', '2026-09-01', '2026-10-16'), span('S3', '2026-10-16')],
    fix: [span('2', '2026-09-01')],
    ...parts,
  },
});

test('what was open in it is counted as it was: its state, its severity and its fix versions of then', () => {
  const defects = [
    aPast('open'),
    aPast('done before', { status: [span('open', '2026-09-01', '2026-10-01'), span('done', '2026-10-01')] }),
    aPast('done later', { status: [span('open', '2026-09-01', '2026-10-17'), span('done', '2026-10-17')] }),
    aPast('came later', { status: [span('open', '2026-10-17')], fix: [span('2', '2026-10-17')] }),
    aPast('was taken out', { fix: [span('2', '2026-09-01', '2026-10-01')] }),
    aPast('without a severity', { severity: [] }),
    aPast('deferred'),
  ];
  const then = { version: { id: '2', name: '4.1.0' }, defects, wasDeferred: (id: string) => id === 'deferred' };
  const categoryOf = (status: string) => (status === 'done' ? 'done' : 'new');
  const same = { ...then, categoryOf, daysBefore: 5, hasDay: true };
  expect(lastReleaseAt({ ...same, at: '2026-10-15T09:00:00.000Z' }).open).toEqual({ S1: 1, S2: 2, S3: 0, S4: 0 });
  expect(lastReleaseAt({ ...same, at: '2026-10-18T09:00:00.000Z' }).open).toEqual({ S1: 1, S2: 0, S3: 2, S4: 0 });
});
