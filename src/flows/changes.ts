import type { z } from 'zod';
import { clearWake, countingPoints, hasOpenTicket, projectById, removeProject } from '../defects/shell';
import type { StoredProject } from '../defects/shell';
import { between, minute } from '../kernel/instant';
import { readClock } from '../platform/clock';
import { TablesNotReady } from '../platform/database';
import { ok } from '../platform/jira';
import type { JiraOutcome } from '../platform/jira';
import { logFailure, logInfo } from '../platform/log';
import { callAgain } from '../platform/queue';
import type { CallAgain } from '../platform/queue';
import { drainChanges } from './drain-changes';
import { advanceDrills } from './drill-line';
import { keepDays } from './keep-days';
import { keepDuplicates } from './keep-duplicates';
import { evaluateVersions } from './evaluate-versions';
import { changeMessageSchema } from './event-payloads';
import { lookBack } from './look-back';
import { moveDefects } from './move-defects';
import { tell } from './notify';
import { giveUpReading, goOnReading } from './read-project';
import { readingContext } from './reading-context';
import { refreshProject } from './refresh-project';
import { rescoreProject } from './rescore';
import { workOffDeliveries } from './work-off-deliveries';
import { tellTriage } from './tell-triage';
import { writeScores } from './write-scores';

type Message = z.output<typeof changeMessageSchema>['body'];
/** Evidence older than this, with a release ticket open, is read anew at once and not only at the next tick. */
const freshFor = 6 * minute;
/** A reading that failed so often is given up until somebody, or the clock, starts it again. */
const mostRetries = 3;

/** What the queue `changes` carries, one message of a project at a time. Whatever stops half-way is done again. */
export async function onChangeMessage(event: unknown) {
  return countingPoints(() => handle(changeMessageSchema.parse(event)));
}

async function handle({ body, retryContext }: z.output<typeof changeMessageSchema>): Promise<CallAgain | undefined> {
  const retries = retryContext?.retryCount ?? 0;
  try {
    const outcome = await act(body);
    if (outcome.kind === 'ok') return undefined;
    logInfo('change-waits', { project: body.projectId, kind: body.kind, outcome: outcome.kind, because: outcome.because });
    if (outcome.kind === 'busy') return callAgain(outcome.retryAfter);
    if (body.kind === 'read' && retries >= mostRetries) {
      await giveUpReading(body.projectId, outcome.because);
      return undefined;
    }
    return callAgain(5 * 2 ** retries);
  } catch (error) {
    logFailure('change-failed', error, { project: body.projectId, kind: body.kind });
    return callAgain(error instanceof TablesNotReady ? 30 : 5 * 2 ** retries);
  }
}

async function act({ kind, projectId }: Message): Promise<JiraOutcome<null>> {
  if (kind === 'tell') {
    await tell(readClock());
    return ok(null);
  }
  if (kind === 'changed') await clearWake(projectId);
  const project = await projectById(projectId);
  if (project === null) return ok(null);
  if (kind === 'read') return goOnReading(projectId);
  if (kind === 'look-back') {
    const looked = await lookBack(project, readClock());
    return looked.kind === 'ok' ? keepDays(project) : looked;
  }
  if (kind === 'score') return rescoreProject(project);
  if (kind === 'write-scores') return writeScores(projectId);
  if (kind === 'triage') return tellTriage(projectId);
  if (kind === 'duplicates') return keepDuplicates(projectId);
  if (kind === 'drill') return advanceDrills(projectId);
  if (kind === 'move-defects') return moveDefects(projectId);
  if (kind === 'evaluate') return evaluateVersions({ projectId, versions: 'all', now: readClock(), stampAnew: false });
  // What pipelines sent waits for nothing that Jira is asked for, and the other way round: each is tried, whatever the other does.
  const read = project.state === 'ready' ? await readChanged(project) : ok(null);
  const worked = await workOffDeliveries(project);
  return read.kind === 'ok' ? worked : read;
}

async function readChanged(project: StoredProject): Promise<JiraOutcome<null>> {
  const now = readClock();
  const context = await readingContext(now);
  if (context.kind !== 'ok') return context;
  if (context.value === null) return evaluateVersions({ projectId: project.id, versions: 'all', now, stampAnew: false });
  const drained = await drainChanges(project, context.value, true);
  if (drained.kind !== 'ok') return drained;
  if (project.readUpTo === null || between(project.readUpTo, now) < freshFor || !(await hasOpenTicket(project.id)))
    return ok(null);
  const refreshed = await refreshProject(project);
  if (refreshed.kind === 'gone') await removeProject(project.id);
  return refreshed.kind === 'ok' || refreshed.kind === 'gone' ? ok(null) : refreshed;
}
