import { noteAccess, pseudonymOf } from '../governance/shell';
import { newId } from '../platform/identity';
import { logFailure } from '../platform/log';
import type { Viewer } from './viewer';

/** What a person looks at or takes away with a call. */
export interface Reading {
  readonly projectId: string;
  readonly act: 'opened' | 'exported';
  readonly what: string;
  readonly subject: string;
}

/**
 * Records who read what, for the audit. An export that cannot be recorded is not handed out; a screen is shown all the same, because
 * a release manager must not be left blind.
 */
export async function recordReading(reading: Reading, { accountId, now }: Viewer): Promise<void> {
  try {
    await noteAccess({ ...reading, pseudonym: await pseudonymOf(accountId, newId()) }, now);
  } catch (error) {
    if (reading.act === 'exported') throw error;
    logFailure('access-not-recorded', error, { project: reading.projectId });
  }
}
