import { project, settings, version, now, aVerdict } from '../screen.fixture';
import { storeState } from '../store-state';
import { daysLeft } from '../version-view';
import { releasesView } from './view-model';

test('a row shows the verdicts, the defects by category and the days left', () => {
  const view = releasesView({
    ...{ project, versions: [version], verdicts: [aVerdict([])], settings, keptFresh: false, revision: 'r', now },
    progress: [
      { versionId: '10', category: 'new', count: 2 },
      { versionId: '10', category: 'undefined', count: 1 },
      { versionId: '10', category: 'done', count: 4 },
      { versionId: '11', category: 'done', count: 9 },
    ],
  });
  expect(view.releases[0]).toMatchObject({ defects: { toDo: 3, inProgress: 0, done: 4 }, daysLeft: 10 });
  expect(view.releases[0]?.stages.map(({ state }) => state)).toEqual(['unknown', 'open']);
});

test.each([
  ['2026-11-02', 0],
  ['2026-11-01', -1],
  [null, null],
])('a release on %s has %s days left', (releaseDate, days) => {
  expect(daysLeft({ releaseDate }, now)).toBe(days);
});

test('the store is reading, ready or failed', () => {
  expect(storeState({ ...project, state: 'reading', total: null })).toEqual({
    kind: 'reading',
    done: 3,
    total: null,
    since: now,
  });
  expect(storeState(project)).toEqual({ kind: 'ready', upTo: now });
  expect(storeState({ ...project, state: 'failed', message: 'Why' })).toEqual({ kind: 'failed', message: 'Why', at: now });
});
