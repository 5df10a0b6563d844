import type { LookBack, PastRelease } from '../../../src/contracts/look-back';

const dayMs = 86_400_000;
const names = ['4.1.2', '4.1.1', '4.1.0', '4.0.3', '4.0.2 hotfix', '4.0.1', '4.0.0', '3.9.0'];

function pastRelease(name: string, at: number, now: string): PastRelease {
  const held = at % 3 !== 2;
  const escaped = { S1: at % 4 === 0 ? 1 : 0, S2: (at * 2) % 5, S3: (at * 3) % 7, S4: at % 2, none: at % 5 === 1 ? 1 : 0 };
  const production = held
    ? `${name} would not have entered production: ${at + 1} open S1 defect${at === 0 ? '' : 's'}, none allowed.`
    : `${name} would have entered production: every condition was met.`;
  return {
    version: {
      ...{ id: String(9000 + at), name },
      releaseDate: new Date(Date.parse(now) - (at * 19 + 6) * dayMs).toISOString().slice(0, 10),
    },
    stages: [
      {
        ...{ stage: { key: 'staging', name: 'Staging' }, state: at === 7 ? 'unknown' : 'open' },
        sentence:
          at === 7 ? `Nothing is known of ${name} on that day.` : `${name} would have entered staging: every condition was met.`,
      },
      { stage: { key: 'production', name: 'Production' }, state: held ? 'held' : 'open', sentence: production },
    ],
    openAtRelease: held ? at + 3 : 0,
    escaped: at === 2 ? { S1: 0, S2: 0, S3: 0, S4: 0, none: 0 } : escaped,
    jql: `project = SHOP AND affectedVersion = "${name}" AND created > "2026-10-01"`,
  };
}

export function sampleLookBack(now: string): LookBack {
  return {
    at: new Date(Date.parse(now) - 26 * 60_000).toISOString(),
    sentence: '6 of the last 8 releases would have been held for production; 38 defects escaped from them.',
    releases: names.map((name, at) => pastRelease(name, at, now)),
  };
}
