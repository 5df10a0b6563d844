import { z } from 'zod';
import { marks, select, write } from '../../platform/database';
import { defectSubject } from './sighting-store';

const subjects = z.object({ subject: z.string() });
const origins = z.object({ origin: z.string() });
/** More are not taken back when a merge is undone. */
const mostOrigins = 2_000;

/** What stands for a defect, and would go with it to another: failures of tests, and reports of others. */
export async function historyOf(projectId: string, defectId: string): Promise<{ failures: string[]; origins: string[] }> {
  const [failures, seen] = await Promise.all([
    select(subjects, 'SELECT subject FROM failures WHERE project_id = ? AND issue_id = ?', [projectId, defectId]),
    select(origins, `SELECT origin FROM sightings WHERE project_id = ? AND subject = ? LIMIT ${mostOrigins}`, [
      ...[projectId, defectSubject(defectId)],
    ]),
  ]);
  return { failures: failures.map(({ subject }) => subject), origins: seen.map(({ origin }) => origin) };
}

/** Gives all that stands for a defect to another. Safe to repeat. */
export async function giveHistory(projectId: string, from: string, to: { id: string; key: string }): Promise<void> {
  const failures = 'UPDATE failures SET issue_id = ?, issue_key = ? WHERE project_id = ? AND issue_id = ?';
  await write(failures, [to.id, to.key, projectId, from]);
  await write('UPDATE IGNORE sightings SET subject = ? WHERE project_id = ? AND subject = ?', [
    ...[defectSubject(to.id), projectId, defectSubject(from)],
  ]);
}

/** Takes back what came from a defect. @param holder who has it now */
export async function takeHistoryBack(
  projectId: string,
  holder: string,
  from: { id: string; key: string },
  given: { readonly failures: readonly string[]; readonly origins: readonly string[] },
): Promise<void> {
  for (let at = 0; at < given.failures.length; at += 300) {
    const some = given.failures.slice(at, at + 300);
    const statement = `UPDATE failures SET issue_id = ?, issue_key = ? WHERE project_id = ? AND issue_id = ? AND subject IN (${marks(some)})`;
    await write(statement, [from.id, from.key, projectId, holder, ...some]);
  }
  for (let at = 0; at < given.origins.length; at += 300) {
    const some = given.origins.slice(at, at + 300);
    const statement = `UPDATE IGNORE sightings SET subject = ? WHERE project_id = ? AND subject = ? AND origin IN (${marks(some)})`;
    await write(statement, [defectSubject(from.id), projectId, defectSubject(holder), ...some]);
  }
}
