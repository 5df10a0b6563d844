import { z } from 'zod';
import { verdictPropertyKey } from '../../contracts/published-verdict';
import type { PublishedVerdict } from '../../contracts/published-verdict';
import { canonical } from '../../kernel/json';
import type { Json } from '../../kernel/json';
import { select, write } from '../../platform/database';
import { ok, readProjectProperty, removeProjectProperty, writeProjectProperty } from '../../platform/jira';
import type { JiraOutcome } from '../../platform/jira';

const row = z.object({ body: z.string() });

/** The property of a version as it was last written, as canonical JSON; null where it never was. */
export async function lastPublished(versionId: string): Promise<string | null> {
  const rows = await select(row, 'SELECT body FROM published WHERE version_id = ?', [versionId]);
  return rows[0]?.body ?? null;
}

/**
 * Writes the property where it says something else than what was last written; the ledger's head alone is no reason, because it
 * moves with the decisions of every other release.
 * @returns whether it was written
 */
export async function publish(projectId: string, verdict: PublishedVerdict): Promise<JiraOutcome<boolean>> {
  const body = canonical(verdict);
  const last = await lastPublished(verdict.version);
  if (last !== null && withoutHead(JSON.parse(last)) === withoutHead(verdict)) return ok(false);
  const written = await writeProjectProperty(projectId, verdictPropertyKey(verdict.version), verdict);
  if (written.kind !== 'ok') return written;
  await write(
    'INSERT INTO published (version_id, project_id, body) VALUES (?, ?, ?) ON DUPLICATE KEY UPDATE project_id = VALUES(project_id), body = VALUES(body)',
    [verdict.version, projectId, body],
  );
  return ok(true);
}

const anything = z.record(z.string(), z.json());

function withoutHead(verdict: unknown): string {
  const parsed = anything.safeParse(verdict);
  return parsed.success ? canonical({ ...parsed.data, head: '' }) : '';
}

/** Whether the property in Jira is what was written; `found` is what stands there instead. */
export type PublicationCheck = { readonly kind: 'same' } | { readonly kind: 'different'; readonly found: Json };

/** Costs one point. A version that never was published is `same`. */
export async function checkPublication(projectId: string, versionId: string): Promise<JiraOutcome<PublicationCheck>> {
  const last = await lastPublished(versionId);
  if (last === null) return ok({ kind: 'same' });
  const answer = await readProjectProperty(projectId, verdictPropertyKey(versionId));
  if (answer.kind !== 'ok') return answer;
  const found = z.json().catch(null).parse(answer.value);
  return ok(canonical(found) === last ? { kind: 'same' } : { kind: 'different', found });
}

/** Makes the next publication of a version write its property, whatever was written before. */
export async function forgetPublished(versionId: string): Promise<void> {
  await write('DELETE FROM published WHERE version_id = ?', [versionId]);
}

/** Takes the property away, for a version that is gone. */
export async function unpublish(projectId: string, versionId: string): Promise<JiraOutcome<null>> {
  const removed = await removeProjectProperty(projectId, verdictPropertyKey(versionId));
  if (removed.kind !== 'ok') return removed;
  await forgetPublished(versionId);
  return removed;
}
