import { z } from 'zod';
import { countingPoints, dirtyIssues, openDefectsOf, projectById, versionById } from '../defects/shell';
import type { StoredProject, StoredVersion } from '../defects/shell';
import { verdictLife } from '../gates';
import { verdictsOf } from '../gates/shell';
import { plus } from '../kernel/instant';
import type { Instant } from '../kernel/instant';
import { readClock } from '../platform/clock';
import { TablesNotReady } from '../platform/database';
import { fetchIssues } from '../platform/jira';
import { logFailure } from '../platform/log';
import { pushMessages } from '../platform/queue';
import { gatedStages, modeOf } from '../settings';
import { readSettings } from '../settings/shell';
import type { StoredSettings } from '../settings/shell';
import { drainChanges } from './drain-changes';
import { judgeVersion } from './judge-version';
import { noticeTampering } from './notice-tampering';
import { publishVersion } from './publish-version';
import { rereadVersions } from './read-versions';
import { readingContext } from './reading-context';

const versionList = z.array(z.object({ id: z.union([z.string(), z.number()]).transform(String) }));
/** What Jira tells a function validator (docs/platform.md A.4): not who acts, and the edits of the transition's screen apart. */
const callSchema = z.object({
  issue: z.object({ key: z.string() }),
  configuration: z
    .object({ stage: z.string().min(1) })
    .nullish()
    .catch(null),
  transition: z.object({ modifiedFields: z.object({ fixVersions: versionList.nullish() }).nullish() }).optional(),
});

export interface ValidatorAnswer {
  readonly result: boolean;
  readonly errorMessage?: string;
}

const refuse = (errorMessage: string): ValidatorAnswer => ({ result: false, errorMessage });
const pass: ValidatorAnswer = { result: true };

/** The lock that decides: from the newest evidence, at the moment of the transition. Whatever goes wrong, the transition is refused. */
export async function validateGate(call: unknown): Promise<ValidatorAnswer> {
  try {
    return await countingPoints(() => decide(callSchema.parse(call)));
  } catch (error) {
    logFailure('validator-failed', error);
    if (error instanceof TablesNotReady)
      return refuse('Holdpoint was installed a moment ago and has not read Jira yet. Try again in a few minutes.');
    return refuse('Holdpoint could not decide whether the gate is open, so it stays closed. Try again in a minute.');
  }
}

async function decide({ issue, configuration, transition }: z.output<typeof callSchema>): Promise<ValidatorAnswer> {
  if (!configuration) return refuse('This transition guards no stage yet: an admin picks one in the rule of the workflow.');
  const settings = await readSettings();
  if (settings.kind === 'ok' && !gatedStages(settings.settings).some((stage) => stage.key === configuration.stage)) {
    return refuse(
      `The stage "${configuration.stage}" has no gate: an admin picks another stage in the rule of the workflow, or gives this one a gate.`,
    );
  }
  // Always from Jira: the ticket's fix version may have changed a moment ago, and the event of that may still be on its way.
  const ticket = await fetchIssues([issue.key], []);
  if (ticket.kind !== 'ok')
    return refuse('Holdpoint cannot read this release ticket just now, so the gate stays closed. Try again in a minute.');
  const fields = ticket.value[0]?.fields;
  if (fields === undefined) return refuse('Holdpoint may not read this issue, so the gate stays closed.');
  // Where the gate only observes or warns, nothing that Holdpoint fails to do may stop the transition.
  if (settings.kind === 'ok' && modeOf(settings.settings, fields.project.id, configuration.stage) !== 'enforce') return pass;
  const edited = transition?.modifiedFields?.fixVersions;
  const versionIds = edited === undefined ? fields.fixVersions : (edited ?? []).map((version) => version.id);
  if (versionIds.length === 0) return refuse('The gate needs to know which release this is: set the fix version first.');
  const project = await caughtUp(fields.project.id);
  if (typeof project === 'string') return refuse(project);
  for (const versionId of versionIds) {
    const answer = await decideVersion({ project, versionId, stageKey: configuration.stage, settings, now: readClock() });
    if (!answer.result) return answer;
  }
  return pass;
}

/** So many changes are read before a transition; with more, waiting for the queue is quicker than the 25 s of a validator. */
const mostChanges = 300;

/** The project with every noticed change read; or why it is not, in words for people. */
async function caughtUp(projectId: string): Promise<StoredProject | string> {
  const project = await projectById(projectId);
  if (project === null) return 'Holdpoint has not read this project yet. Try again in a few minutes.';
  if (project.state !== 'ready') return project;
  const dirty = await dirtyIssues(projectId, mostChanges + 1);
  if (dirty.length > mostChanges) return 'Holdpoint is still reading many changes of this project. Try again in a minute.';
  if (dirty.length === 0 && !project.versionsStale) return project;
  const context = await readingContext(readClock());
  if (context.kind !== 'ok') return 'Holdpoint cannot read Jira just now, so the gate stays closed. Try again in a minute.';
  if (context.value === null) return project;
  const drained = await drainChanges(project, context.value, true);
  if (drained.kind !== 'ok')
    return 'Holdpoint cannot read what changed just now, so the gate stays closed. Try again in a minute.';
  return (await projectById(projectId)) ?? project;
}

interface Question {
  readonly project: StoredProject;
  readonly versionId: string;
  readonly stageKey: string;
  readonly settings: StoredSettings;
  readonly now: Instant;
}

async function decideVersion({ project, versionId, stageKey, settings, now }: Question): Promise<ValidatorAnswer> {
  const version = await knownVersion(project.id, versionId);
  if (version === null) return refuse('Holdpoint does not know the fix version of this ticket, so the gate stays closed.');
  const openDefects = (await openDefectsOf([versionId])).get(versionId) ?? [];
  const before = await verdictsOf([versionId]);
  const judged = judgeVersion({ project, version, openDefects, settings, before, now }).find(
    ({ verdict }) => verdict.stage.key === stageKey,
  );
  if (judged === undefined) return refuse(`The stage "${stageKey}" has no gate.`);
  const stored = before.find(({ verdict }) => verdict.stage.key === stageKey);
  await putRight(project.id, version, stored?.fingerprint !== judged.fingerprint, now);
  if (judged.mode !== 'enforce') return pass;
  if (judged.verdict.state !== 'open') return refuse(judged.verdict.sentence);
  const until = project.readUpTo === null ? null : plus(project.readUpTo, verdictLife);
  if (until === null || until <= now) return refuse(staleSentence(until));
  return pass;
}

function staleSentence(until: Instant | null): string {
  const since = until === null ? '' : ` since ${until.slice(0, 10)} ${until.slice(11, 16)} UTC`;
  return `The verdict is stale${since}: Holdpoint must read Jira again before it can open the gate.`;
}

async function knownVersion(projectId: string, versionId: string): Promise<StoredVersion | null> {
  const known = await versionById(versionId);
  if (known !== null) return known;
  const reread = await rereadVersions(projectId);
  return reread.kind === 'ok' ? versionById(versionId) : null;
}

/** What is published is put right on the way; that it cannot be has no say in the decision. */
async function putRight(projectId: string, version: StoredVersion, outdated: boolean, now: Instant): Promise<void> {
  try {
    if (outdated) await pushMessages([{ kind: 'evaluate', projectId }]);
    const noticed = await noticeTampering(projectId, version, now);
    if (noticed.kind === 'ok' && noticed.value) await publishVersion(projectId, version);
  } catch (error) {
    logFailure('repair-failed', error, { project: projectId, version: version.id });
  }
}
