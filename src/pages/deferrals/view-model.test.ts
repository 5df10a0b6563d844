import { defaultDeferralPolicy } from '../../triage';
import type { DecidingPerson, Deferral } from '../../triage';
import { csvLines } from '../decisions/csv';
import { aStoredDefect } from '../screen.fixture';
import { aDeferral, anApproved as approved, now, releases } from './deferrals.fixture';
import { deferralRow } from './row';
import type { RowFacts } from './row';
import { csvHead, csvRow, exportedRow, inOrder, sumsOf } from './view-model';

const viewer: DecidingPerson = { accountId: 'me', granted: true, has: true, admin: false };
const facts = (parts: Partial<RowFacts> = {}): RowFacts => ({
  ...{
    policy: defaultDeferralPolicy,
    now,
    people: new Map([
      ['asker', 'account-4711'],
      ['boss', 'me'],
    ]),
    assignees: new Map(),
  },
  ...{ scores: new Map([['7', { score: 61.5 }]]), viewer },
  ...parts,
});
const row = (deferral: Deferral, parts: Partial<RowFacts> = {}, others: readonly Deferral[] = []) =>
  deferralRow(deferral, aStoredDefect(), [...others, deferral], facts(parts));
const nothing = { approve: false, refuse: false, extend: false, withdraw: false, reinstate: false };

test.each<[string, Deferral, Partial<RowFacts>, object]>([
  ['a request', aDeferral(), {}, { ...nothing, approve: true, refuse: true, withdraw: true }],
  ['a request of the viewer', aDeferral(), { people: new Map([['asker', 'me']]) }, { ...nothing, refuse: true, withdraw: true }],
  [
    'a request about the own defect',
    aDeferral(),
    { assignees: new Map([['7', 'me']]) },
    { ...nothing, refuse: true, withdraw: true },
  ],
  ['a request to others', aDeferral(), { viewer: { ...viewer, has: false } }, nothing],
  ['what holds', approved(), {}, { ...nothing, extend: true, withdraw: true }],
  ['what was refused', aDeferral({ state: 'refused' }), {}, nothing],
  ['what expired, where the next level is another', approved(), { now: '2026-11-21T00:00:00.000Z' }, nothing],
  [
    'what expired, at the next level',
    approved(),
    { now: '2026-11-21T00:00:00.000Z', viewer: { ...viewer, admin: true } },
    { ...nothing, reinstate: true },
  ],
])('the viewer may do with %s what the policy says', (_what, deferral, parts, may) => {
  expect(row(deferral, parts).may).toEqual(may);
});

test('a row says how often, for whom it waits and how long it holds', () => {
  expect(row(aDeferral({ id: '7-2' }), {}, [{ ...approved(), state: 'expired' }])).toMatchObject({
    ...{ k: 2, waitsFor: 'Waits for an admin of the project.', daysLeft: null, score: 61.5 },
    requestedBy: { accountId: 'account-4711', pseudonym: 'asker' },
  });
  expect(row(approved())).toMatchObject({
    state: 'approved',
    daysLeft: 18,
    latestDay: '2026-12-02',
    approver: { accountId: 'me' },
  });
  expect(row(approved(), { now: '2026-11-21T00:00:00.000Z' })).toMatchObject({ state: 'expired', daysLeft: null });
});

test('what waits for the viewer comes first, then what waits, what holds by its end, and what is over', () => {
  const rows = [
    row(aDeferral({ id: '7-1', state: 'refused' })),
    row(approved({ id: '7-2', expiresAt: '2026-11-25T23:59:59.000Z' })),
    row(approved({ id: '7-3' })),
    row(aDeferral({ id: '7-4' }), { viewer: { ...viewer, has: false } }),
    row(aDeferral({ id: '7-5' })),
  ];
  expect(inOrder(rows).map(({ id }) => id)).toEqual(['7-5', '7-4', '7-3', '7-2', '7-1']);
});

test('a release carries the risk of what holds of its defects, and of nothing else', () => {
  const rows = [row(approved()), row(approved({ id: '7-2' }), { scores: new Map() }), row(aDeferral({ id: '7-3' }))];
  const sums = sumsOf(rows, { now, planned: new Map([['7', ['10']]]), releases });
  expect(sums.releases).toEqual([
    { release: { id: '10', name: '4.2.0' }, deferrals: 2, risk: 61.5, unscored: 1, ids: ['7-1', '7-2'] },
  ]);
  expect(sums).toMatchObject({ waiting: 1, active: 2, expiring: [], forViewer: ['7-3'] });
  expect(sumsOf(rows, { now: '2026-11-07T00:00:00.000Z', planned: new Map(), releases }).expiring).toEqual(['7-1', '7-2']);
});

test('a file names people by pseudonyms, and no cell of it is a formula', () => {
  const rows = [row(aDeferral({ rationale: '=HYPERLINK("https://example.com")' }))];
  const text = csvLines([csvHead, ...rows.map(csvRow)]);
  expect(text).toContain(`"'=HYPERLINK`);
  expect(rows.map(csvRow)[0]).toHaveLength(csvHead.length);
  for (const file of [text, JSON.stringify(rows.map(exportedRow))]) {
    expect(file).toContain('asker');
    expect(file).not.toContain('account-4711');
  }
});
