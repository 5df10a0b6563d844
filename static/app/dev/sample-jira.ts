import type { PublishedVerdict } from '../../../src/contracts/published-verdict';

function published(now: number): PublishedVerdict {
  const [at, until] = [new Date(now - 6 * 60_000).toISOString(), new Date(now + 9 * 60_000).toISOString()];
  const common = {
    mode: 'enforce',
    rule: null,
    value: null,
    limit: null,
    jql: '',
    build: null,
    override: null,
    at,
    until,
  } as const;
  return {
    ...{ schema: 1, version: '10002', name: '4.2.0', head: 'abc', at, until },
    stages: {
      staging: { ...common, state: 'open', sentence: '4.2.0 may enter staging: every condition is met.' },
      production: { ...common, state: 'held', sentence: '4.2.0 may not enter production: 4 open S1 defects, 0 allowed.' },
    },
  };
}

/** What the panel reads from Jira itself when Holdpoint does not answer: `panel.html?store=silent`. */
export function jiraAnswer(path: string): unknown {
  if (path.includes('/properties/')) return { value: published(Date.now()) };
  return { fields: { fixVersions: [{ id: '10002', name: '4.2.0', released: false }] } };
}
