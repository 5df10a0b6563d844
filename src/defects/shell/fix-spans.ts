import { z } from 'zod';
import { marks, select } from '../../platform/database';

const row = z
  .object({ value: z.string(), defect_id: z.string(), n: z.coerce.number(), from_at: z.string(), to_at: z.string().nullable() })
  .transform((r) => ({ versionId: r.value, defectId: r.defect_id, n: r.n, from: r.from_at, to: r.to_at }));

/** A time in which a defect had a version as its fix version; `to` is null while it lasts. */
export type FixSpan = Omit<z.output<typeof row>, 'n'>;

/** Rows of this size stay well below 4 MiB a response. */
const perPage = 10_000;

/** So many statements are under way at once. */
const atATime = 6;

/** The times in which defects had these versions as fix versions, of all projects that share them, one version after the other. */
export async function fixSpansOf(versionIds: readonly string[]): Promise<FixSpan[]> {
  const found: FixSpan[] = [];
  for (let start = 0; start < versionIds.length; start += atATime) {
    const some = await Promise.all(versionIds.slice(start, start + atATime).map(spansOfVersion));
    for (const spans of some) for (const span of spans) found.push(span);
  }
  return found;
}

/** Found by the index of spans. */
async function spansOfVersion(versionId: string): Promise<FixSpan[]> {
  const found: FixSpan[] = [];
  for (let [afterDefect, afterN] = ['', -1]; ;) {
    const rows = await select(
      row,
      `SELECT s.value, s.defect_id, s.n, s.from_at, s.to_at FROM spans s STRAIGHT_JOIN defects d ON d.id = s.defect_id AND d.read_at = s.read_at
       WHERE s.kind = 'fix' AND s.value IN (${marks([versionId])}) AND d.removed = 0 AND (s.defect_id > ? OR (s.defect_id = ? AND s.n > ?))
       ORDER BY s.defect_id, s.n LIMIT ${perPage}`,
      [versionId, afterDefect, afterDefect, afterN],
    );
    for (const { versionId: value, defectId, from, to } of rows) found.push({ versionId: value, defectId, from, to });
    const last = rows.at(-1);
    if (rows.length < perPage || last === undefined) return found;
    [afterDefect, afterN] = [last.defectId, last.n];
  }
}
