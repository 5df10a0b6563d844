import type { Check, GateRow } from '../../gates';
import { checkViews } from './view-model';
import type { CheckFacts } from './view-model';

const now = '2026-11-02T09:00:00.000Z';
const stages = [
  { key: 'staging', name: 'Staging' },
  { key: 'production', name: 'Production' },
];
const row = (name: string, stage: string, role = 'Support'): GateRow => ({
  ...{ rule: 'manual-check', stage, breach: 'holds', name, role, evidence: 'link', hours: 24 },
});
const said: Check = {
  ...{ id: '10-1', projectId: '1', version: { id: '10', name: '4.2.0' }, stage: { key: 'staging', name: 'Staging' } },
  ...{ name: 'Support team briefed', state: 'confirmed' },
  events: [
    {
      ...{ act: 'confirmed', at: '2026-11-02T08:00:00.000Z', who: 'p', role: 'Support', form: 'link' },
      ...{ evidence: 'https://wiki.example.com/', builds: ['411'] },
    },
  ],
};
const view = (parts: Partial<CheckFacts> = {}) =>
  checkViews({
    ...{ stages, rows: [row('Support team briefed', 'staging')], checks: [said], builds: () => ['411'] },
    ...{ inRole: () => true, people: new Map([['p', 'tess']]), accountId: 'omar', isOver: false, now },
    ...parts,
  });

test('checks stand in the order of the stages; rows that ask people for nothing are left out', () => {
  const rows = [row('B', 'production'), row('C', 'elsewhere'), row('A', 'staging')];
  expect(view({ rows: [...rows, { rule: 'change-since', stage: 'staging', breach: 'holds' }] }).map(({ name }) => name)).toEqual([
    'A',
    'B',
  ]);
});

test('one that is confirmed says who, what shows it, and until when it is good', () => {
  expect(view()[0]).toMatchObject({
    ...{ standing: 'confirmed', until: '2026-11-03T08:00:00.000Z', roleExists: true },
    said: [{ who: { accountId: 'tess' }, evidence: 'https://wiki.example.com/', builds: ['411'] }],
  });
});

test.each<[string, Partial<CheckFacts>, { confirm: boolean; withdraw: boolean }]>([
  ['somebody in the role takes it back', {}, { confirm: false, withdraw: true }],
  ['who gave it takes it back', { accountId: 'tess', inRole: () => false }, { confirm: false, withdraw: true }],
  ['a stranger may do nothing', { inRole: () => false }, { confirm: false, withdraw: false }],
  ['for another build it is confirmed anew', { builds: () => ['412'] }, { confirm: true, withdraw: true }],
  ['what was never said is confirmed', { checks: [] }, { confirm: true, withdraw: false }],
  ['of a release that is out nothing is said', { checks: [], isOver: true }, { confirm: false, withdraw: false }],
  ['in a role that is not there is nobody', { checks: [], inRole: () => null }, { confirm: false, withdraw: false }],
])('%s', (_, parts, may) => {
  expect(view(parts)[0]?.may).toEqual(may);
});

test('who was erased is nobody', () => {
  expect(view({ people: new Map() })[0]?.said[0]?.who).toEqual({ accountId: null, pseudonym: 'p' });
});
