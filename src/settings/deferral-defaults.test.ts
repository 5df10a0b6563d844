import { deferralPolicySchema } from '../contracts/deferral-settings';
import { settingsSchema } from '../contracts/settings';
import { defaultSettings } from './defaults';
import { settingsProblems } from './problems';

test('a document of before deferrals were known gets what holds by default', () => {
  const { deferrals, ...older } = defaultSettings;
  expect(deferralPolicySchema.parse(undefined)).toEqual(deferrals);
  expect(settingsSchema.parse(older).deferrals).toEqual(deferrals);
});

test('a class of reasons stands once', () => {
  const { deferrals } = defaultSettings;
  const twice = { ...deferrals, reasons: [...deferrals.reasons, { key: 'low-impact', name: 'Again' }] };
  expect(settingsProblems({ ...defaultSettings, deferrals: twice }).map(({ path }) => path)).toEqual(['deferrals.reasons.6.key']);
});
