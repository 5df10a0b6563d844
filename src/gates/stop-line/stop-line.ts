import { exposureIn, liveIn, stageOf } from '../../environments';
import type { Deployment } from '../../environments';
import type { Instant } from '../../kernel/instant';
import type { Severity } from '../../kernel/severity';
import { standingIn } from '../holds';
import type { Hold, StoppedLine } from '../holds';
import type { StopLinePolicy } from './policy';

interface Stage {
  readonly key: string;
  readonly name: string;
  readonly environments: readonly string[];
}

interface Version {
  readonly id: string;
  readonly name: string;
}

/** Where and when something was seen, as far as it was said. */
export interface Seen {
  readonly at: Instant;
  /** What pipelines call the place; null where they did not say. */
  readonly environment: string | null;
  /** The stage as people call it, in the field *Detected in*; null where they did not say. */
  readonly stage: string | null;
  /** Names of releases of which it can be; empty where nobody said. */
  readonly releases: readonly string[];
  readonly build: string | null;
}

/** Something severe that is open. */
export interface Alarm {
  /** `defect:<id>` or `incident:<name>`. */
  readonly subject: string;
  /** Null counts as S1. */
  readonly severity: Severity | null;
  readonly seen: readonly Seen[];
  /** Subjects that it stands for by now, as a defect does for an incident: what stopped the line for them stopped it for this. */
  readonly standsFor: readonly string[];
}

/** What is known of the project in which it was seen. */
export interface LineFacts {
  readonly policy: StopLinePolicy;
  /** In promotion order. */
  readonly stages: readonly Stage[];
  /** Every deployment that is known, newest first. */
  readonly deployments: readonly Deployment[];
  /** The release of a build, where a deployment names none. */
  readonly releaseOfBuild: (service: string, build: string) => string | null;
  readonly versions: readonly Version[];
}

/** A release whose line is to be stopped. */
export interface Stop {
  readonly version: Version;
  readonly line: StoppedLine;
  /** Keys of the stages that are held. */
  readonly stages: readonly string[];
}

export function isSevere({ on, severities }: StopLinePolicy, severity: Severity | null): boolean {
  return on && severities.includes(severity ?? 'S1');
}

/** What is deployed somewhere and met by nobody yet. */
export interface DarkPlace {
  readonly deployment: Deployment;
  readonly stage: Stage;
  /** Name of the release. */
  readonly release: string;
}

/** Everything that stands dark in a stage that is watched, in promotion order. */
export function darkPlaces({ policy, stages, deployments, releaseOfBuild }: LineFacts): DarkPlace[] {
  const exposure = exposureIn(deployments);
  const environments = [...new Set(deployments.map(({ environment }) => environment))];
  const found = environments.flatMap((environment): DarkPlace[] => {
    const stage = stageOf(environment, stages);
    if (stage === null || policy.stages?.includes(stage.key) === false) return [];
    return liveIn(deployments, environment).flatMap((deployment) => {
      const { version, build, service } = deployment;
      const release = version ?? (build === null ? null : releaseOfBuild(service, build));
      return release === null || exposure(deployment) !== 'dark' ? [] : [{ deployment, stage, release }];
    });
  });
  const place = ({ stage }: DarkPlace) => stages.findIndex(({ key }) => key === stage.key);
  return found.sort((a, b) => place(a) - place(b));
}

/**
 * Nothing that was seen before this moment can stop a line: since then the first of the releases stands where it is dark. Null where none
 * does.
 */
export function watchedSince(facts: LineFacts): Instant | null {
  const known = new Set(facts.versions.map(({ name }) => name));
  const moments = darkPlaces(facts).flatMap(({ deployment, release }) => (known.has(release) ? [deployment.at] : []));
  return moments.sort()[0] ?? null;
}

/**
 * The stages that are still to come for a release that stands in one: those after it in promotion order. In the last one that is its own
 * exposure, for which pipelines ask the gate of the same stage.
 */
