import { versionById } from '../defects/shell';
import { deploymentsOf, stageOf, wayInto } from '../environments';
import type { Way } from '../environments';
import { deploymentSteps, factsOf } from '../environments/shell';
import { appendEntry } from '../governance/shell';
import { sha256 } from '../kernel/hash';
import type { Instant } from '../kernel/instant';
import { canonical } from '../kernel/json';
import type { VerdictState } from '../kernel/verdict';
import type { Settings } from '../settings';
import type { StoredSettings } from '../settings/shell';

/** A deployment that a gate does not let through. */
interface Refused {
  readonly projectId: string;
  readonly versionId: string;
  readonly stageKey: string;
  /** Which build, where it was told. */
  readonly build: string | null;
  /** Whether the pipeline says that it is a rollback. */
  readonly declared: boolean;
  /** What the gate says. */
  readonly state: VerdictState;
  readonly sentence: string;
  readonly settings: StoredSettings;
  readonly now: Instant;
  /** Fact of a deployment that has happened: the question is what it did to what was there before it. */
  readonly deployment?: string;
}

const mostSteps = 2000;

/**
 * A rollback is never held: what puts back an earlier release or build passes, and is entered in the ledger, once for what it takes
 * back. It is one where what pipelines told shows it; a pipeline that declares it is believed where nothing was told of the stage.
 * @returns null where it is no rollback
 */
export async function passRollback(refused: Refused): Promise<string | null> {
  const { projectId, versionId, stageKey, build, declared, settings, now } = refused;
  const stages = settings.kind === 'ok' ? settings.settings.stages : [];
  const stage = stages.find(({ key }) => key === stageKey);
  const version = await versionById(versionId);
  if (stage === undefined || version === null || version.projectId !== projectId) return null;
  const way = await wayToStage(projectId, { version: version.name, build }, stageKey, stages, refused.deployment);
  if (way.direction !== 'back' && !(declared && way.direction === 'unknown')) return null;
  const sentence = sentenceOf(refused, version.name, stage.name, way);
  await appendEntry(projectId, {
    ...{ at: now, kind: 'rollback-passed', settings: settings.revision, evidence: null },
    subject: `version:${versionId}/${stageKey}`,
    entryKey: `rollback-passed:${versionId}/${stageKey}:${sha256(canonical(way.replaces.map(({ id }) => id).sort()))}`,
    actor: { kind: 'app', rule: null },
    body: {
      schema: 1,
      version: { id: versionId, name: version.name },
      stage: { key: stageKey, name: stage.name },
      ...{ build, replaces: namesOf(way), declared, shown: way.direction === 'back', state: refused.state, sentence },
    },
  });
  return sentence;
}

/**
 * Stages, by key, that a release would go back to: what is published of them lets pass, so that the locks that Jira judges by itself hold
 * no rollback either. A release that was never deployed costs one small query.
 */
export async function stagesToGoBackTo(
  projectId: string,
  version: string,
  stageKeys: readonly string[],
  stages: Settings['stages'],
): Promise<ReadonlySet<string>> {
  const back = new Set<string>();
  if (stageKeys.length === 0 || (await factsOf(projectId, { kind: 'deployment', version }, 1)).length === 0) return back;
  for (const key of stageKeys) {
    const { direction } = await wayToStage(projectId, { version, build: null }, key, stages);
    if (direction === 'back') back.add(key);
  }
  return back;
}

async function wayToStage(
  projectId: string,
  target: { readonly version: string; readonly build: string | null },
  stageKey: string,
  stages: Settings['stages'],
  except?: string,
): Promise<Way> {
  const steps = await deploymentSteps(projectId, target.version, mostSteps);
  const deployments = deploymentsOf(steps.filter(({ id }) => id !== except));
  const environments = new Set(deployments.map(({ environment }) => environment));
  const ofStage = [...environments].filter((environment) => stageOf(environment, stages)?.key === stageKey);
  return wayInto(target, deployments, new Set(ofStage));
}

/** Releases or builds that something takes the place of. */
function namesOf({ replaces }: Way): string[] {
  return [...new Set(replaces.flatMap(({ version, build }) => version ?? build ?? []))];
}

function sentenceOf({ build, state, sentence }: Refused, version: string, stage: string, way: Way): string {
  const what = build === null ? version : `${version}, build ${build},`;
  const replaced = namesOf(way);
  const instead = replaced.length === 0 ? '' : ` in place of ${replaced.join(', ')}`;
  const how = way.direction === 'back' ? 'It was there before' : 'The pipeline says so; nothing was told of what is there';
  const gate = state === 'held' ? 'is held' : 'is not known to be open';
  return `${what} goes back to ${stage}${instead} although its gate ${gate}: a rollback is never held. ${how}. The gate said: ${sentence}`;
}
