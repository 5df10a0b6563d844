import type { Settings } from '../../../src/contracts/settings';

type BranchRule = Settings['commits']['branches'][number];
const branch = (name: string, version: BranchRule['version']): BranchRule => ({
  ...{ branch: name, keys: 'at-least-one', exists: true, workTypes: [], statuses: [] },
  ...{ version, notDeferred: true, notFrozen: true },
});
const standard: Settings['masking']['standard'] = {
  ...{ secrets: true, emails: true, phones: true, cards: true, ibans: true, nationalIds: true, ips: false },
  ...{ allow: ['*.example.org'], nationalIdPatterns: ['99-AA-9999'], words: ['Project Heron'] },
};

/** The parts of the settings that are about pipelines. */
export const samplePipelineSettings: Pick<Settings, 'failures' | 'masking' | 'commits'> = {
  failures: {
    ...{ file: true, after: { failed: 1, of: 1 }, flaky: { rate: 0.2, over: 20, atLeast: 5 } },
    ...{ greenRuns: 5, fuse: 20, severity: 'S3', maxSightingsKept: 200, notFixed: ["Won't Do", 'Duplicate'] },
    known: [
      {
        match: { kind: 'text', text: 'Connection to the payment stand * refused' },
        ...{ reason: 'The stand moves house until the new year', until: '2027-01-01T00:00:00.000Z' },
      },
      { match: { kind: 'fingerprint', fingerprint: `2026-11-23:${'9f0c'.repeat(8)}` }, reason: 'Known since 2019', until: null },
    ],
  },
  masking: { standard, environments: { production: { ...standard, ips: true } } },
  commits: {
    branches: [branch('main', 'none'), branch('release/{version}', 'prefix'), branch('hotfix/{version}', 'prefix')],
    ...{ merge: 'skip', bot: 'skip', revert: 'take-over', cherryPick: 'take-over', bots: ['*[bot]@*'] },
  },
};
