import { migrationRunner } from '@forge/sql';
import { integer } from './columns';
import { select, TablesNotReady } from './client';
import { migrations } from './migrations';
import { z } from 'zod';

/**
 * Brings the tables up to date. Every migration can run twice, so two installations' functions may start at once and a crash
 * half-way heals on the next run.
 * @returns names of the migrations that ran
 */
export async function migrate(): Promise<string[]> {
  if (await isUpToDate()) return [];
  for (const { name, statement } of migrations) migrationRunner.enqueue(name, statement);
  return migrationRunner.run();
}

async function isUpToDate(): Promise<boolean> {
  try {
    const rows = await select(z.object({ n: integer }), 'SELECT COUNT(DISTINCT name) AS n FROM __migrations');
    return (rows[0]?.n ?? 0) >= migrations.length;
  } catch (error) {
    if (error instanceof TablesNotReady) return false;
    throw error;
  }
}
