import { attribute, introductionsBy, stampsOf, trusted } from '../../analytics';
import type { Attribution, BroughtBy, KnownTime, StampedDefect, Stamps } from '../../analytics';
import type { SpanColumn } from '../../defects';
import type { ChartRow } from '../../defects/shell';
import { defaultLookBackDays, stageOf } from '../../environments';
import type { Deployment } from '../../environments';
import type { CommitTime, DetectedIncident, ToldBuild, ToldIncident } from '../../environments/shell';
import { day } from '../../kernel/instant';
import type { Instant } from '../../kernel/instant';
import type { Settings } from '../../settings';
import type { Origin } from '../../triage';
import type { FirstSighting } from '../../triage/shell';
import type { ProjectHistory } from '../charts/visible-history';

/** What the screen is made of. */
export interface RepairSources {
  readonly history: Pick<ProjectHistory, 'rows' | 'created' | 'ended' | 'status' | 'hidden'>;
  /** By the id of the defect; milliseconds since 1970. */
  readonly assigned: ReadonlyMap<string, number>;
  readonly seen: ReadonlyMap<string, FirstSighting>;
  readonly origins: ReadonlyMap<string, Origin>;
  /** Ids of the versions that Jira names as affected. */
  readonly affected: ReadonlyMap<string, readonly string[]>;
  /** Names of versions by id. */
  readonly versions: ReadonlyMap<string, string>;
  readonly deployments: readonly Deployment[];
  /** From when until when all deployments were read, in milliseconds since 1970. */
  readonly known: KnownTime;
  /** Successful ones. */
  readonly builds: readonly ToldBuild[];
  readonly commits: readonly CommitTime[];
  /** Those that the viewer may see, and how many others there are. */
  readonly incidents: readonly DetectedIncident[];
  readonly hiddenIncidents: number;
  readonly stages: Settings['stages'];
}

/** A defect, or an incident that no defect stands for, with its stamps. */
export type Stamped =
  | { readonly kind: 'defect'; readonly row: ChartRow; readonly stamps: Stamps }
  | { readonly kind: 'incident'; readonly incident: ToldIncident; readonly stamps: Stamps };

/** A deployment that took effect, under the key of its stage. */
export interface StageDeployment {
  readonly told: Deployment;
  readonly environment: string;
  readonly service: string | null;
  /** Milliseconds since 1970. */
  readonly at: number;
}

/** An incident and the deployment that it is put down to. */
export interface BlamedIncident {
  readonly told: ToldIncident;
  readonly environment: string | null;
  readonly blamed: Attribution;
}

export interface RepairFacts {
  readonly stamped: readonly Stamped[];
  readonly deployed: readonly StageDeployment[];
  readonly incidents: readonly BlamedIncident[];
}

/** Older deployments are not blamed for an incident. */
const mostAge = defaultLookBackDays * day;

/** Brings together what Jira, people and pipelines told. Environments are keys of stages from here on; what is none counts nowhere. */
export function repairFacts(sources: RepairSources): RepairFacts {
  const { stages, known } = sources;
  const keyOf = stageKeys(stages);
  const deployed = sources.deployments.flatMap((told): StageDeployment[] => {
    const environment = keyOf(told.environment);
    if (told.state !== 'successful' || environment === null) return [];
    return [{ told, environment, service: serviceOf(told.service), at: Date.parse(told.at) }];
  });
  const live = deployed.map(({ told, environment, service, at }) => ({
    ...{ id: told.id, environment, service, at, version: told.version },
  }));
  const incidents = sources.incidents.map(({ told }): BlamedIncident => {
    const environment = keyOf(told.environment);
    const { version } = told;
    const begun = { environment: environment ?? '', service: serviceOf(told.service), version, at: Date.parse(told.startedAt) };
    return { told, environment, blamed: attribute(begun, live, known, mostAge) };
  });
  return {
    deployed,
    incidents,
    stamped: [...stampedDefects(sources, deployed, keyOf), ...stampedIncidents(sources, incidents, deployed)],
  };
}

