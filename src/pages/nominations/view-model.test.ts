import type { NominationsView } from '../../contracts/nominations';
import { eventsOf, inOrder } from './view-model';

type Row = NominationsView['nominations'][number];
const row = (key: string, state: Row['state'], day: number, open = true): Row => ({
  defect: { id: key, key, summary: 's', severity: 'S2', open },
  ...{ state, events: [{ act: state, at: `2026-11-0${day}T09:00:00.000Z`, who: null, because: 'so' }] },
});

test('what waits stands first, the longest first; what is done last', () => {
  const rows = [
    ...[row('done', 'granted', 1, false), row('no', 'refused', 1), row('yes', 'granted', 1)],
    ...[row('newer', 'asked', 3), row('older', 'asked', 2)],
  ];
  expect(inOrder(rows).map(({ defect }) => defect.key)).toEqual(['older', 'newer', 'yes', 'no', 'done']);
});

test('people stand with their account ids, and one who was erased without', () => {
  const event = { act: 'asked' as const, at: '2026-11-02T09:00:00.000Z', because: 'so' };
  const told = eventsOf(
    [
      { ...event, who: 'ada' },
      { ...event, who: 'gone' },
    ],
    new Map([['ada', 'account-ada']]),
  );
  expect(told.map(({ who }) => who)).toEqual(['account-ada', null]);
});
