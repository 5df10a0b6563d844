import { mayNothing } from '../access';
import type { NamedIssue } from '../../defects/shell';
import type { LedgerEntry } from '../../governance';
import type { Json } from '../../kernel/json';
import { describe as describeEntry } from './describe';
import { kindChoices } from './kinds';
import type { Sight } from './named-issues';
import { csvRow, decisionOf, exportedEntry } from './view-model';

const verdict = {
  ...{ schema: 1, version: { id: '10', name: '4.2.0' }, stage: { key: 'production', name: 'Production' } },
  ...{ mode: 'enforce', from: 'open', state: 'held', sentence: '4.2.0 may not enter production: 2 open S1 defects.' },
  fingerprint: 'f',
  conditions: [
    { id: 'open-defects:S1:any', value: 2, limit: 0, state: 'breached' },
    { id: 'open-defects:S2:enterprise', value: 0, limit: 0, state: 'met' },
  ],
  inputs: { readUpTo: '2026-11-02T08:59:00.000Z' },
};
const evidence = {
  issues: [
    { id: '1', key: 'SHOP-1', level: null },
    { id: '2', key: 'SHOP-2', level: '900' },
    { id: '3', key: 'SHOP-3', level: null },
  ],
  breached: { 'open-defects:S1:any': ['1', '2'] },
  came: ['2'],
  went: ['9'],
};

function anEntry(parts: Partial<LedgerEntry> = {}): LedgerEntry {
  return {
    ...{ chain: '1', seq: 7, at: '2026-11-02T09:00:00.000Z', kind: 'verdict-changed', subject: 'version:10/production' },
    ...{ entryKey: 'k', actor: { kind: 'app', rule: 'open-defects' }, app: '1.0.0', settings: 3, body: verdict, evidence },
    ...{ evidenceHash: 'e', previousHash: 'p', hash: 'h' },
    ...parts,
  };
}
const known = (id: string, securityLevel: string | null, projectId = '1'): [string, NamedIssue] => [
  id,
  { id, projectId, key: `SHOP-${id}`, securityLevel },
];
const sight = (levels: readonly string[], stored: [string, NamedIssue][] = []): Sight => ({
  projectId: '1',
  access: { mayBrowse: true, levels, may: mayNothing },
  stored: new Map(stored),
});
const keys = (looker: Sight, facts: Json = evidence) => {
  const { issues, hidden } = decisionOf(anEntry({ evidence: facts }), new Map(), looker);
  return { keys: issues.map(({ key, role }) => `${key} ${role}`), hidden };
};

test('a verdict names the issues that came, went and hold, and none that the viewer may not see', () => {
  expect(keys(sight([]))).toEqual({ keys: ['SHOP-1 holds'], hidden: 2 });
  expect(keys(sight(['900']))).toEqual({ keys: ['SHOP-2 came', 'SHOP-1 holds'], hidden: 1 });
  expect(keys(sight(['900'], [known('9', null)]))).toEqual({ keys: ['SHOP-2 came', 'SHOP-9 went', 'SHOP-1 holds'], hidden: 0 });
});

test('what the store knows today outweighs what was true then', () => {
  expect(keys(sight([], [known('1', '900'), known('2', null)]))).toEqual({ keys: ['SHOP-2 came'], hidden: 2 });
});

test('an issue that was moved to another project is not named', () => {
  expect(keys(sight(['900'], [known('1', null, '2')])).keys).toEqual(['SHOP-2 came']);
});

test('other evidence names all its issues, and evidence of an unknown shape names none', () => {
  const repaired = { issues: [{ id: '1', key: 'SHOP-1', level: null, wrong: ['status'] }] };
  expect(keys(sight([]), repaired)).toEqual({ keys: ['SHOP-1 named'], hidden: 0 });
  expect(keys(sight([]), { tickets: ['SHOP-5'] })).toEqual({ keys: [], hidden: 0 });
});

test('evidence is exported only to those who may see all of it', () => {
  const all = sight(['900'], [known('9', null)]);
  expect(exportedEntry(anEntry(), all)).toEqual(anEntry());
  expect(exportedEntry(anEntry(), sight(['900']))).not.toHaveProperty('evidence');
  expect(exportedEntry(anEntry(), sight([], [known('9', null)]))).not.toHaveProperty('evidence');
  expect(exportedEntry(anEntry({ evidence: { tickets: ['SHOP-5'] } }), all)).not.toHaveProperty('evidence');
  expect(exportedEntry(anEntry({ evidence: null, evidenceHash: null }), all)).not.toHaveProperty('evidence');
});

