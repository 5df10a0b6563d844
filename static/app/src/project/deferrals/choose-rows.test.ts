import type { DeferralsView } from '../../../../../src/contracts/deferrals';
import { aRow } from '../../deferral/deferral.fixture';
import { chosenRows, releasesOf } from './choose-rows';

const release = (id: string, name: string) => ({ id, name });
const view: DeferralsView = {
  ...{ now: '2026-11-02T09:00:00.000Z', revision: 'r1', project: { id: '1', key: 'SHOP', name: 'Shop' }, hidden: 0, more: false },
  rows: [
    aRow({ id: 'waits' }),
    // It was asked for when it was planned for 4.2.0; it is planned for 4.10.0 now.
    aRow({ id: 'moved', state: 'approved' }),
    aRow({ id: 'stays', state: 'approved' }),
    aRow({ id: 'expired', state: 'expired', from: [release('3', '4.1.0')] }),
    aRow({ id: 'refused', state: 'refused', from: [] }),
  ],
  sums: {
    ...{ waiting: 1, active: 2, expiring: ['stays'], forViewer: [] },
    releases: [
      { release: release('10', '4.10.0'), deferrals: 1, risk: 10, unscored: 0, ids: ['moved'] },
      { release: release('1', '4.2.0'), deferrals: 1, risk: 10, unscored: 0, ids: ['stays'] },
    ],
  },
};

test.each([
  ['all', null, ['waits', 'moved', 'stays', 'expired', 'refused']],
  ['waiting', null, ['waits']],
  ['active', null, ['moved', 'stays']],
  ['expiring', null, ['stays']],
  ['over', null, ['expired', 'refused']],
  ['active', '1', ['stays']],
  ['active', '10', ['moved']],
  ['all', '1', ['waits', 'stays']],
  ['over', '3', ['expired']],
  ['over', '404', []],
] as const)('%s of release %s', (show, releaseId, ids) => {
  expect(chosenRows(view, { show, release: releaseId }).map(({ id }) => id)).toEqual(ids);
});

test('a figure of the sums opens as many rows as it says', () => {
  for (const { release: carried, deferrals } of view.sums.releases)
    expect(chosenRows(view, { show: 'active', release: carried.id })).toHaveLength(deferrals);
});

test('every release that a row speaks of can be chosen once', () => {
  expect(releasesOf(view).map(({ name }) => name)).toEqual(['4.10.0', '4.2.0', '4.1.0']);
});
