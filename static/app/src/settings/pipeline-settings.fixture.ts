import type { Settings } from '../../../../src/contracts/settings';

/** The parts of a settings document that are about pipelines and messages, as plain as they can be. */
export const pipelineSettings: Pick<Settings, 'failures' | 'masking' | 'commits' | 'notifications'> = {
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
  notifications: { on: false, quiet: null, rules: [] },
};
