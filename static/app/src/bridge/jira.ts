import './parse-without-eval';
import { requestJira } from '@forge/bridge';
import type { z } from 'zod';

/** Reads from Jira's REST API as the viewer. @returns null where Jira refuses or answers in another shape */
export async function readJira<Schema extends z.ZodType>(path: string, schema: Schema): Promise<z.output<Schema> | null> {
  try {
    const response = await requestJira(path, { headers: { accept: 'application/json' } });
    if (!response.ok) return null;
    const read = schema.safeParse(await response.json());
    return read.success ? read.data : null;
  } catch {
    return null;
  }
}
