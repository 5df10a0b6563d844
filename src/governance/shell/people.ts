import { z } from 'zod';
import { select, write } from '../../platform/database';

/**
 * The name by which the ledger knows a person. Who it is stands in one row, which can be forgotten without touching the ledger.
 * @param fresh a new random id, used where the person has no pseudonym yet
 */
export async function pseudonymOf(accountId: string, fresh: string): Promise<string> {
  await write(
    'INSERT INTO people (pseudonym, account_id) VALUES (?, ?) ON DUPLICATE KEY UPDATE account_id = VALUES(account_id)',
    [fresh, accountId],
  );
  const rows = await select(z.object({ pseudonym: z.string() }), 'SELECT pseudonym FROM people WHERE account_id = ?', [
    accountId,
  ]);
  return rows[0]?.pseudonym ?? fresh;
}