/** The key of the stage that an environment is; each name is looked up once, as many defects have the same. */
function stageKeys(stages: RepairSources['stages']): (environment: string | null) => string | null {
  const known = new Map<string, string | null>();
  return (environment) => {
    if (environment === null) return null;
    const before = known.get(environment);
    if (before !== undefined) return before;
    const key = stageOf(environment, stages)?.key ?? null;
    known.set(environment, key);
    return key;
  };
}

function stampedDefects(
  sources: RepairSources,
  deployed: readonly StageDeployment[],
  keyOf: (environment: string | null) => string | null,
): Stamped[] {
  const { history, assigned, seen, origins, affected, versions, builds } = sources;
  const placed = deployed.map(({ told: { version, build, commit }, environment, at }) => ({
    environment,
    version,
    build,
    commit,
    at,
  }));
  const introducedBy = introductionsBy(placed, builds);
  return history.rows.map((row, n): Stamped => {
    const first = seen.get(row.id);
    // Of ten thousand defects each is written out at once: spreading parts into one another takes three times as long.
    const defect: StampedDefect = {
      created: history.created[n] ?? NaN,
      ended: history.ended[n] ?? NaN,
      moved: firstMove(history.status, n),
      assigned: assigned.get(row.id) ?? NaN,
      detectedIn: keyOf(row.detectedIn),
      firstSeen: first === undefined ? null : seenFirst(first, keyOf),
      origin: broughtBy(origins.get(row.id), versions),
      affected: (affected.get(row.id) ?? none).flatMap((id) => versions.get(id) ?? []),
    };
    return { kind: 'defect', row, stamps: stampsOf(defect, introducedBy) };
  });
}

const none: readonly string[] = [];

function seenFirst(
  { at, environment, version, build }: FirstSighting,
  keyOf: (environment: string | null) => string | null,
): StampedDefect['firstSeen'] {
  return { at: Date.parse(at), environment: keyOf(environment), version, build, commit: null };
}

/** Incidents that are, or name, a defect of the project are counted as that defect. */
function stampedIncidents(
  { history, incidents }: RepairSources,
  blamed: readonly BlamedIncident[],
  deployed: readonly StageDeployment[],
): Stamped[] {
  const keys = new Set(history.rows.map(({ key }) => key));
  const since = new Map(deployed.map(({ told, at }) => [told.id, at]));
  return blamed.flatMap(({ told, environment, blamed: cause }, n): Stamped[] => {
    if (keys.has(told.issue?.toUpperCase() ?? '') || keys.has(told.incident.toUpperCase())) return [];
    const detected = Date.parse(incidents[n]?.detectedAt ?? told.startedAt);
    const introduced = cause.kind === 'deployment' ? (since.get(cause.id) ?? NaN) : NaN;
    const resolved = momentOf(told.resolvedAt);
    const stamps: Stamps = {
      ...{ environment, detected, acknowledged: null, ...trusted(introduced, detected) },
      resolved: Number.isNaN(resolved) ? NaN : Math.max(detected, resolved),
    };
    return [{ kind: 'incident', incident: told, stamps }];
  });
}

/** Whoever names no service has one, or does not tell. */
function serviceOf(service: string): string | null {
  return service === 'default' ? null : service;
}

/** An issue that is said to be the cause says nothing of a build. */
function broughtBy(origin: Origin | undefined, versions: ReadonlyMap<string, string>): BroughtBy | null {
  if (origin === undefined) return null;
  const { change, versionId } = origin;
  const said = (kind: string) => (change?.kind === kind ? change.value : null);
  const brought = {
    version: versionId === null ? null : (versions.get(versionId) ?? null),
    build: said('build'),
    commit: said('commit'),
  };
  return brought.version === null && brought.build === null && brought.commit === null ? null : brought;
}

/** When a defect left its first status; NaN while it is there. */
function firstMove({ offsets, from }: SpanColumn, n: number): number {
  const second = (offsets[n] ?? 0) + 1;
  return second < (offsets[n + 1] ?? 0) ? (from[second] ?? NaN) : NaN;
}

function momentOf(at: Instant | null | undefined): number {
  return at == null ? NaN : Date.parse(at);
}
