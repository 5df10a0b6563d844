import { z } from 'zod';
import { select, write } from '../../platform/database';

/**
 * Account ids that the defects and their histories name, in their order.
 * @param after the last one of the page before; empty for the first page
 * @param most how many at most; fewer come only at the end
 */
export async function accountIdsHeld(after: string, most: number): Promise<string[]> {
  const page = `ORDER BY id LIMIT ${most}`;
  const rows = await select(
    z.object({ id: z.string() }),
    `(SELECT DISTINCT assignee AS id FROM defects WHERE assignee > ? ${page}) UNION
     (SELECT DISTINCT value AS id FROM spans WHERE kind = 'assignee' AND value > ? ${page}) ${page}`,
    [after, after],
  );
  return rows.map((row) => row.id);
}

const perErasure = 1000;

/** Takes a person out of every defect and its history: who was assigned is unknown then. Safe to repeat. */
export async function eraseAccount(accountId: string): Promise<void> {
  await repeat(`UPDATE defects SET assignee = NULL WHERE assignee = ? LIMIT ${perErasure}`, accountId);
  await repeat(`UPDATE spans SET value = NULL WHERE kind = 'assignee' AND value = ? LIMIT ${perErasure}`, accountId);
}

async function repeat(statement: string, accountId: string): Promise<void> {
  while ((await write(statement, [accountId])) === perErasure);
}
