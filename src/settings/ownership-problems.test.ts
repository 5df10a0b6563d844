import { officeHours } from '../governance';
import { defaultOwnership } from '../triage';
import type { OwnershipSettings, Rota } from '../triage';
import { ownershipProblems } from './ownership-problems';

const berlin = { ...officeHours('Europe/Berlin'), name: 'Berlin' };
const rota: Rota = {
  ...{ component: 'Payments', calendar: 'Berlin', members: ['ada', 'bo'] },
  rotation: { kind: 'weekly', start: '2026-11-02', handOver: '09:00', zone: 'Europe/Berlin' },
  deputies: [{ accountId: 'cem', of: 'ada' }],
  ladder: [
    { afterMinutes: 60, who: { kind: 'deputy' } },
    { afterMinutes: 240, who: { kind: 'lead' } },
  ],
};
const given = (parts: Partial<OwnershipSettings>): OwnershipSettings => ({
  ...{ ...defaultOwnership, calendars: [berlin], rotas: [rota], ...parts },
});

test('the defaults can stand, and a rota with its calendar', () => {
  expect([ownershipProblems(defaultOwnership), ownershipProblems(given({}))]).toEqual([[], []]);
});

const cases: [string, Partial<OwnershipSettings>, string][] = [
  ['a calendar without hours', { calendars: [{ ...berlin, hours: [] }] }, 'calendars.0.hours'],
  ['a calendar that is there twice', { calendars: [berlin, berlin] }, 'calendars.1.name'],
  ['a calendar of nowhere', { calendars: [{ ...berlin, zone: 'Moon/Tycho' }] }, 'calendars.0.zone'],
  ['a rota without a component', { rotas: [{ ...rota, component: '' }] }, 'rotas.0.component'],
  ['a component that has two rotas', { rotas: [rota, rota] }, 'rotas.1.component'],
  ['a rota by a calendar that is gone', { calendars: [] }, 'rotas.0.calendar'],
  ['a rota without people', { rotas: [{ ...rota, members: [], deputies: [] }] }, 'rotas.0.members'],
  ['a person twice on a rota', { rotas: [{ ...rota, members: ['ada', 'ada'] }] }, 'rotas.0.members.1'],
  [
    'a first day that no month has',
    { rotas: [{ ...rota, rotation: { ...rota.rotation, start: '2026-02-30' } }] },
    'rotas.0.rotation.start',
  ],
  ['a zone of nowhere', { rotas: [{ ...rota, rotation: { ...rota.rotation, zone: 'Berlin' } }] }, 'rotas.0.rotation.zone'],
  ['a deputy of oneself', { rotas: [{ ...rota, deputies: [{ accountId: 'ada', of: 'ada' }] }] }, 'rotas.0.deputies.0'],
  ['a deputy of somebody else', { rotas: [{ ...rota, deputies: [{ accountId: 'bo', of: 'dee' }] }] }, 'rotas.0.deputies.0.of'],
  ['a ladder that does not rise', { rotas: [{ ...rota, ladder: [...rota.ladder].reverse() }] }, 'rotas.0.ladder.1.afterMinutes'],
  ['a default rota by a calendar that is not there', { defaultRota: { ...rota, calendar: 'Paris' } }, 'defaultRota.calendar'],
  [
    'an absence that ends before it begins',
    { absences: [{ accountId: 'bo', from: '2026-11-05', to: '2026-11-04' }] },
    'absences.0.to',
  ],
  ['an absence on no day', { absences: [{ accountId: 'bo', from: '2026-11-31', to: '2026-12-04' }] }, 'absences.0.from'],
  ['no zone for the others', { zone: '' }, 'zone'],
];

test.each(cases)('%s is a problem at its place', (_what, parts, path) => {
  expect(ownershipProblems(given(parts)).map((problem) => problem.path)).toEqual([`ownership.${path}`]);
});

test('people whose data was erased leave a rota that still can stand', () => {
  const members = ['erased', 'ada', 'erased'];
  const erased = { ...rota, members, deputies: [{ accountId: 'erased', of: 'erased' }] };
  expect(ownershipProblems(given({ rotas: [erased] }))).toEqual([]);
});
