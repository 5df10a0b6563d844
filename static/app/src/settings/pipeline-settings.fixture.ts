import { deferralPolicySchema } from '../../../../src/contracts/deferral-settings';
import { ownershipSettingsSchema } from '../../../../src/contracts/ownership-settings';
import type { Settings } from '../../../../src/contracts/settings';
import { triageSettingsSchema } from '../../../../src/contracts/triage-settings';

/** The parts of a settings document that are about defects, pipelines and messages, as plain as they can be. */
export const pipelineSettings: Pick<
  Settings,
  | 'scoring'
  | 'triage'
  | 'deferrals'
  | 'ownership'
  | 'failures'
  | 'masking'
  | 'commits'
  | 'notifications'
  | 'transitionMap'
  | 'breaches'
> = {
  scoring: {
    weights: { severity: 30, recurrence: 20, users: 20, exposure: 15, workaround: 10, age: 5 },
    halfLifeDays: 14,
    users: 10_000,
  },
  transitionMap: { rows: [], moves: [] },
  breaches: { takeBack: [] },
  failures: {
    file: true,
    after: { failed: 1, of: 1 },
    flaky: { rate: 0.2, over: 20, atLeast: 5 },
    greenRuns: 5,
    fuse: 20,
    known: [],
    severity: 'S3',
    notFixed: ["Won't Do", 'Duplicate'],
    maxSightingsKept: 200,
  },
  masking: {
    standard: {
      ...{ secrets: true, emails: true, phones: true, cards: true, ibans: true, nationalIds: true, ips: false },
      ...{ allow: [], nationalIdPatterns: [], words: [] },
    },
    environments: {},
  },
  commits: { branches: [], merge: 'skip', bot: 'skip', revert: 'take-over', cherryPick: 'take-over', bots: [] },
  triage: triageSettingsSchema.parse(undefined),
  deferrals: deferralPolicySchema.parse({}),
  ownership: ownershipSettingsSchema.parse({}),
  notifications: { on: false, quiet: null, rules: [] },
};
