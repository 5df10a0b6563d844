import type { OwnershipConfig } from './config';
import { ownerOf } from './owner';
import { aConfig, aRota } from './ownership.fixture';

const monday = '2026-11-02T09:00:00.000Z';
const away = (accountId: string, to = '2026-11-06', from = '2026-11-01') => ({ accountId, from, to });
const payments = { components: ['Payments'], assignee: null };
const everybody = ['ada', 'bo', 'cem', 'dee', 'lea', 'rim'].map((accountId) => away(accountId));
const daily = aRota({ rotation: { kind: 'daily', start: '2026-11-01', handOver: '09:00', zone: 'Europe/Berlin' } });

type Case = [
  string,
  Partial<OwnershipConfig>,
  { components: string[]; assignee: string | null },
  string,
  string,
  string,
  string | null,
];
const on = (...components: string[]) => ({ components, assignee: null });
const cases: Case[] = [
  ['whose turn it is', {}, on('Payments'), monday, 'ada', 'on the rota of Payments this week', '2026-11-09T08:00:00.000Z'],
  [
    'the last moment of a turn',
    {},
    on('Payments'),
    '2026-11-09T07:59:59.999Z',
    'ada',
    'on the rota of Payments this week',
    '2026-11-09T08:00:00.000Z',
  ],
  [
    'the first moment of the next',
    {},
    on('Payments'),
    '2026-11-09T08:00:00.000Z',
    'bo',
    'on the rota of Payments this week',
    '2026-11-16T08:00:00.000Z',
  ],
  [
    'a turn of a day, before it is handed over',
    { rotas: [daily] },
    on('Payments'),
    '2026-11-02T07:00:00.000Z',
    'ada',
    'on the rota of Payments today',
    '2026-11-02T08:00:00.000Z',
  ],
  [
    'the deputy of who is away',
    { absences: [away('ada')] },
    on('Payments'),
    monday,
    'dee',
    'deputy of Ada, who is away until Friday',
    '2026-11-06T23:00:00.000Z',
  ],
  [
    'absences that follow each other',
    { absences: [away('ada', '2026-11-04'), away('ada', '2026-12-03', '2026-11-05'), away('ada', '2026-11-20', '2026-11-10')] },
    on('Payments'),
    monday,
    'dee',
    'deputy of Ada, who is away until 3 December',
    '2026-11-09T08:00:00.000Z',
  ],
  [
    'away for a day',
    { absences: [away('ada', '2026-11-02')] },
    on('Payments'),
    monday,
    'dee',
    'deputy of Ada, who is away today',
    '2026-11-02T23:00:00.000Z',
  ],
  [
    'the deputy of the deputy',
    {
      rotas: [
        aRota({
          deputies: [
            { accountId: 'bo', of: 'ada' },
            { accountId: 'ada', of: 'bo' },
            { accountId: 'cem', of: 'bo' },
          ],
        }),
      ],
      absences: [away('ada'), away('bo', '2026-11-03')],
    },
    on('Payments'),
    monday,
    'cem',
    'deputy of Bo, who is away until tomorrow',
    '2026-11-03T23:00:00.000Z',
  ],
  [
    'a deputy of everybody',
    { rotas: [aRota({ deputies: [{ accountId: 'dee', of: null }] })], absences: [away('ada')] },
    on('Payments'),
    monday,
    'dee',
    'deputy on the rota of Payments, because Ada, whose turn it is, is away until Friday',
    '2026-11-06T23:00:00.000Z',
  ],
  [
    'another member',
    { absences: [away('ada'), away('dee')] },
    on('Payments'),
    monday,
    'bo',
    'on the rota of Payments, because Ada, whose turn it is, is away until Friday',
    '2026-11-06T23:00:00.000Z',
  ],
  [
    'somebody without an account is passed over',
    { rotas: [aRota({ members: ['gone', 'bo'] })] },
    on('Payments'),
    monday,
    'bo',
    'on the rota of Payments, because somebody, whose turn it is, has no active account',
    null,
  ],
  [
    'nobody on the rota',
    { absences: ['ada', 'bo', 'cem', 'dee'].map((id) => away(id)) },
    on('Payments'),
    monday,
    'lea',
    'lead of the project, because nobody on the rota is available',
    '2026-11-06T23:00:00.000Z',
  ],
  ['a component without a rota', {}, on('Search'), monday, 'lea', 'lead of the project, because no rota covers it', null],
  [
    'a default rota',
    { defaultRota: aRota({ component: '', members: ['cem'] }) },
    on('Search'),
    monday,
    'cem',
    'on the default rota this week',
    null,
  ],
  [
    'the order of rotas, not of components',
    { rotas: [aRota({ component: 'Basket', members: ['bo'] }), aRota()] },
    on('Payments', 'Basket'),
    monday,
    'bo',
    'on the rota of Basket this week',
    null,
  ],
  [
    'the second rota where nobody of the first is there',
    { rotas: [aRota({ component: 'Basket', members: ['bo'], deputies: [] }), aRota()], absences: [away('bo')] },
    on('Payments', 'Basket'),
    monday,
    'ada',
    'on the rota of Payments this week',
    '2026-11-06T23:00:00.000Z',
  ],
  [
    'a rota that has not begun',
    { rotas: [aRota({ rotation: { ...aRota().rotation, start: '2026-11-04' } })] },
    on('Payments'),
    monday,
    'lea',
    'lead of the project, because nobody on the rota is available',
    '2026-11-04T08:00:00.000Z',
  ],
  ['the assignee', {}, { ...payments, assignee: 'bo' }, monday, 'bo', 'assigned to it', null],
  [
    'an assignee who is away',
    { absences: [away('bo', '2026-11-03')] },
    { ...payments, assignee: 'bo' },
    monday,
    'ada',
    'on the rota of Payments this week; Bo, who is assigned, is away until tomorrow',
    '2026-11-03T23:00:00.000Z',
  ],
  [
    'a release manager',
    { absences: everybody.filter(({ accountId }) => accountId !== 'rim') },
    on('Search'),
    monday,
    'rim',
    'release manager, because the lead of the project is away until Friday and no rota covers it',
    '2026-11-06T23:00:00.000Z',
  ],
  [
    'the lead all the same',
    { absences: everybody },
    on('Payments'),
    monday,
    'lea',
    'lead of the project, who is away until Friday, because nobody is available',
    // Cem works in Boston, Ada in Berlin, where Saturday begins earlier.
    '2026-11-06T23:00:00.000Z',
  ],
];

test.each(cases)('%s', (_what, parts, defect, now, accountId, why, until) => {
  expect(ownerOf(aConfig(parts), defect, now)).toMatchObject({ accountId, why, until });
});
