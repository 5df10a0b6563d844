import { siteFieldIds, versionById } from '../defects/shell';
import { deploymentsOf } from '../environments';
import { buildsOfReleases, cellsOf, deploymentSteps, storedBehaviours } from '../environments/shell';
import { deployedState, fieldState, fixedDefectOf, standingsOf, verifiedState } from '../gates';
import type { Need, NeededField, NeedState } from '../gates';
import type { Instant } from '../kernel/instant';
import { readClock } from '../platform/clock';
import type { JiraIssue } from '../platform/jira';
import type { Settings } from '../settings';
import { caughtUp, decideVersion } from './decide-now';

/** A defect that is about to change its status. */
export interface Changing {
  readonly issue: JiraIssue;
  /** What the transition's screen changes, by the id of the field. */
  readonly edits: Readonly<Record<string, unknown>>;
  readonly settings: Settings;
  readonly revision: number;
  readonly now: Instant;
}

/** Whether each need is met, and otherwise why not. Whatever cannot be looked up is not met. */
export async function needStates(needs: readonly Need[], changing: Changing): Promise<NeedState[]> {
  const states: NeedState[] = [];
  for (const need of needs) states.push(await stateOf(need, changing));
  return states;
}

async function stateOf(need: Need, changing: Changing): Promise<NeedState> {
  if (need.kind === 'field') return fieldOf(need.field, changing);
  const stage = changing.settings.stages.find(({ key }) => key === need.stage);
  if (stage === undefined)
    return 'This change of status needs a stage that is not there any more: an admin corrects the transition map.';
  if (need.kind === 'gate') return gateOf(stage.key, changing);
  return need.kind === 'deployed' ? deployed(stage, changing) : verified(stage, changing);
}

const systemFields: Readonly<Partial<Record<NeededField, string>>> = {
  assignee: 'assignee',
  component: 'components',
  'fix-version': 'fixVersions',
  'affected-version': 'versions',
};

async function fieldOf(field: NeededField, { issue, edits, now }: Changing): Promise<NeedState> {
  const id = systemFields[field] ?? (await appField(field, now));
  if (id === null) return fieldState(field, false);
  return fieldState(field, isSet(Object.hasOwn(edits, id) ? edits[id] : issue.fields[id]));
}

const appFields = {
  severity: 'defect-severity',
  tier: 'customer-tier',
  'users-affected': 'users-affected',
  workaround: 'workaround',
  'detected-in': 'detected-in',
} as const;

async function appField(field: NeededField, now: Instant): Promise<string | null> {
  const ids = await siteFieldIds(now);
  return ids.kind === 'ok' && isAppField(field) ? ids.value[appFields[field]] : null;
}

function isAppField(field: NeededField): field is keyof typeof appFields {
  return Object.hasOwn(appFields, field);
}

function isSet(value: unknown): boolean {
  if (value === null || value === undefined) return false;
  if (typeof value === 'string') return value.trim() !== '';
  return !Array.isArray(value) || value.length > 0;
}

/** Ids of the fix versions that the defect will have. */
function versionsOf({ issue, edits }: Changing): string[] {
  const edited = edits['fixVersions'];
  if (!Object.hasOwn(edits, 'fixVersions')) return [...issue.fields.fixVersions];
  return Array.isArray(edited) ? edited.flatMap((one: unknown) => idIn(one)) : [];
}

function idIn(value: unknown): string[] {
  if (typeof value !== 'object' || value === null || !('id' in value)) return [];
  return typeof value.id === 'string' || typeof value.id === 'number' ? [String(value.id)] : [];
}

/** The gate decides from the newest evidence, as it does for a release ticket; one that only observes or warns lets pass. */
async function gateOf(stageKey: string, changing: Changing): Promise<NeedState> {
  const ids = versionsOf(changing);
  if (ids.length === 0) return 'A gate needs to know which release this is for: set the fix version first.';
  const { settings, revision } = changing;
  const project = await caughtUp(changing.issue.fields.project.id);
  if (typeof project === 'string') return project;
  for (const versionId of ids) {
    const stored = { kind: 'ok', settings, revision } as const;
    const decision = await decideVersion({ project, versionId, stageKey, settings: stored, now: readClock() });
    if (decision.state !== 'open') return decision.sentence;
  }
  return null;
}

type Stage = Settings['stages'][number];
const mostSteps = 2000;

async function deployed(stage: Stage, changing: Changing): Promise<NeedState> {
  const { issue, settings } = changing;
  const projectId = issue.fields.project.id;
  const kept = (await storedBehaviours([issue.id])).get(issue.id);
  const releases: { name: string; stands: boolean }[] = [];
  const versions = await Promise.all(versionsOf(changing).map((id) => versionById(id)));
  const names = versions.flatMap((version) => version?.name ?? []);
  const builds = await buildsOfReleases(projectId, names, mostBuilds);
  for (const name of names) {
    const deployments = deploymentsOf(await deploymentSteps(projectId, name, mostSteps));
    const standings = standingsOf(deployments, settings.stages, { name, builds: builds.get(name) ?? [] });
    releases.push({ name, stands: standings.some((one) => one.isRelease && one.stage === stage.key) });
  }
  return deployedState({ stageName: stage.name }, kept?.facts[stage.key]?.fix?.state ?? null, releases);
}

const mostBuilds = 30;

async function verified(stage: Stage, { issue }: Changing): Promise<NeedState> {
  const kept = (await storedBehaviours([issue.id])).get(issue.id);
  const cells = kept === undefined ? [] : cellsOf(kept).values();
  const { verifiedIn } = fixedDefectOf({ id: issue.id, severity: null }, cells, kept?.facts ?? {});
  return verifiedState({ stageName: stage.name }, verifiedIn.includes(stage.key));
}