export function furtherStages(stages: readonly Pick<Stage, 'key'>[], stageKey: string): string[] {
  const keys = stages.map(({ key }) => key);
  const after = keys.slice(keys.indexOf(stageKey) + 1);
  return after.length === 0 ? [stageKey] : after;
}

/**
 * Which releases an alarm stops: those that stand dark where it was seen, since before it was seen. Of a release that is dark in several
 * such stages the earliest counts, because it holds the most.
 * @param holds every hold of the releases, lifted ones too
 */
export function stopsOf(alarm: Alarm, facts: LineFacts, holds: readonly Hold[]): Stop[] {
  if (!isSevere(facts.policy, alarm.severity)) return [];
  const dark = darkPlaces(facts);
  const exact = new Set(facts.deployments.map(({ environment }) => plain(environment)));
  const stops = new Map<string, Stop>();
  for (const place of dark) {
    const version = facts.versions.find(({ name }) => name === place.release);
    if (version === undefined || stops.has(version.id)) continue;
    const seen = alarm.seen.filter((one) => isThere(one, place, facts.stages, exact)).sort((a, b) => (a.at < b.at ? 1 : -1))[0];
    if (seen === undefined) continue;
    const { deployment, stage } = place;
    const line: StoppedLine = {
      ...{ subject: alarm.subject, stage: { key: stage.key, name: stage.name }, environment: deployment.environment },
      ...{ deployment: deployment.id, deployedAt: deployment.at, build: deployment.build, seenAt: seen.at },
    };
    const same = holds.filter((hold) => hold.version.id === version.id && isOf(alarm, hold));
    // The deployment to an earlier stage may be told later: then it is the stages in between that nothing holds yet.
    const open = furtherStages(facts.stages, stage.key).filter((key) => standingIn(same, key).length === 0);
    if (open.length === 0 || same.some((hold) => wasLifted(line, hold))) continue;
    stops.set(version.id, { version, line, stages: open });
  }
  return [...stops.values()];
}

/** Whether it was seen in what stands there: nothing that is said speaks against it, and something speaks for it. */
function isThere(seen: Seen, { deployment, stage, release }: DarkPlace, stages: readonly Stage[], exact: ReadonlySet<string>) {
  const { environment, stage: word } = seen;
  if (seen.at < deployment.at || (environment === null && word === null && seen.releases.length === 0)) return false;
  if (seen.releases.length > 0 && !seen.releases.includes(release)) return false;
  if (seen.build !== null && deployment.build !== null && seen.build !== deployment.build) return false;
  if (word !== null && stageCalled(word, stages)?.key !== stage.key) return false;
  if (environment === null || plain(environment) === plain(deployment.environment)) return true;
  // Another environment of the same stage is another place, unless nobody deploys to a place of that name.
  return !exact.has(plain(environment)) && stageOf(environment, stages)?.key === stage.key;
}

/** The stage that people mean by a word. */
function stageCalled(word: string, stages: readonly Stage[]): Stage | null {
  return stageOf(word, stages) ?? stages.find(({ name }) => plain(name) === plain(word)) ?? null;
}

function isOf({ subject, standsFor }: Alarm, { line }: Hold): boolean {
  return line !== null && (line.subject === subject || standsFor.includes(line.subject));
}

/**
 * Whether two people lifted this for the same thing. Then it stops the release again only where it was seen after that in something deployed
 * since: people have decided on what they knew, and the old build is no news.
 */
function wasLifted({ deployment, deployedAt, seenAt }: StoppedLine, { line, state, events }: Hold): boolean {
  if (line === null || state === 'standing') return false;
  const liftedAt = events.at(-1)?.at ?? '';
  return seenAt <= liftedAt || deployment === line.deployment || deployedAt <= line.deployedAt;
}

function plain(name: string): string {
  return name.trim().toLowerCase();
}
