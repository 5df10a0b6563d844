import { offeredActs } from './acts';
import { aRow } from './deferral.fixture';

const all = { approve: true, refuse: true, extend: true, withdraw: true, reinstate: true };
const offered = (latestDay: string | null) => offeredActs(aRow({ may: all, latestDay })).map(({ act }) => act);

test('nothing is offered that the viewer may not do', () => {
  expect(offeredActs(aRow())).toEqual([]);
});

test('a deferral that lasts as long as it may is not extended', () => {
  expect(offered('2026-11-21')).toContain('extend');
  expect(offered('2026-11-20')).toEqual(['approve', 'refuse', 'withdraw', 'reinstate']);
  expect(offered(null)).not.toContain('extend');
});
