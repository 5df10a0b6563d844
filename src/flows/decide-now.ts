import { dirtyIssues, projectById, versionById } from '../defects/shell';
import type { StoredProject, StoredVersion } from '../defects/shell';
import { isPassable, overriddenSentence, verdictLife } from '../gates';
import type { Verdict } from '../gates';
import { approvedOverrides, verdictsOf } from '../gates/shell';
import { plus } from '../kernel/instant';
import type { Instant } from '../kernel/instant';
import { readClock } from '../platform/clock';
import { logFailure } from '../platform/log';
import { pushMessages } from '../platform/queue';
import type { StoredSettings } from '../settings/shell';
import { drainChanges } from './drain-changes';
import { gateEvidence } from './gate-evidence';
import { judgeVersion } from './judge-version';
import { noticeTampering } from './notice-tampering';
import { publishVersion } from './publish-version';
import { rereadVersions } from './read-versions';
import { readingContext } from './reading-context';

/** So many changes are read before a transition; with more, waiting for the queue is quicker than the 25 s of a validator. */
const mostChanges = 300;

/** The project with every noticed change read; or why it is not, in words for people. */
export async function caughtUp(projectId: string): Promise<StoredProject | string> {
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

/** Which gate of which version is asked. */
export interface Question {
  readonly project: StoredProject;
  readonly versionId: string;
  readonly stageKey: string;
  readonly settings: StoredSettings;
  readonly now: Instant;
  /** The build that would enter; null or left out where it was not told. */
  readonly build?: string | null;
}

/** What a gate says at this moment; whoever only observes or warns lets pass. */
export interface Decision {
  readonly state: 'open' | 'held' | 'unknown';
  readonly sentence: string;
}

const unknown = (sentence: string): Decision => ({ state: 'unknown', sentence });

/** Decides from the store at this moment, and puts right what is published where it says something else. */
export async function decideVersion({ project, versionId, stageKey, settings, now, build = null }: Question): Promise<Decision> {
  const version = await knownVersion(project.id, versionId);
  if (version === null) return unknown('Holdpoint does not know the fix version of this ticket, so the gate stays closed.');
  const factsOf = await gateEvidence({ projectId: project.id, versionIds: [versionId], settings: [settings], now });
  const before = await verdictsOf([versionId]);
  const judged = judgeVersion({ project, version, facts: factsOf(versionId), settings, before, now }).find(
    ({ verdict }) => verdict.stage.key === stageKey,
  );
  if (judged === undefined) return unknown(`The stage "${stageKey}" has no gate.`);
  const stored = before.find(({ verdict }) => verdict.stage.key === stageKey);
  await putRight(project.id, version, stored?.fingerprint !== judged.fingerprint, now);
  const { state, sentence, builds } = judged.verdict;
  if (judged.mode !== 'enforce') return { state: 'open', sentence };
  if (build !== null && !builds.includes(build)) return unknown(otherBuild(version.name, build, builds));
  const until = project.readUpTo === null ? null : plus(project.readUpTo, verdictLife);
  const isStale = until === null || until <= now;
  if (state !== 'open') return (isStale ? null : await overridden(versionId, judged.verdict, now)) ?? { state, sentence };
  return isStale ? unknown(staleSentence(until)) : { state, sentence };
}

/** A held gate may be passed where an approved override covers every reason that there is at this moment. */
async function overridden(versionId: string, verdict: Verdict, now: Instant): Promise<Decision | null> {
  const overrides = await approvedOverrides([versionId]);
  const live = overrides.find((override) => override.stage.key === verdict.stage.key && isPassable(override, verdict, now));
  if (live?.until == null) return null;
  return { state: 'open', sentence: overriddenSentence(verdict, live.until) };
}

/** Another build is another verdict. */
function otherBuild(version: string, build: string, judged: readonly string[]): string {
  if (judged.length === 0) return `No successful build of ${version} was told, so that nothing was judged for build ${build}.`;
  return `The verdict is about build ${judged.join(', ')}, not about build ${build}.`;
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
