import { toDefect } from './defect';
import { fieldIds } from './fields';
import { anIssue, ids } from './issue.fixture';
import { toReleaseTicket } from './release-ticket';
import { trackedAs } from './work-types';

test.each([
  ['S1', 'S1'],
  [{ value: ' s2 ' }, 'S2'],
  ['Blocker', null],
  ['', null],
  [null, null],
  [undefined, null],
  [['S1'], null],
])('severity %j is read as %j', (value, severity) => {
  expect(toDefect(anIssue({ customfield_1: value }), ids).severity).toBe(severity);
});

test('an unreadable severity is kept as it stands', () => {
  expect(toDefect(anIssue({ customfield_1: 'Blocker' }), ids)).toMatchObject({ severityRaw: 'Blocker', severity: null });
});

test('fields that the site does not have are empty', () => {
  const none = fieldIds([]);
  expect(toDefect(anIssue({ customfield_1: 'S1' }), none)).toMatchObject({ severity: null, tier: null, usersAffected: null });
});

test('numbers may come as text', () => {
  expect(toDefect(anIssue({ customfield_3: '120' }), ids).usersAffected).toBe(120);
});

test('a defect is open until its status is in the category done', () => {
  const done = anIssue({ status: { id: '5', name: 'Closed', statusCategory: { key: 'done' } } });
  expect([toDefect(anIssue(), ids).open, toDefect(done, ids).open]).toEqual([true, false]);
});

test('fields are found by the end of their key or of their type', () => {
  const found = fieldIds([
    { id: 'customfield_7', key: 'app__env__static__defect-severity' },
    { id: 'customfield_8', schema: { custom: 'ari:app__env__static__customer-tier' } },
    { id: 'summary', key: 'summary', schema: {} },
  ]);
  expect(found).toMatchObject({ 'defect-severity': 'customfield_7', 'customer-tier': 'customfield_8', workaround: null });
});

test.each([
  ['bug ', 'defect'],
  ['Release', 'release-ticket'],
  ['缺陷', 'defect'],
  ['Story', null],
])('work type %s is tracked as %j', (name, tracked) => {
  expect(trackedAs({ defectTypes: ['Bug', '缺陷'], releaseTypes: ['Release'] }, name)).toBe(tracked);
});

test('a release ticket names each fix version once', () => {
  expect(toReleaseTicket(anIssue({ fixVersions: ['1', '2', '1'] })).versionIds).toEqual(['1', '2']);
});

test('assignee, components and links are kept by their ids', () => {
  const components = [{ id: '10020', name: 'Checkout' }];
  const issuelinks = [{ id: '10900', type: 'Blocks', direction: 'outward' as const, other: { id: '20002', key: 'SHOP-2' } }];
  const defect = toDefect(anIssue({ assignee: { accountId: 'account-dev' }, components, issuelinks }), ids);
  expect(defect).toMatchObject({ assigneeId: 'account-dev', components, links: issuelinks });
  expect(toDefect(anIssue(), ids)).toMatchObject({ assigneeId: null, components: [], links: [] });
});
