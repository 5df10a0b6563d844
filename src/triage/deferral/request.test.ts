import { aDeferral, aWish, now, releases, requestFacts } from './deferral.fixture';
import { levelFor, isApprover } from './policy';
import { byRelease, laterReleases } from './releases';
import { requestProblems } from './request';
import type { DeferralWish, RequestFacts } from './request';

const fields = (wish: Partial<DeferralWish>, facts: Partial<RequestFacts> = {}) =>
  requestProblems(aWish(wish), requestFacts(facts)).map(({ field }) => field);
const { defect } = requestFacts();

test('a request that says everything can be made', () => {
  expect(fields({})).toEqual([]);
});

test.each<[string, Partial<DeferralWish>, Partial<RequestFacts>, string]>([
  ['a class of reasons that nobody has', { reason: 'mood' }, {}, 'reason'],
  ['an empty rationale', { rationale: 'later' }, {}, 'rationale'],
  ['the present release as target', { targetVersionId: '10' }, {}, 'target'],
  ['a release that is out as target', { targetVersionId: '9' }, {}, 'target'],
  ['a release of nobody as target', { targetVersionId: '99' }, {}, 'target'],
  ['an earlier release than one of two', {}, { defect: { ...defect, planned: ['10', '13'] } }, 'target'],
  ['an S2 without a workaround', { control: null }, {}, 'control'],
  ['an S2 with an empty word for it', { control: 'none' }, {}, 'control'],
  [
    'a missing severity without a workaround',
    { control: null, expiresOn: '2026-11-10' },
    { defect: { ...defect, severity: null } },
    'control',
  ],
  ['a day that is over', { expiresOn: '2026-11-01' }, {}, 'expiry'],
  ['a day beyond the most for S2', { expiresOn: '2026-12-03' }, {}, 'expiry'],
  ['a day beyond the most for S1', { expiresOn: '2026-11-17' }, { defect: { ...defect, severity: 'S1' } }, 'expiry'],
  ['a missing severity held to S1', { expiresOn: '2026-11-17' }, { defect: { ...defect, severity: null } }, 'expiry'],
  ['a defect that is done', {}, { defect: { ...defect, open: false } }, 'defect'],
  ['one that is asked for already', {}, { deferrals: [aDeferral()] }, 'defect'],
  ['one that holds already', {}, { deferrals: [aDeferral({ state: 'approved' })] }, 'defect'],
  ['no later release at all', {}, { releases: releases.slice(0, 2) }, 'target'],
  ['an issue that the person may not edit', {}, { mayEdit: false }, 'permission'],
])('%s stands against it', (_what, wish, facts, field) => {
  expect(fields(wish, facts)).toEqual([field]);
});

test.each<[string, Partial<DeferralWish>, Partial<RequestFacts>]>([
  ['an S3 needs no workaround', { control: null }, { defect: { ...defect, severity: 'S3' } }],
  ['the last day that S2 allows', { expiresOn: '2026-12-02' }, {}],
  ['today', { expiresOn: '2026-11-02' }, {}],
  ['a control in a language without spaces', { control: '客服人员手工发送发票给客户' }, {}],
  ['an earlier one that expired', {}, { deferrals: [aDeferral({ state: 'expired' })] }],
  ['an earlier one past its day that nobody ended yet', {}, { deferrals: [aDeferral({ state: 'approved', expiresAt: now })] }],
])('%s is no obstacle', (_what, wish, facts) => {
  expect(fields(wish, facts)).toEqual([]);
});

test('everything that is wrong is said at once', () => {
  expect(fields({ reason: '', rationale: '', targetVersionId: '9', control: '', expiresOn: '2030-01-01' })).toEqual([
    ...['reason', 'rationale', 'target', 'control', 'expiry'],
  ]);
});

test('releases come by date, those without one last and by number', () => {
  expect(
    [...releases]
      .reverse()
      .sort(byRelease)
      .map(({ name }) => name),
  ).toEqual(['4.1.0', '4.2.0', '4.3.0', '4.9.0', '4.10.0']);
  expect(laterReleases(releases, ['10', '11']).map(({ name }) => name)).toEqual(['4.9.0', '4.10.0']);
});

test('the k-th deferral asks the next higher approver, and then the last one', () => {
  const policy = {
    approvers: [{ kind: 'permission' }, { kind: 'project-admins' }, { kind: 'people', accountIds: ['head'] }],
  } as const;
  expect([1, 2, 3, 4, 9].map((k) => levelFor(policy, k).kind)).toEqual([
    'permission',
    'project-admins',
    'people',
    'people',
    'people',
  ]);
});

test.each([
  ['permission', { granted: true, has: true, admin: false }, true],
  ['permission', { granted: true, has: false, admin: true }, false],
  ['permission', { granted: false, has: false, admin: true }, true],
  ['project-admins', { granted: true, has: true, admin: false }, false],
  ['project-admins', { granted: true, has: false, admin: true }, true],
] as const)('who approves at the level %s follows Jira (%#)', (kind, person, expected) => {
  expect(isApprover({ kind }, { accountId: 'a', ...person })).toBe(expected);
});

test('a named person approves, whatever Jira grants', () => {
  const nobody = { granted: true, has: false, admin: false };
  const level = { kind: 'people', accountIds: ['head'] } as const;
  expect([isApprover(level, { accountId: 'head', ...nobody }), isApprover(level, { accountId: 'a', ...nobody })]).toEqual([
    true,
    false,
  ]);
});
