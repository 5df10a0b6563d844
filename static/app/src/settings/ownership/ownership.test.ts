import { ownershipSettingsSchema } from '../../../../../src/contracts/ownership-settings';
import { triageSettingsSchema } from '../../../../../src/contracts/triage-settings';
import { addStep, newCalendar, newRota, peopleIn, removeMember, renameCalendar, type Ownership } from './edit-ownership';
import { ladderWords, ownershipSummary, turnWords } from './ownership-words';

const empty: Ownership = ownershipSettingsSchema.parse({});
const berlin = newCalendar('Berlin', 'Europe/Berlin');
const rota = newRota('Payments', { ...empty, calendars: [berlin] }, 'UTC', '2026-11-05T10:00:00.000Z');
const names = (id: string): string => id.toUpperCase();

test('what is added can stand: a calendar of offices, a rota from this Monday by the first calendar', () => {
  expect(rota).toMatchObject({ calendar: 'Berlin', rotation: { start: '2026-11-02', zone: 'Europe/Berlin' } });
  expect(ownershipSettingsSchema.safeParse({ calendars: [berlin], rotas: [rota] }).success).toBe(true);
});

const triage = triageSettingsSchema.parse(undefined);
const oslo = newCalendar('Oslo', 'Europe/Oslo');
const usual = { ...rota, component: 'Search', calendar: '' };
const inBerlin = {
  ownership: { ...empty, calendars: [berlin, oslo], rotas: [rota, usual], defaultRota: rota },
  triage: { ...triage, calendar: 'Berlin' },
};
const namedIn = ({ ownership, triage: clocks }: typeof inBerlin | ReturnType<typeof renameCalendar>) => [
  ownership.calendars[0]?.name,
  ...ownership.rotas.map(({ calendar }) => calendar),
  ownership.defaultRota?.calendar,
  clocks.calendar,
];

test('a calendar that is called otherwise is still the one of its rotas and of the clocks of decisions', () => {
  expect(namedIn(renameCalendar(inBerlin, 0, 'Spree', 'Berlin'))).toEqual(['Spree', 'Spree', '', 'Spree', 'Spree']);
});

test('what names another calendar, or none, stays', () => {
  const others = { ...inBerlin, triage: { ...triage, calendar: 'Oslo' } };
  expect(renameCalendar(others, 0, 'Spree', 'Berlin').triage.calendar).toBe('Oslo');
  expect(renameCalendar({ ...inBerlin, triage }, 0, 'Spree', 'Berlin').triage.calendar).toBe('');
});

test.each(['', ' ', 'Oslo', ' Oslo'])(
  'while %j is typed, what names the calendar keeps the name from before, and follows the next one',
  (name) => {
    const between = renameCalendar(inBerlin, 0, name, 'Berlin');
    expect(namedIn(between)).toEqual([name, 'Berlin', '', 'Berlin', 'Berlin']);
    expect(namedIn(renameCalendar(between, 0, 'Spree', 'Berlin'))).toEqual(['Spree', 'Spree', '', 'Spree', 'Spree']);
  },
);

test('who leaves a rota takes the own deputies along, and the others stay', () => {
  const deputies = [
    { accountId: 'cem', of: 'ada' },
    { accountId: 'dee', of: null },
  ];
  expect(removeMember({ ...rota, members: ['ada', 'bo'], deputies }, 0)).toMatchObject({
    members: ['bo'],
    deputies: [{ accountId: 'dee', of: null }],
  });
});

test('each step of a ladder comes later than the one before', () => {
  const steps = addStep(addStep(addStep(rota))).ladder.map(({ afterMinutes }) => afterMinutes);
  expect(steps).toEqual([120, 240, 360]);
  expect(ladderWords(addStep(addStep(rota)).ladder, names)).toBe('After 2 h the deputy, after 4 h the lead of the project');
  expect(ladderWords([{ afterMinutes: 90, who: { kind: 'person', accountId: 'cem' } }], names)).toBe('After 1 h 30 min CEM');
});

test('the section says in one line what holds', () => {
  expect(ownershipSummary(empty, '2026-11-05')).toBe('The assignee, else the lead of the project');
  const absences = [{ accountId: 'ada', from: '2026-11-05', to: '2026-11-06' }];
  expect(ownershipSummary({ ...empty, rotas: [rota], absences }, '2026-11-06')).toBe('1 rota, 1 away today');
  expect(peopleIn({ ...empty, rotas: [{ ...rota, members: ['ada', 'erased'] }], absences })).toEqual(['ada']);
});

test.each([
  [{ now: 'ada', standsIn: false, until: 'T', next: 'bo' }, 'Now: ADA, until T; then BO'],
  [{ now: 'bo', standsIn: true, until: 'T', next: 'ada' }, 'Now: BO, who stands in, until T; then ADA'],
  [{ now: 'ada', standsIn: false, until: null, next: null }, 'Now: ADA'],
  [
    { now: null, standsIn: false, until: null, next: null },
    'Now: nobody on it can be asked, so the lead of the project owns its defects',
  ],
])('whose turn it is, in words: %#', (turn, words) => {
  expect(turnWords(turn, names, (at) => at)).toBe(words);
});
