import { z } from 'zod';
import type { Instant } from '../../kernel/instant';
import { integer, select, write } from '../../platform/database';

/** What a person looked at or took away; one row a person, subject and day. */
export interface Access {
  readonly projectId: string;
  readonly pseudonym: string;
  /** `opened` or `exported`. */
  readonly act: 'opened' | 'exported';
  /** Name of the screen or of the export, e.g. `readiness`, `decisions-json`. */
  readonly what: string;
  /** What it showed, e.g. `version:10042`; empty for all of the project. */
  readonly subject: string;
}

/** Notes that a person read something: the first time and the last time of the day (UTC), and how often. */
export async function noteAccess({ projectId, pseudonym, act, what, subject }: Access, at: Instant): Promise<void> {
  await write(
    `INSERT INTO accesses (project_id, day, pseudonym, act, what, subject, first_at, last_at, times) VALUES (?, ?, ?, ?, ?, ?, ?, ?, 1)
     ON DUPLICATE KEY UPDATE last_at = VALUES(last_at), times = times + 1`,
    [projectId, at.slice(0, 10), pseudonym, act, what, subject, at, at],
  );
}

const row = z
  .object({
    pseudonym: z.string(),
    act: z.enum(['opened', 'exported']),
    what: z.string(),
    subject: z.string(),
    first_at: z.string(),
    last_at: z.string(),
    times: integer,
  })
  .transform(({ first_at, last_at, ...r }) => ({ ...r, firstAt: first_at, lastAt: last_at }));

/** What a person opened or exported on one day (UTC): the first time, the last time, and how often. */
export type NotedAccess = z.output<typeof row>;

/** Who read what of a project since a day, newest first. */
export function accessesOf(projectId: string, sinceDay: string, most: number): Promise<NotedAccess[]> {
  return select(
    row,
    `SELECT pseudonym, act, what, subject, first_at, last_at, times FROM accesses
     WHERE project_id = ? AND day >= ? ORDER BY day DESC, last_at DESC LIMIT ${most}`,
    [projectId, sinceDay],
  );
}

/** Forgets who read what before a day, as the settings' retention says. */
export async function forgetAccessesBefore(day: string): Promise<void> {
  for (;;) if ((await write('DELETE FROM accesses WHERE day < ? LIMIT 5000', [day])) < 5000) return;
}
