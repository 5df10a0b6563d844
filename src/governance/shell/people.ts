import { z } from 'zod';
import { keyedHash } from '../../kernel/hash';
import { marks, select, write } from '../../platform/database';

const personRow = z.object({ account_id: z.string(), pseudonym: z.string() });

/**
 * The name by which the ledger knows a person: a hash of the account id under a key of the person's own. The key stands in one row;
 * without it nobody can tell whose pseudonym it is, and the ledger stays as it is.
 * @param freshKey a new random text, used where the person has no key yet
 */
export async function pseudonymOf(accountId: string, freshKey: string): Promise<string> {
  await write('INSERT IGNORE INTO people (account_id, pseudonym_key, pseudonym) VALUES (?, ?, ?)', [
    accountId,
    freshKey,
    keyedHash(freshKey, accountId).slice(0, 32),
  ]);
  const rows = await select(personRow, 'SELECT account_id, pseudonym FROM people WHERE account_id = ?', [accountId]);
  return rows[0]?.pseudonym ?? keyedHash(freshKey, accountId).slice(0, 32);
}

/** Account ids by pseudonym; a person who was erased is not among them. */
export async function peopleBehind(pseudonyms: readonly string[]): Promise<Map<string, string>> {
  const rows = await select(
    personRow,
    `SELECT account_id, pseudonym FROM people WHERE pseudonym IN (${marks(pseudonyms)})`,
    pseudonyms,
  );
  return new Map(rows.map((row) => [row.pseudonym, row.account_id]));
}

/** Account ids that have a pseudonym, in order, from the one after `after` on. */
export async function peopleKnown(after: string, most: number): Promise<string[]> {
  const rows = await select(
    personRow,
    `SELECT account_id, pseudonym FROM people WHERE account_id > ? ORDER BY account_id LIMIT ${most}`,
    [after],
  );
  return rows.map((row) => row.account_id);
}

/** Erases who a pseudonym stands for, for good. */
export async function forgetPerson(accountId: string): Promise<void> {
  await write('DELETE FROM people WHERE account_id = ?', [accountId]);
}
