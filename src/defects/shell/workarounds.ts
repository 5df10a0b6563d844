import { z } from 'zod';
import { marks, select } from '../../platform/database';

const row = z.object({ id: z.string(), workaround: z.string() });

/** The field *Workaround* of defects by id, open or not; those where it is empty are missing. @param ids at most a few hundred */
export async function workaroundsOf(ids: readonly string[]): Promise<Map<string, string>> {
  const query = `SELECT id, workaround FROM defects WHERE removed = 0 AND workaround IS NOT NULL AND id IN (${marks(ids)})`;
  return new Map((await select(row, query, ids)).map(({ id, workaround }) => [id, workaround]));
}
