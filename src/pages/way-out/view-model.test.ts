import { wayOut } from '../../gates';
import { aStoredDefect, aVerdict } from '../screen.fixture';
import { wayView } from './view-model';

const seen = aStoredDefect({ id: '1', key: 'SHOP-1', severity: 'S1', summary: 'Pays twice' });
const secret = aStoredDefect({ id: '2', key: 'SHOP-2', severity: 'S1', summary: 'SECRET', securityLevel: '900' });

test('steps for defects that the viewer may not see are counted and never named', () => {
  const verdict = aVerdict([seen, secret]);
  const way = wayOut(verdict.verdict.conditions, (_, id) => (id === '1' ? 7.26 : null), { acts: ['close'], without: new Set() });
  if (way === null) throw new Error('There is no way out.');
  const view = wayView({
    way,
    verdict,
    defects: new Map([['1', seen]]),
    waiting: new Set(['1']),
    restsOn: { closed: 9, approved: 0, waits: [] },
  });
  expect(view).toMatchObject({ hidden: 1, hours: 7.3, untold: 1, rest: [] });
  expect(view.steps).toEqual([
    {
      act: 'close',
      defect: { id: '1', key: 'SHOP-1', summary: 'Pays twice', severity: 'S1', open: true },
      ...{ condition: '', hours: 7.3, waiting: true },
    },
  ]);
  expect(JSON.stringify(view)).not.toMatch(/SECRET|SHOP-2/);
});
