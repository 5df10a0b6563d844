import type { Command } from '../command';

/** What `holdpoint` can do: each command is loaded when it is called, so that the others cost no time. */
export interface Offer {
  /** One line for the list of commands. */
  readonly summary: string;
  readonly load: () => Promise<Command>;
}

export const commands: Readonly<Record<string, Offer>> = {
  gate: {
    summary: 'may this version enter this stage? exit code 0 open, 1 held, 2 unknown',
    load: async () => (await import('./gate')).gate,
  },
  verify: {
    summary: 'is this ledger as it was written?',
    load: async () => (await import('./verify')).verify,
  },
};
