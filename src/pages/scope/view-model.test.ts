import { aStoredDefect, now, project, version } from '../screen.fixture';
import { scopeViewSchema } from '../../contracts/scope';
import { scopeModel } from './model';
import type { ScopeSources } from './model';
import { aFeature, aReading, found, ids, scopeSources } from './scope.fixture';
import { bareView, scopeView } from './view-model';

const later = { ...version, id: '11', name: '4.3.0', releaseDate: '2027-01-28' };
const over = { ...version, id: '9', name: '4.1.0', released: true };

function viewOf(parts: Partial<ScopeSources>, hidden = 0) {
  const sources = scopeSources(parts);
  const bare = { project, versions: [over, sources.version, later], version: sources.version, now };
  return scopeView({ ...bare, sources, model: scopeModel(sources), hidden });
}

test('a release that holds too much: figures, what leaves, and queries that find the issues', () => {
  const features = Array.from({ length: 12 }, (_, n) => aFeature(`f${n}`));
  const view = viewOf(
    { reading: aReading({ features: found(features), earlier: ids(2) }), earlier: [{ ...version, id: '8', name: '4.1.3' }] },
    1,
  );
  expect(scopeViewSchema.parse(view)).toEqual(view);
  expect(view.state).toBe('exceeds');
  expect(view.leaving?.ids.length).toBeGreaterThan(0);
  expect(view.targets).toEqual([{ id: '11', name: '4.3.0' }]);
  expect(view.planned.feature.jql).toBe('project = 1 AND issuetype in (10102) AND fixVersion = 10 AND statusCategory != Done');
  expect(view.capacity?.taken.jql).toMatch(/fixVersion in \(8\) AND NOT fixVersion = 10/);
  expect(view.restsOn.join(' ')).toMatch(/64 issues were finished in the last 90 days: 5 issues in five working days/);
  expect(view.restsOn.join(' ')).toMatch(/2 issues of 4.1.3, due earlier, come first and take 2 issues/);
  expect(view.restsOn.join(' ')).toMatch(/1 defect of the release that you may not see is not counted/);
});

test('issues are offered the next release first, an earlier one last', () => {
  const soon = { ...version, id: '8', name: '4.1.3', releaseDate: '2026-11-04' };
  const { targets } = bareView({ project, versions: [over, soon, version, later], version, now }, 'not-read');
  expect(targets.map(({ name }) => name)).toEqual(['4.3.0', '4.1.3']);
});

test('what is cut is told', () => {
  const cut = { features: found([aFeature('1')], true), finished: { ...ids(3), isCut: true } };
  const view = viewOf({ reading: aReading(cut) });
  expect(view.cut).toHaveLength(2);
  expect(view.restsOn.join(' ')).toMatch(/So few were finished/);
});

test('missing estimates are told with what stands for them', () => {
  const features = found([aFeature('1', { points: 3 }), aFeature('2', { points: 5 }), aFeature('3')]);
  const sized = { doneFeatures: found([]), defects: found([]), finished: found([aFeature('a', { points: 3 })]) };
  const view = viewOf({ reading: aReading({ features, sized }), defects: [aStoredDefect()] });
  expect(view.unit).toBe('points');
  expect(view.restsOn.join(' ')).toMatch(
    /2 issues without an estimate count as large as usual: a feature 3 points, a defect 3 points/,
  );
});

test('a project without work types of a kind has no query for it', () => {
  const view = viewOf({ reading: aReading({ types: { projectId: '1', features: [], defects: ['10101'] } }) });
  expect(view.planned.feature).toEqual({ count: 0, size: 0, jql: null });
});

test.each(['no-release', 'released', 'not-read'] as const)('nothing to compare: %s', (state) => {
  const view = bareView({ project, versions: [over], version: state === 'no-release' ? null : over, now }, state);
  expect(scopeViewSchema.parse(view)).toEqual(view);
  expect(view.sentence).not.toBe('');
});
