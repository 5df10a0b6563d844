import { mayNothing } from '../access';
import { project, settings, version, now, aVerdict } from '../screen.fixture';
import { daysLeft } from '../version-view';
import { releasesView } from './view-model';

test('a row shows the verdicts, the defects by category that the viewer may see, and the days left', () => {
  const view = releasesView({
    ...{ project, versions: [version], verdicts: [aVerdict([])], settings, keptFresh: false, revision: 'r', now },
    ...{ lookBack: null, access: { mayBrowse: true, levels: ['900'], may: mayNothing } },
    progress: [
      { versionId: '10', category: 'new', securityLevel: null, count: 1 },
      { versionId: '10', category: 'new', securityLevel: '900', count: 1 },
      { versionId: '10', category: 'new', securityLevel: '901', count: 7 },
      { versionId: '10', category: 'undefined', securityLevel: null, count: 1 },
      { versionId: '10', category: 'done', securityLevel: null, count: 4 },
      { versionId: '11', category: 'done', securityLevel: null, count: 9 },
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
