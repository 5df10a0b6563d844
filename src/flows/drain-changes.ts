import { clearDirty, defectsById, dirtyIssues, markVersionsStale, versionsOf } from '../defects/shell';
import type { StoredProject } from '../defects/shell';
import { ok } from '../platform/jira';
import type { JiraOutcome } from '../platform/jira';
import { readClock } from '../platform/clock';
import { pushMessages } from '../platform/queue';
import { catchEntries } from './catch-entries';
import { deriveAfterReading } from './derive-behaviours';
import { evaluateVersions } from './evaluate-versions';
import { rereadVersions } from './read-versions';
import { lapseOfDefects, lapseOfVersions } from './lapse-decisions';
import type { ReadingContext } from './reading-context';
import { rescoreDefects } from './rescore';
import { stopLineFor, stopLineOfProject } from './stop-line';
import { storeIssues } from './store-issues';
import { tellDefects } from './tell-defects';

const issuesPerRound = 100;

/**
 * Reads what was marked as changed in a project, judges the versions it touches, and only then clears the marks: a crash half-way
 * means that it is done again. A mark that was renewed meanwhile stays for the next round.
 * @param judge false where the caller judges every version afterwards
 */
export async function drainChanges(project: StoredProject, context: ReadingContext, judge: boolean): Promise<JiraOutcome<null>> {
  const touched = new Set<string>();
  if (project.versionsStale) {
    const changed = await rereadVersions(project.id);
    if (changed.kind !== 'ok') {
      await markVersionsStale(project.id);
      return changed;
    }
    for (const id of changed.value) touched.add(id);
    // One of them may have been released.
    if (changed.value.size > 0) {
      await pushMessages([{ kind: 'look-back', projectId: project.id }]);
      // A deployment may have named it before Jira had it.
      await stopLineOfProject(project.id, readClock());
    }
    await lapseOfVersions(project.id, [...changed.value], readClock());
  }
  for (;;) {
    const dirty = await dirtyIssues(project.id, issuesPerRound);
    const deleted = new Set(dirty.filter((issue) => issue.deleted).map((issue) => issue.issueId));
    if (dirty.length > 0) {
      const before = await defectsById(dirty.map((issue) => issue.issueId));
      const stored = await storeIssues(
        project.id,
        dirty.map((issue) => issue.issueId),
        deleted,
        context,
      );
      if (stored.kind !== 'ok') return stored;
      for (const id of stored.value) touched.add(id);
      await stopLineFor(
        project.id,
        dirty.map((issue) => issue.issueId),
        readClock(),
      );
      await tellDefects(
        project.id,
        before,
        dirty.map((issue) => issue.issueId),
      );
      await deriveAfterReading(
        project.id,
        before,
        dirty.map((issue) => issue.issueId),
      );
    }
    if (judge && touched.size > 0) {
      const judged = await judgeTouched(project.id, touched);
      if (judged.kind !== 'ok') return judged;
    }
    const caught = await catchEntries(
      project.id,
      dirty.map((issue) => issue.issueId),
      readClock(),
    );
    if (caught.kind !== 'ok') return caught;
    await rescoreDefects(
      project.id,
      dirty.map((issue) => issue.issueId),
    );
    await lapseOfDefects(
      project.id,
      dirty.map((issue) => issue.issueId),
      readClock(),
    );
    await clearDirty(dirty);
    touched.clear();
    if (dirty.length < issuesPerRound) return ok(null);
  }
}

async function judgeTouched(projectId: string, touched: ReadonlySet<string>): Promise<JiraOutcome<null>> {
  const known = new Set((await versionsOf(projectId)).map((version) => version.id));
  if ([...touched].some((id) => !known.has(id))) {
    const reread = await rereadVersions(projectId);
    if (reread.kind !== 'ok') return reread;
  }
  return evaluateVersions({ projectId, versions: touched, now: readClock(), stampAnew: false });
}
