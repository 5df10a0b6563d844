import { z } from 'zod';
import { insertRows, select } from '../../platform/database';

const row = z.object({ id: z.string(), category: z.string() });

/** Category (new, indeterminate, done) per status id, for statuses that a changelog names. */
export async function statusCategories(): Promise<Map<string, string>> {
  return new Map((await select(row, 'SELECT id, category FROM statuses')).map((status) => [status.id, status.category]));
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
