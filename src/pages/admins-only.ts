import type { Answer } from '../contracts/screen';
import { viewerIsAdmin } from '../platform/jira';
import { inTrouble, refused } from './answer';

/** Null where the person administers Jira; else the answer to give. */
export async function notAdmin(): Promise<Answer<never> | null> {
  const admin = await viewerIsAdmin();
  if (admin.kind !== 'ok') return inTrouble(admin);
  return admin.value ? null : refused('For admins', 'Only people who administer Jira may see this and change it.');
}
