import { defaultNotificationRules } from '../notifications';
import { notificationRulesSchema } from './notification-settings';

const base = notificationRulesSchema.parse(defaultNotificationRules);
const quiet = (part: object) => ({
  zone: 'Europe/Berlin',
  spans: [{ days: [1], from: '22:00', to: '07:00' }],
  breakThrough: true,
  ...part,
});
const [first] = base.rules;

test('the defaults can stand, and are off', () => {
  expect(base).toEqual(defaultNotificationRules);
  expect(base.on).toBe(false);
});

test.each([
  ['a zone that there is not', { quiet: quiet({ zone: 'Europe/Bielefeld' }) }, 'quiet.zone'],
  ['an hour that there is not', { quiet: quiet({ spans: [{ days: [1], from: '24:00', to: '07:00' }] }) }, 'quiet.spans.0.from'],
  ['a day that there is not', { quiet: quiet({ spans: [{ days: [8], from: '22:00', to: '07:00' }] }) }, 'quiet.spans.0.days.0'],
  [
    'quiet hours that never end',
    { quiet: quiet({ spans: [{ days: [1, 2, 3, 4, 5, 6, 7], from: '00:00', to: '00:00' }] }) },
    'quiet.spans',
  ],
  ['two rules of one id', { rules: [first, first] }, 'rules'],
  ['a rule that tells of nothing', { rules: [{ ...first, events: [] }] }, 'rules.0.events'],
  ['a rule that tells in no way', { rules: [{ ...first, channels: [] }] }, 'rules.0.channels'],
  ['a window of nothing', { rules: [{ ...first, windowMinutes: 0 }] }, 'rules.0.windowMinutes'],
  [
    'a stage that cannot be',
    { rules: [{ ...first, stream: { kind: 'deployed', stages: ['A B'], states: ['deployed'] } }] },
    'rules.0.stream.stages.0',
  ],
])('%s is a problem at its place', (_what, part, path) => {
  const parsed = notificationRulesSchema.safeParse({ ...base, ...part });
  expect(parsed.error?.issues.map((issue) => issue.path.join('.'))).toEqual([path]);
});

test('a week with one quiet minute less leaves time', () => {
  const spans = [{ days: [1, 2, 3, 4, 5, 6, 7], from: '00:01', to: '00:00' }];
  expect(notificationRulesSchema.safeParse({ ...base, quiet: quiet({ spans }) }).success).toBe(true);
});
