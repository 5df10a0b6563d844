import { gateSettingsSchema } from '../../../../../src/contracts/gate-settings';
import type { Settings } from '../../../../../src/contracts/settings';
import { pipelineSettings } from '../pipeline-settings.fixture';

/** Settings with these rows, as they may come from outside; test and canary have no gate. */
export function settingsWith(rows: readonly object[] = []): Settings {
  return {
    schema: 1,
    defectTypes: ['Bug'],
    releaseTypes: ['Release'],
    stages: [
      { key: 'test', name: 'Test', gated: false, environments: [] },
      { key: 'staging', name: 'Staging', gated: true, environments: [] },
      { key: 'canary', name: 'Canary', gated: false, environments: [] },
      { key: 'production', name: 'Production', gated: true, environments: [] },
    ],
    tiers: ['enterprise', 'trial'],
    projects: {},
    gates: gateSettingsSchema.parse({ rows, overrides: {} }),
    slaTargetDays: { S1: 2, S2: 7, S3: null, S4: null },
    reading: { pointsPerHour: 20_000 },
    retention: { accessDays: 400, sightingDays: 730 },
    forecast: { freezes: {} },
    scope: { projects: {} },
    ...pipelineSettings,
  };
}
