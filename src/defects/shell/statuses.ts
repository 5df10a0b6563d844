import { z } from 'zod';
import { insertRows, select } from '../../platform/database';

const row = z.object({ id: z.string(), category: z.string() });

/** Category (new, indeterminate, done) per status id, for statuses that a changelog names. */
export async function statusCategories(): Promise<Map<string, string>> {
  return new Map((await select(row, 'SELECT id, category FROM statuses')).map((status) => [status.id, status.category]));
}

const knownRow = z.object({ id: z.string(), name: z.string(), category: z.string() });

/** A status with its present name and category (new, indeterminate, done). */
export type KnownStatus = z.output<typeof knownRow>;

/** Every status that the site has or had, by id. */
export async function knownStatuses(): Promise<Map<string, KnownStatus>> {
  return new Map((await select(knownRow, 'SELECT id, name, category FROM statuses')).map((status) => [status.id, status]));
}

export async function storeStatuses(statuses: readonly { id: string; name: string; category: string }[]): Promise<void> {
  const rows = statuses.map((status) => [status.id, status.name.slice(0, 255), status.category]);
  await insertRows(
    'statuses',
    ['id', 'name', 'category'],
    rows,
    'ON DUPLICATE KEY UPDATE name = VALUES(name), category = VALUES(category)',
  );
}
