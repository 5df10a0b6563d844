import { privacy } from '@forge/api';
import { z } from 'zod';
import type { Instant } from '../kernel/instant';

/** Of one request: the limit of Atlassian's service. */
export const accountsPerReport = 90;

const answers = z.array(z.object({ accountId: z.string(), status: z.enum(['closed', 'updated']) }));

/**
 * Tells Atlassian whose account ids the app holds, as its privacy guidelines ask for at least every seven days. The app keeps no profile
 * of anybody, so an account that was updated asks for nothing.
 * @param accountIds at most 90
 * @returns those whose accounts were closed, and who must be forgotten
 * @throws where the service does not answer
 */
export async function reportPeople(accountIds: readonly string[], updatedAt: Instant): Promise<string[]> {
  const updates = await privacy.reportPersonalData(accountIds.map((accountId) => ({ accountId, updatedAt })));
  return answers.parse(updates).flatMap(({ accountId, status }) => (status === 'closed' ? [accountId] : []));
}
