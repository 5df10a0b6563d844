import { gateSettingsSchema } from '../contracts/gate-settings';
import { freezePolicySchema } from '../contracts/freeze-settings';
import { defaultSettings } from './defaults';

test('a document of before freezes had a policy gets one that touches nothing', () => {
  const { freezes, ...older } = defaultSettings.gates;
  expect(freezePolicySchema.parse(undefined)).toEqual(freezes);
  expect(gateSettingsSchema.parse(older).freezes).toEqual(freezes);
  expect(freezes.action).toBe('record');
});
