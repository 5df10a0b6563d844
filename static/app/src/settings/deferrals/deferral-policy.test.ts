import { deferralPolicySchema } from '../../../../../src/contracts/deferral-settings';
import { withReason } from '../edit-settings';
import { deferralsSummary, levelName, levelOf } from './deferral-policy';

const policy = deferralPolicySchema.parse({});

test('one line says what holds', () => {
  expect(deferralsSummary(policy)).toBe('At most S1 14, S2 30, S3 90, S4 180 days; 2 levels of approval; rationales of 8 words');
  expect(deferralsSummary({ ...policy, approvers: [levelOf('permission')] })).toContain('; 1 level of approval;');
});

test('a new reason has a key of its own', () => {
  const added = withReason(withReason(policy.reasons, 'Low impact'), 'Low impact');
  expect(added.slice(-2)).toEqual([
    { key: 'low-impact-2', name: 'Low impact' },
    { key: 'low-impact-3', name: 'Low impact' },
  ]);
  expect(deferralPolicySchema.safeParse({ ...policy, reasons: added }).success).toBe(true);
});

test('levels are called by the deferrals that they approve', () => {
  expect([0].map((at) => levelName(at, 1))).toEqual(['Every deferral']);
  expect([0, 1].map((at) => levelName(at, 2))).toEqual(['The first', 'The second and later ones']);
  expect(levelName(4, 5)).toBe('The fifth and later ones');
});

test('people who are yet to be named are a problem that the back end refuses too', () => {
  expect(deferralPolicySchema.safeParse({ ...policy, approvers: [levelOf('people')] }).success).toBe(false);
});
