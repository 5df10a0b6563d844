import { mayNothing } from '../access';
import { now } from '../screen.fixture';
import { lookBackView } from './look-back-view';

const stage = { key: 'production', name: 'Production' };
const release = {
  version: { id: '9', name: '4.1.0', releaseDate: '2026-10-20' },
  stages: [{ stage, state: 'held' as const, sentence: '4.1.0 may not enter production: 1 open S1 defect, none allowed.' }],
  openAtRelease: [
    { level: null, count: 3 },
    { level: '900', count: 2 },
  ],
  escaped: [
    { level: null, severity: 'S2' as const, count: 4 },
    { level: '900', severity: 'S2' as const, count: 1 },
    { level: '900', severity: null, count: 2 },
  ],
  jql: 'affectedVersion = 9',
};
const stored = { at: now, releases: [release, release] };
const viewer = (...levels: string[]) => ({ mayBrowse: true, levels, may: mayNothing });

test('defects that the viewer may not see are not counted, and nothing says that there are any', () => {
  const view = lookBackView(stored, viewer());
  expect(view?.releases[0]).toMatchObject({ openAtRelease: 3, escaped: { S1: 0, S2: 4, S3: 0, S4: 0, none: 0 } });
  expect(view?.sentence).toBe('All of the last 2 releases would have been held for production; 8 defects escaped from them.');
  expect(view?.releases[0]?.stages).toEqual(release.stages);
});

test('who may see the level sees all', () => {
  const view = lookBackView(stored, viewer('900'));
  expect(view?.releases[0]).toMatchObject({ openAtRelease: 5, escaped: { S2: 5, none: 2 } });
  expect(view?.sentence).toMatch(/14 defects escaped/);
});

test('without a release there is nothing to look back on', () => {
  expect([lookBackView(null, viewer()), lookBackView({ at: now, releases: [] }, viewer())]).toEqual([null, null]);
});
