import { z } from 'zod';
import type { Instant } from '../../kernel/instant';
import { severities } from '../../kernel/severity';
import { verdictStates } from '../../kernel/verdict';
import { json, select, write } from '../../platform/database';
import type { PastRelease } from '../look-back';

const levelCount = z.object({ level: z.string().nullable(), count: z.number() });
const releaseSchema = z.object({
  version: z.object({ id: z.string(), name: z.string(), releaseDate: z.string() }),
  stages: z.array(
    z.object({ stage: z.object({ key: z.string(), name: z.string() }), state: z.enum(verdictStates), sentence: z.string() }),
  ),
  openAtRelease: z.array(levelCount),
  escaped: z.array(levelCount.extend({ severity: z.enum(severities).nullable() })),
  jql: z.string(),
});
const row = z.object({ body: json(z.array(releaseSchema)), at: z.string() });

/** The look back of a project as it was last worked out. */
export interface StoredLookBack {
  readonly at: Instant;
  /** Newest first. */
  readonly releases: readonly PastRelease[];
}

/** Keeps a look back; an earlier one never replaces a later one. */
export async function storeLookBack(projectId: string, { at, releases }: StoredLookBack): Promise<void> {
  await write(
    `INSERT INTO look_backs (project_id, body, at) VALUES (?, ?, ?)
     ON DUPLICATE KEY UPDATE body = IF(VALUES(at) >= at, VALUES(body), body), at = GREATEST(at, VALUES(at))`,
    [projectId, JSON.stringify(releases), at],
  );
}

/** Null until it has been worked out. */
export async function lookBackOf(projectId: string): Promise<StoredLookBack | null> {
  const rows = await select(row, 'SELECT body, at FROM look_backs WHERE project_id = ?', [projectId]);
  const [found] = rows;
  return found === undefined ? null : { at: found.at, releases: found.body };
}
