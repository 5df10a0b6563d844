import { z } from 'zod';
import type { Instant } from '../../kernel/instant';
import { readClock } from '../../platform/clock';
import { integer, select, TablesNotReady, write } from '../../platform/database';
import { metered } from '../../platform/jira';
import { logFailure } from '../../platform/log';

/** Jira counts its budget by the hours of the clock: `2026-11-02T09`. */
const hourOf = (at: Instant) => at.slice(0, 13);

/** Runs an invocation of the app and keeps what it used of Jira's budget; that it cannot be kept is no reason to fail. */
export function countingPoints<Value>(invocation: () => Promise<Value>): Promise<Value> {
  return metered(invocation, async (points) => {
    if (points === 0) return;
    try {
      const upsert = 'INSERT INTO points_used (hour, used) VALUES (?, ?) ON DUPLICATE KEY UPDATE used = used + VALUES(used)';
      await write(upsert, [hourOf(readClock()), points]);
    } catch (error) {
      if (!(error instanceof TablesNotReady)) logFailure('points-not-noted', error, { points });
    }
  });
}

/** What the app used of Jira's budget in the hour of `at`, in points; invocations under way are not counted yet. */
export async function pointsUsed(at: Instant): Promise<number> {
  const rows = await select(z.object({ used: integer }), 'SELECT used FROM points_used WHERE hour = ?', [hourOf(at)]);
  return rows[0]?.used ?? 0;
}

/** Forgets the hours before that of `at`. */
export async function forgetPointsBefore(at: Instant): Promise<void> {
  await write('DELETE FROM points_used WHERE hour < ?', [hourOf(at)]);
}

/** How many of the `limit` points of this hour are left for readings of whole projects. */
export async function readingPointsLeft(limit: number, now: Instant): Promise<number> {
  const rows = await select(z.object({ reading: integer }), 'SELECT reading FROM points_used WHERE hour = ?', [hourOf(now)]);
  return Math.max(0, limit - (rows[0]?.reading ?? 0));
}

/** Puts points of this hour aside for a part of a reading. @returns false where not so many of the `limit` are left */
export async function takeReadingPoints(points: number, limit: number, now: Instant): Promise<boolean> {
  const hour = hourOf(now);
  await write('INSERT IGNORE INTO points_used (hour) VALUES (?)', [hour]);
  const take = 'UPDATE points_used SET reading = reading + ? WHERE hour = ? AND reading + ? <= ?';
  return (await write(take, [points, hour, points, limit])) > 0;
}

/**
 * What was put aside at `takenAt` becomes what was used. Where the hour turned meanwhile, Jira may have counted it in either: then it
 * counts in both.
 */
export async function settleReadingPoints(taken: number, used: number, takenAt: Instant, now: Instant): Promise<void> {
  const add = 'INSERT INTO points_used (hour, reading) VALUES (?, ?) ON DUPLICATE KEY UPDATE reading = reading + VALUES(reading)';
  await write(add, [hourOf(takenAt), used - taken]);
  if (hourOf(now) !== hourOf(takenAt)) await write(add, [hourOf(now), used]);
}