test('a verdict is told in words', () => {
  const decision = decisionOf(anEntry(), new Map(), sight([]));
  expect(decision).toMatchObject({
    title: 'Gate held',
    version: { name: '4.2.0' },
    stage: 'Production',
    sentence: verdict.sentence,
  });
  expect(decision.facts).toEqual([
    { label: 'Before', value: 'Open' },
    { label: 'The gate', value: 'Enforces: while held, nothing passes' },
    { label: 'Open S1 defects', value: '2, none allowed' },
    { label: 'Jira read up to', value: '2026-11-02 08:59 UTC' },
  ]);
});

test.each([
  ['verdict-changed', { ...verdict, mode: 'observe' }, 'Would be held', verdict.sentence],
  ['verdict-changed', { ...verdict, state: 'open' }, 'Gate open', verdict.sentence],
  ['verdict-changed', { sentence: 'Of another shape.' }, 'Verdict changed', 'Of another shape.'],
  [
    'settings-saved',
    { schema: 1, revision: 4, changes: [{ path: 'slaTargetDays.S1', from: 2, to: null }] },
    'Settings saved',
    'The settings were saved as revision 4: 1 value changed.',
  ],
  [
    'publication-repaired',
    { version: verdict.version, found: null },
    'Published verdict put right',
    'The published verdict of 4.2.0 had been removed in Jira, and Holdpoint wrote it anew.',
  ],
  [
    'repair',
    { net: 'daily', count: 1, wrong: [] },
    'Store put right',
    'Holdpoint compared its store with Jira, and put 1 issue right.',
  ],
  [
    'released-while-held',
    { version: verdict.version, stage: verdict.stage },
    'Released while held',
    '4.2.0 was released in Jira while its gate (Production) was held.',
  ],
  ['moon-landing', { crew: 3 }, 'Moon landing', 'Moon landing: Holdpoint wrote this down.'],
  ['moon-landing', null, 'Moon landing', 'Moon landing: Holdpoint wrote this down.'],
] as [string, Json, string, string][])('%s %#: %s', (kind, body, title, sentence) => {
  expect(describeEntry(anEntry({ kind, body }))).toMatchObject({ title, sentence });
});

test('what an entry plainly says is a fact', () => {
  const body = { schema: 1, crew: 3, wentWell: true, deep: { secret: 1 }, long: 'x'.repeat(400) };
  const { facts } = describeEntry(anEntry({ kind: 'moon-landing', body }));
  expect(facts.map(({ label, value }) => [label, value.length > 20 ? value.length : value])).toEqual([
    ['Crew', '3'],
    ['Went well', 'Yes'],
    ['Long', 300],
  ]);
});

test('changed lists of settings are told by what went and what came', () => {
  const row = (most: number) => ({ stage: 'staging', severity: 'S1', tier: 'any', most });
  const changes = [{ path: 'gates.rows', from: [row(0), row(1)], to: [row(1), row(5)] }];
  const { facts } = describeEntry(anEntry({ kind: 'settings-saved', body: { revision: 2, changes } }));
  const value = 'Taken out: staging, S1, any, 0. Put in: staging, S1, any, 5.';
  expect(facts).toEqual([{ label: 'Rows of the gates, rows', value }]);
});

test('a person is known by the account until it is erased', () => {
  const entry = anEntry({ actor: { kind: 'person', pseudonym: 'p1' } });
  expect(decisionOf(entry, new Map([['p1', 'account']]), sight([])).who).toMatchObject({ accountId: 'account' });
  expect(decisionOf(entry, new Map(), sight([])).who).toMatchObject({ accountId: null });
});

test('a row of the CSV names what the viewer may see', () => {
  const row = csvRow(decisionOf(anEntry(), new Map(), sight([])));
  expect(row).toEqual([
    ...['7', '2026-11-02T09:00:00.000Z', 'Gate held', verdict.sentence, 'Holdpoint', '4.2.0', 'Production', '3', '1.0.0'],
    ...['SHOP-1 (and 2 that you may not see)', 'h'],
  ]);
});

test('a kind that is chosen is always offered', () => {
  expect(kindChoices('project', 'moon-landing').at(-1)).toEqual({ kind: 'moon-landing', title: 'Moon landing' });
  const ofSite = ['settings-saved', 'person-erased', 'source-created', 'source-rotated', 'source-revoked'];
  const ofWorkflows = ['workflow-changed', 'workflow-change-undone'];
  expect(kindChoices('site', null).map(({ kind }) => kind)).toEqual([...ofSite, ...ofWorkflows]);
});
