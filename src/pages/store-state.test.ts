import { now, project } from './screen.fixture';
import { storeState } from './store-state';

const reading = { ...project, state: 'reading', sinceAt: '2026-11-02T08:50:00.000Z', done: 50, total: 100, points: 60 } as const;
const expectedEnd = (parts: object) => storeState({ ...reading, ...parts }, now);

test('the store is reading, ready or failed', () => {
  expect(storeState({ ...reading, done: 0, total: null, points: 3 }, now)).toEqual({
    ...{ kind: 'reading', done: 0, total: null, since: '2026-11-02T08:50:00.000Z', points: 3 },
    ...{ paused: false, waitUntil: null, expectedEnd: null },
  });
  expect(storeState(project, now)).toEqual({ kind: 'ready', upTo: now });
  const failed = { ...project, state: 'failed', message: 'Why', sinceAt: '2026-11-02T07:00:00.000Z' } as const;
  expect(storeState(failed, now)).toEqual({ kind: 'failed', message: 'Why', at: now });
});

test.each([
  ['half of it took ten minutes, so the rest takes ten more', {}, '2026-11-02T09:10:00.000Z'],
  ['while it waits, it does not end before the wait', { waitUntil: '2026-11-02T10:00:00.000Z' }, '2026-11-02T10:00:00.000Z'],
  ['a short wait changes nothing', { waitUntil: '2026-11-02T09:05:00.000Z' }, '2026-11-02T09:10:00.000Z'],
  ['a wait that is over is none', { waitUntil: '2026-11-02T08:59:00.000Z' }, '2026-11-02T09:10:00.000Z'],
  ['while it is paused nobody can tell', { paused: true }, null],
  ['before the first issue nobody can tell', { done: 0 }, null],
  ['before the search has answered nobody can tell', { total: null }, null],
])('%s', (_, parts, end) => {
  expect(expectedEnd(parts)).toMatchObject({ expectedEnd: end });
});

test('a wait is told while it lasts', () => {
  expect(expectedEnd({ waitUntil: '2026-11-02T10:00:00.000Z' })).toMatchObject({ waitUntil: '2026-11-02T10:00:00.000Z' });
  expect(expectedEnd({ waitUntil: '2026-11-02T08:59:00.000Z' })).toMatchObject({ waitUntil: null });
});
