import { settingsSchema } from '../../../../../src/contracts/settings';
import { pipelineSettings } from '../pipeline-settings.fixture';
import { addEnvironment, changeRules, removeEnvironment } from './edit-masking';

const settings = settingsSchema.parse({
  ...{ schema: 1, defectTypes: ['Bug'], releaseTypes: ['Release'], tiers: [], projects: {}, gates: { rows: [] } },
  ...{ stages: [{ key: 'live', name: 'Live', gated: true }], slaTargetDays: { S1: 1, S2: 1, S3: 1, S4: 1 } },
  ...pipelineSettings,
});
const { standard } = settings.masking;

test('the rules of all others change alone', () => {
  const both = addEnvironment('live')(settings);
  const changed = changeRules(null, { ips: true })(both);
  expect(changed.masking).toEqual({ standard: { ...standard, ips: true }, environments: { live: standard } });
});

test('an environment begins with the rules of all others and then goes its own way', () => {
  const changed = changeRules('live', { words: ['heron'] })(addEnvironment('live')(settings));
  expect(changed.masking).toEqual({ standard, environments: { live: { ...standard, words: ['heron'] } } });
  expect(addEnvironment('live')(changed)).toBe(changed);
  expect(removeEnvironment('live')(changed).masking).toEqual({ standard, environments: {} });
});

test('an environment without rules of its own gets none by a change', () => {
  expect(changeRules('live', { ips: true })(settings)).toBe(settings);
});

test('an environment may be called as something that every object has', () => {
  const changed = addEnvironment('constructor')(settings);
  expect(Object.keys(changed.masking.environments)).toEqual(['constructor']);
});
