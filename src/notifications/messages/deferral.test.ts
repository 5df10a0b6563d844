import { minute, plus } from '../../kernel/instant';
import { aRelease, start } from '../notifications.fixture';
import { replayed } from '../preview';
import { defaultNotificationRules } from '../rules';
import { deferralTold } from './deferral';
import type { DeferralTold } from './deferral';

const told: DeferralTold = {
  ...{ event: 'deferral-requested', defect: { id: '30001', key: 'SHOP-7', severity: 'S2', securityLevel: null } },
  ...{ target: '4.3.0', day: '12 December 2026', approver: 'an admin of the project', approvers: ['a'], requesters: ['r'] },
};
const made = (part: Partial<DeferralTold>, id = 'h') =>
  deferralTold({ id, at: start, projectId: '10000' }, { ...told, ...part }, [aRelease()]);

test.each<[DeferralTold['event'], string]>([
  [
    'deferral-requested',
    'The defect SHOP-7 is to be deferred to 4.3.0 until 12 December 2026. It waits for an admin of the project.',
  ],
  ['deferral-approved', 'The defect SHOP-7 is deferred to 4.3.0 until 12 December 2026.'],
  ['deferral-refused', 'The defect SHOP-7 is not deferred to 4.3.0: the deferral was refused, and the defect counts as before.'],
  [
    'deferral-expiring',
    'The defect SHOP-7 is deferred to 4.3.0 only until 12 December 2026. Fix it, extend the deferral, or let it count again.',
  ],
  ['deferral-expired', 'The defect SHOP-7 counts again: its deferral to 4.3.0 has ended.'],
])('%s says what happened, and for whom it is', (event, sentence) => {
  expect(made({ event })).toMatchObject({
    event,
    sentence,
    issueId: '30001',
    severity: 'S2',
    approvers: ['a'],
    requesters: ['r'],
  });
});

const events = ['deferral-requested', 'deferral-approved', 'deferral-refused', 'deferral-expiring', 'deferral-expired'] as const;

test('a defect that not everybody may see is not named, and one without a severity counts as S1', () => {
  for (const event of events) {
    const { severity, sentence } = made({ event, defect: { ...told.defect, securityLevel: '10400', severity: null } });
    expect(severity).toBe('S1');
    expect(sentence).toMatch(/^A defect that not everybody may see /);
    expect(sentence).not.toContain('SHOP-7');
  }
});

test('a name of a release from outside is one bounded line', () => {
  const { sentence } = made({ target: `x\n${'y'.repeat(999)}` });
  expect(sentence.length).toBeLessThan(301);
  expect(sentence).not.toContain('\n');
});

test.each<[DeferralTold['event'], string, string[]]>([
  ['deferral-requested', 'deferral-waits', ['approvers']],
  ['deferral-approved', 'deferral-decided', ['requester']],
  ['deferral-refused', 'deferral-decided', ['requester']],
  ['deferral-expiring', 'deferral-ends', ['requester', 'owner']],
  ['deferral-expired', 'deferral-ends', ['requester', 'owner']],
])('by default %s is told once they are switched on, a hundred of them as one message', (event, ruleId, to) => {
  const many = Array.from({ length: 100 }, (_, n) => made({ event }, `h${n}`));
  const [message, ...others] = replayed({ ...defaultNotificationRules, on: true }, many, plus(start, 60 * minute));
  expect(others).toEqual([]);
  expect(message?.parts.map(({ rule, to: whom }) => [rule.id, whom.map(({ kind }) => kind)])).toEqual([[ruleId, to]]);
  expect(message?.parts[0]?.content.events[0]?.count).toBe(100);
});
