import { z } from 'zod';
import type { Instant } from '../../kernel/instant';
import { select } from '../../platform/database';

const row = z.object({ at: z.string(), sha: z.string().nullable() });

/** When a commit was made. */
export interface CommitTime {
  readonly sha: string;
  readonly at: Instant;
}

/** Commits on branches, newest first; of each of which the database says no more than this. */
export async function commitTimes(projectId: string, most: number): Promise<CommitTime[]> {
  const query = `SELECT at, JSON_UNQUOTE(JSON_EXTRACT(body, '$.sha')) AS sha FROM facts
    WHERE project_id = ? AND kind = 'commit' ORDER BY at DESC LIMIT ${most}`;
  return (await select(row, query, [projectId])).flatMap(({ at, sha }) => (sha === null ? [] : [{ at, sha }]));
}
