import { z } from 'zod';
import { expanded, compressed } from '../../platform/compress';
import { integer, select, write } from '../../platform/database';
import { packColumns, unpackColumns } from '../history-columns';
import type { HistoryColumns } from '../history-columns';
import { packFacts, unpackFacts } from '../packed-facts';
import type { DefectFacts, NamedVersions } from '../packed-facts';
import { historiesOf } from './read-defects';

const spansSchema = z.object({
  dictionary: z.array(z.string().nullable()),
  counts: z.array(z.number()),
  values: z.array(z.number()),
  steps: z.array(z.number()),
});
const listsSchema = z.object({ counts: z.array(z.number()), values: z.array(z.number()) });
const packedSchema = z.object({
  v: z.literal(1),
  ids: z.array(z.string()),
  levels: z.array(z.string().nullable()),
  status: spansSchema,
  severity: spansSchema,
  facts: z.object({
    versions: z.array(z.string()),
    affects: listsSchema,
    fix: listsSchema,
    created: z.array(z.number()),
    untilAssigned: z.array(z.number().nullable()),
  }),
});
type PackedChunk = z.output<typeof packedSchema>;

/** @returns null for what was packed before the facts were packed with it, or cannot be read */
function unpacked(body: string): PackedChunk | null {
  return packedSchema.safeParse(JSON.parse(expanded(body))).data ?? null;
}

const stamp = z.object({ n: integer, defects: integer, newest_read_at: z.string() });
type Stamp = z.output<typeof stamp>;
const chunksPerQuery = 40;

/** Status and severity of all defects of a project over time; what changed since it was packed is packed anew first. */
export async function historyColumnsOf(projectId: string): Promise<HistoryColumns> {
  return unpackColumns(await packedChunks(projectId));
}

/** The same with the versions that the defects name, and with when they were first assigned. */
export async function columnsWithFacts(
  projectId: string,
): Promise<{ readonly columns: HistoryColumns; readonly facts: DefectFacts }> {
  const chunks = await packedChunks(projectId);
  return { columns: unpackColumns(chunks), facts: unpackFacts(chunks) };
}

/** Packs what is not packed as it stands now. */
export async function packHistories(projectId: string): Promise<void> {
  await packedChunks(projectId);
}

async function packedChunks(projectId: string): Promise<PackedChunk[]> {
  const stamps = await upToDate(projectId);
  const packed: PackedChunk[] = [];
  for (let start = 0; start < stamps.length; start += chunksPerQuery) {
    const some = new Map(stamps.slice(start, start + chunksPerQuery).map((one) => [one.n, one]));
    const query = 'SELECT n, body FROM history_chunks WHERE project_id = ? AND n >= ? AND n <= ? ORDER BY n';
    const range = [Math.min(...some.keys()), Math.max(...some.keys())];
    const rows = await select(z.object({ n: integer, body: z.string().transform(unpacked) }), query, [projectId, ...range]);
    for (const { n, body } of rows) {
      const now = some.get(n);
      if (now !== undefined) packed.push(body ?? (await pack(projectId, now)));
    }
  }
  return packed;
}

/** Packs what has changed since it was packed. @returns the chunks that there are, in order */
async function upToDate(projectId: string): Promise<Stamp[]> {
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
  return now;
}

/** What changes meanwhile gives the chunk another stamp, and it is packed once more the next time. */
async function pack(projectId: string, { n, defects, newest_read_at }: Stamp): Promise<PackedChunk> {
  const rows = await select(
    z.object({ id: z.string(), security_level: z.string().nullable(), created_at: z.string() }),
    'SELECT id, security_level, created_at FROM defects WHERE project_id = ? AND removed = 0 AND chunk = ?',
    [projectId, n],
  );
  const histories = await historiesOf(rows.map(({ id }) => id));
  const named = await versionsNamedIn(projectId, n);
  const all = rows.map(({ id, security_level, created_at }) => ({
    ...{ id, securityLevel: security_level, createdAt: created_at },
    history: histories.get(id) ?? { status: [], severity: [], assignee: [] },
    named: named.get(id) ?? { affects: [], fix: [] },
  }));
  const chunk = packedSchema.parse({ ...packColumns(all), facts: packFacts(all) });
  await write(
    `INSERT INTO history_chunks (project_id, n, body, defects, newest_read_at) VALUES (?, ?, ?, ?, ?)
     ON DUPLICATE KEY UPDATE body = VALUES(body), defects = VALUES(defects), newest_read_at = VALUES(newest_read_at)`,
    [projectId, n, compressed(JSON.stringify(chunk)), defects, newest_read_at],
  );
  return chunk;
}

const nameRow = z.object({ defect_id: z.string(), version_id: z.string(), kind: z.enum(['fix', 'affects']) });

/** Which versions the defects of a chunk name; those that name none are left out. */
async function versionsNamedIn(projectId: string, chunk: number): Promise<Map<string, NamedVersions>> {
  const query = `SELECT v.defect_id, v.version_id, v.kind FROM defects d STRAIGHT_JOIN defect_versions v ON v.defect_id = d.id AND v.read_at = d.read_at
    WHERE d.project_id = ? AND d.removed = 0 AND d.chunk = ?`;
  const named = new Map<string, { affects: string[]; fix: string[] }>();
  for (const { defect_id, version_id, kind } of await select(nameRow, query, [projectId, chunk])) {
    const one = named.get(defect_id) ?? { affects: [], fix: [] };
    one[kind].push(version_id);
    named.set(defect_id, one);
  }
  return named;
}
