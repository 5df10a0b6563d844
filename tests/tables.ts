import { createConnection } from 'mysql2/promise';
import { z } from 'zod';
import type { RunningSandbox } from './running-sandbox';

const deliveryRow = z.object({ source: z.string(), type: z.string(), state: z.string(), because: z.string().nullable() });
const factRow = z.object({
  kind: z.string(),
  part: z.string(),
  environment: z.string().nullable(),
  version: z.string().nullable(),
  body: z.string(),
});
const sightingRow = z.object({ subject: z.string(), origin: z.string(), times: z.coerce.number(), flaky: z.coerce.number() });
const indexedRow = z.object({ doc_id: z.string(), body: z.string().nullable() });
const failureRow = z.object({ subject: z.string(), state: z.string(), issue_key: z.string().nullable(), because: z.string() });

/** What is stored of a project from pipelines, and of duplicates, looked at beside the app. */
export async function tablesOf(sandbox: RunningSandbox, projectId: string) {
  const { schema, ...server } = sandbox.database;
  const connection = await createConnection({ ...server, database: schema });
  const rows = async <Row extends z.ZodType>(row: Row, query: string): Promise<z.output<Row>[]> =>
    z.array(row).parse((await connection.query(query, [projectId]))[0]);
  try {
    return {
      deliveries: await rows(deliveryRow, 'SELECT source, type, state, because FROM deliveries WHERE project_id = ?'),
      facts: await rows(
        factRow,
        'SELECT kind, part, environment, version, body FROM facts WHERE project_id = ? ORDER BY kind, fact_id, part',
      ),
      sightings: await rows(
        sightingRow,
        'SELECT subject, origin, times, flaky FROM sightings WHERE project_id = ? ORDER BY subject, origin',
      ),
      indexed: await rows(indexedRow, 'SELECT doc_id, body FROM duplicate_documents WHERE project_id = ?'),
      failures: await rows(
        failureRow,
        'SELECT subject, state, issue_key, because FROM failures WHERE project_id = ? ORDER BY subject',
      ),
    };
  } finally {
    await connection.end();
  }
}
