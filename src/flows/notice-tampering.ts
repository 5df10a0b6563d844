import { checkPublication, forgetPublished } from '../gates/shell';
import { appendEntry } from '../governance/shell';
import { sha256 } from '../kernel/hash';
import type { Instant } from '../kernel/instant';
import { canonical } from '../kernel/json';
import { ok } from '../platform/jira';
import type { JiraOutcome } from '../platform/jira';

/**
 * Notices a published verdict that somebody changed or removed (project admins can write project properties) and says so in the
 * ledger. What was written is then forgotten, so that whoever publishes next writes it anew. Costs one point where all is well.
 * @returns whether it had been changed
 */
export async function noticeTampering(
  projectId: string,
  version: { id: string; name: string },
  now: Instant,
): Promise<JiraOutcome<boolean>> {
  const check = await checkPublication(projectId, version.id);
  if (check.kind !== 'ok') return check;
  if (check.value.kind === 'same') return ok(false);
  const { found } = check.value;
  const text = canonical(found);
  await appendEntry(projectId, {
    at: now,
    kind: 'publication-repaired',
    subject: `version:${version.id}`,
    entryKey: `repair:${version.id}:${now}:${sha256(text).slice(0, 16)}`,
    actor: { kind: 'app', rule: null },
    settings: null,
    body: {
      schema: 1,
      version: { id: version.id, name: version.name },
      found: found === null ? null : text.slice(0, 2000),
    },
    evidence: null,
  });
  await forgetPublished(version.id);
  return ok(true);
}
