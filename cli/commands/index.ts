import type { Command } from '../command';

/** What `holdpoint` can do: each command is loaded when it is called, so that the others cost no time. */
export interface Offer {
  /** One line for the list of commands. */
  readonly summary: string;
  readonly load: () => Promise<Command>;
}

export const commands: Readonly<Record<string, Offer>> = {
  analyse: {
    summary: 'how long did exported issues take? lead times, statuses, aging, backlog',
    load: async () => (await import('./analyse')).analyse,
  },
  build: {
    summary: 'tell of a build',
    load: async () => (await import('./build')).build,
  },
  'check-commits': {
    summary: 'does every commit name the issue it is for? exit code 0 yes, 1 no, 2 not known',
    load: async () => (await import('./check-commits')).checkCommitsCommand,
  },
  commits: {
    summary: 'tell which commits a branch now has',
    load: async () => (await import('./commits')).commits,
  },
  deploy: {
    summary: 'tell of a deployment: start, finish, expose, rollback',
    load: async () => (await import('./deploy')).deploy,
  },
  fingerprint: {
    summary: 'which failures are the same? one line of JSON for each',
    load: async () => (await import('./fingerprint')).fingerprint,
  },
  gate: {
    summary: 'may this version enter this stage? exit code 0 open, 1 held, 2 unknown',
    load: async () => (await import('./gate')).gate,
  },
  incident: {
    summary: 'tell of an incident',
    load: async () => (await import('./incident')).incident,
  },
  manifest: {
    summary: 'is everything of these issues still there after a migration?',
    load: async () => (await import('./manifest')).manifest,
  },
  parse: {
    summary: 'what does this test report say? one line of JSON for each file',
    load: async () => (await import('./parse')).parse,
  },
  report: {
    summary: 'send the results of a test run',
    load: async () => (await import('./report')).report,
  },
  verify: {
    summary: 'is this ledger as it was written?',
    load: async () => (await import('./verify')).verify,
  },
  mask: {
    summary: 'takes secrets and personal data out of logs',
    load: async () => (await import('./mask')).mask,
  },
};
