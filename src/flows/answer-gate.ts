import { z } from 'zod';
import type { GateOutput } from '../contracts/deliveries';
import { countingPoints, projectByKey, versionsOf } from '../defects/shell';
import { worstOf } from '../gates';
import { validAt } from '../ingest';
import { sourceById } from '../ingest/shell';
import { sameSecret, sha256 } from '../kernel/hash';
import type { Instant } from '../kernel/instant';
import { readClock } from '../platform/clock';
import { logFailure } from '../platform/log';
import { readOutsideRequest } from '../platform/web-trigger';
import type { OutsideRequest, StaticAnswer } from '../platform/web-trigger';
import { runningTrains } from '../gates/shell';
import { gatedStages } from '../settings';
import { readSettings } from '../settings/shell';
import { caughtUp, decideVersion } from './decide-now';
import type { Decision } from './decide-now';
import { isOverloaded } from './overloaded';
import { passRollback } from './pass-rollback';

const name = z.string().min(1).max(255);
const questionSchema = z.object({
  ...{ project: name.toUpperCase(), version: name, stage: name },
  /** The build that would be deployed, and whether the pipeline says that it goes back with it. */
  ...{ build: name.nullable(), rollback: z.enum(['true', 'false']).nullable() },
});

/**
 * The web trigger `gate`: what a gate says at this moment, to who has nothing but curl. It answers no more than open, held or unknown, or
 * that a rollback passes, because a static web trigger can say no more; the reasons stand in the published verdict.
 */
export async function answerGate(event: unknown): Promise<StaticAnswer<GateOutput>> {
  try {
    return { outputKey: await countingPoints(() => ask(readOutsideRequest(event))) };
  } catch (error) {
    logFailure('gate-not-answered', error);
    return { outputKey: isOverloaded(error) ? 'busy' : 'unknown' };
  }
}

async function ask(request: OutsideRequest): Promise<GateOutput> {
  const now = readClock();
  const caller = await callerOf(request.header('authorization'), now);
  if (caller === null) return 'unauthorized';
  if (request.parameter('train') !== null) return askTrain(request, caller, now);
  const question = questionSchema.safeParse({
    project: request.parameter('project'),
    version: request.parameter('version'),
    stage: request.parameter('stage'),
    build: request.parameter('build'),
    rollback: request.parameter('rollback'),
  });
  if (!question.success) return 'malformed';
  const { project: key, version, stage, build, rollback } = question.data;
  const project = await projectByKey(key);
  // Whoever may not ask about a project does not learn whether there is one.
  if (caller.projectId !== null && caller.projectId !== project?.id) return 'unauthorized';
  if (project === null) return 'unknown';
  const settings = await readSettings();
  if (settings.kind === 'ok' && !gatedStages(settings.settings).some((gated) => gated.key === stage)) return 'unknown';
  const ready = await caughtUp(project.id);
  const found = (await versionsOf(project.id)).find(({ name: called, id }) => called === version || id === version);
  if (found === undefined) return 'unknown';
  const asked = { versionId: found.id, stageKey: stage, settings, now: readClock(), build };
  const decision: Decision =
    typeof ready === 'string' ? { state: 'unknown', sentence: ready } : await decideVersion({ project: ready, ...asked });
  if (decision.state === 'open') return 'open';
  const back = { ...asked, ...decision, projectId: project.id, declared: rollback === 'true' };
  return (await passRollback(back)) === null ? decision.state : 'rollback';
}

const trainQuestionSchema = z.object({ train: name, stage: name });

/** A train may enter where all of its releases may; the worst of them answers. */
async function askTrain(request: OutsideRequest, caller: { projectId: string | null }, now: Instant): Promise<GateOutput> {
  const question = trainQuestionSchema.safeParse({ train: request.parameter('train'), stage: request.parameter('stage') });
  if (!question.success) return 'malformed';
  const { train: called, stage } = question.data;
  const train = (await runningTrains()).find((one) => one.name.toLowerCase() === called.toLowerCase() || one.id === called);
  // A source of one project may not ask about others, and does not learn which trains there are.
  if (caller.projectId !== null && train?.members.every(({ projectId }) => projectId === caller.projectId) !== true)
    return 'unauthorized';
  const settings = await readSettings();
  if (train === undefined) return 'unknown';
  if (settings.kind === 'ok' && !gatedStages(settings.settings).some((gated) => gated.key === stage)) return 'unknown';
  const states: Decision['state'][] = [];
  for (const { projectId, versionId } of train.members) {
    const ready = await caughtUp(projectId);
    const asked = { versionId, stageKey: stage, settings, now };
    states.push(typeof ready === 'string' ? 'unknown' : (await decideVersion({ project: ready, ...asked })).state);
  }
  return worstOf(states).state;
}

/** The source that a bearer token belongs to: `hpg.<source>.<secret>`. */
async function callerOf(header: string | null, now: Instant): Promise<{ projectId: string | null } | null> {
  const [, token = '', id = ''] = /^Bearer +(hpg\.([a-z0-9-]{1,60})\.[A-Za-z0-9_-]{20,100})$/i.exec(header ?? '') ?? [];
  const source = id === '' ? null : await sourceById(id);
  if (source === null) return null;
  const hash = sha256(token);
  return validAt(source, 'gateTokens', now).filter((valid) => sameSecret(valid, hash)).length > 0 ? source : null;
}
