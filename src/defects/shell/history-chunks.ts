import { z } from 'zod';
import { expanded, compressed } from '../../platform/compress';
import { integer, select, write } from '../../platform/database';
import { packColumns, unpackColumns } from '../history-columns';
import type { HistoryColumns, PackedColumns } from '../history-columns';
import { historiesOf } from './read-defects';

const spansSchema = z.object({
  dictionary: z.array(z.string().nullable()),
  counts: z.array(z.number()),
  values: z.array(z.number()),
  steps: z.array(z.number()),
});
const packedSchema = z.object({
  v: z.literal(1),
  ids: z.array(z.string()),
  levels: z.array(z.string().nullable()),
  status: spansSchema,
  severity: spansSchema,
});

const unpacked = (body: string): PackedColumns => packedSchema.parse(JSON.parse(expanded(body)));

const stamp = z.object({ n: integer, defects: integer, newest_read_at: z.string() });
type Stamp = z.output<typeof stamp>;
const chunksPerQuery = 40;

/** Status and severity of all defects of a project over time; what changed since it was packed is packed anew first. */
export async function historyColumnsOf(projectId: string): Promise<HistoryColumns> {
  const chunks = await packHistories(projectId);
  const packed: PackedColumns[] = [];
  for (let start = 0; start < chunks.length; start += chunksPerQuery) {
    const some = chunks.slice(start, start + chunksPerQuery);
    const query = 'SELECT body FROM history_chunks WHERE project_id = ? AND n >= ? AND n <= ? ORDER BY n';
    const rows = await select(z.object({ body: z.string().transform(unpacked) }), query, [
      projectId,
      some[0] ?? 0,
      some.at(-1) ?? 0,
    ]);
    packed.push(...rows.map(({ body }) => body));
  }
  return unpackColumns(packed);
}

/** Packs what is not packed as it stands now. @returns the chunks that there are, in order */
export async function packHistories(projectId: string): Promise<number[]> {
  const now = await select(
    stamp,
    `SELECT chunk AS n, COUNT(*) AS defects, MAX(read_at) AS newest_read_at FROM defects
     WHERE project_id = ? AND removed = 0 GROUP BY chunk ORDER BY chunk`,
    [projectId],
  );
  const packed = new Map(
    (await select(stamp, 'SELECT n, defects, newest_read_at FROM history_chunks WHERE project_id = ?', [projectId])).map(
      (chunk) => [chunk.n, chunk],
    ),
  );
  for (const chunk of now) {
    const was = packed.get(chunk.n);
    if (was?.defects !== chunk.defects || was.newest_read_at !== chunk.newest_read_at) await pack(projectId, chunk);
    packed.delete(chunk.n);
  }
  for (const n of packed.keys()) await write('DELETE FROM history_chunks WHERE project_id = ? AND n = ?', [projectId, n]);
  return now.map(({ n }) => n);
}

/** What changes meanwhile gives the chunk another stamp, and it is packed once more the next time. */
async function pack(projectId: string, { n, defects, newest_read_at }: Stamp): Promise<void> {
  const rows = await select(
    z.object({ id: z.string(), security_level: z.string().nullable() }),
    'SELECT id, security_level FROM defects WHERE project_id = ? AND removed = 0 AND chunk = ?',
    [projectId, n],
  );
  const histories = await historiesOf(rows.map(({ id }) => id));
  const columns = packColumns(
    rows.map(({ id, security_level }) => ({
      id,
      securityLevel: security_level,
      history: histories.get(id) ?? { status: [], severity: [] },
    })),
  );
  await write(
    `INSERT INTO history_chunks (project_id, n, body, defects, newest_read_at) VALUES (?, ?, ?, ?, ?)
     ON DUPLICATE KEY UPDATE body = VALUES(body), defects = VALUES(defects), newest_read_at = VALUES(newest_read_at)`,
    [projectId, n, compressed(JSON.stringify(columns)), defects, newest_read_at],
  );
}
