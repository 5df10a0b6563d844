import { day, plus } from '../../kernel/instant';
import type { Instant } from '../../kernel/instant';

export interface TracedDeployment {
  readonly id: string;
  readonly environment: string;
  /** Null where there is one service only, or it is not known. */
  readonly service: string | null;
  readonly at: Instant;
  /** Null or empty where the delivery did not say. */
  readonly build: string | null;
  readonly commits: readonly string[];
}

export interface TracedIncident {
  readonly key: string;
  /** Null where it is not known. */
  readonly environment: string | null;
  readonly service: string | null;
  readonly startedAt: Instant;
  /** The deployment that somebody or something linked it to; null for none. */
  readonly deployment: string | null;
}

export interface TracedHotfix {
  readonly id: string;
  readonly at: Instant;
  /** Keys of the incidents that it answers. */
  readonly incidents: readonly string[];
}

export interface Traces {
  readonly deployments: readonly TracedDeployment[];
  readonly incidents: readonly TracedIncident[];
  readonly hotfixes: readonly TracedHotfix[];
}

/** Something that nothing explains, with a sentence that says what is missing and what to do. */
export interface Gap {
  readonly kind: 'deployment-without-change' | 'incident-without-deployment' | 'hotfix-without-incident';
  /** Id of the deployment or hotfix, key of the incident. */
  readonly id: string;
  readonly at: Instant;
  readonly sentence: string;
}

/** How long after a deployment an incident can still be its doing, in days. */
export const defaultLookBackDays = 30;

/**
 * What cannot be traced: deployments of which neither build nor commit is known; incidents that are linked to no known deployment and
 * before which nothing was deployed to their environment and service (a place that is not known is every place); hotfixes that name no
 * known incident. Oldest first; equal facts give equal gaps in whatever order they come.
 * @param lookBackDays how long before an incident a deployment counts
 */
export function findGaps({ deployments, incidents, hotfixes }: Traces, lookBackDays: number): Gap[] {
  const deployed = new Set(deployments.map(({ id }) => id));
  const known = new Set(incidents.map(({ key }) => key));
  const timelines = timelinesOf(deployments);
  const gaps: Gap[] = [
    ...deployments.filter(isUnexplained).map(({ id, at, environment }) => ({
      kind: 'deployment-without-change' as const,
      ...{ id, at },
      sentence: `Deployment ${id} to ${environment} names neither a build nor a commit: let the pipeline send them with the deployment.`,
    })),
    ...incidents
      .filter((incident) => !(incident.deployment !== null && deployed.has(incident.deployment)))
      .filter((incident) => !deployedBefore(timelines, incident, lookBackDays))
      .map(({ key, startedAt, environment, deployment }) => ({
        kind: 'incident-without-deployment' as const,
        ...{ id: key, at: startedAt },
        sentence: `${key}: ${deployment === null ? 'no deployment is linked' : `the linked deployment ${deployment} is not known`}, and none to ${environment ?? 'any environment'} is known in the ${lookBackDays} days before. Link the one that brought it, or find out what was changed without a delivery.`,
      })),
    ...hotfixes
      .filter((hotfix) => !hotfix.incidents.some((key) => known.has(key)))
      .map(({ id, at, incidents: named }) => ({
        kind: 'hotfix-without-incident' as const,
        ...{ id, at },
        sentence: `Hotfix ${id} ${named.length === 0 ? 'names no incident' : `names ${named.join(', ')}, which is not known`}: link the incident that it answers, or ship it as an ordinary change.`,
      })),
  ];
  return gaps.sort(
    (a, b) => compare(a.at, b.at) || compare(a.kind, b.kind) || compare(a.id, b.id) || compare(a.sentence, b.sentence),
  );
}

function isUnexplained({ build, commits }: TracedDeployment): boolean {
  return (build ?? '').trim() === '' && commits.length === 0;
}

/** Moments of deployments, oldest first, by place: each is found under its environment and under none, its service and every one. */
function timelinesOf(deployments: readonly TracedDeployment[]): Map<string, Instant[]> {
  const timelines = new Map<string, Instant[]>();
  for (const { environment, service, at } of deployments) {
    for (const place of [environment, null].flatMap((where) => [placeOf(where, every), placeOf(where, service)])) {
      const moments = timelines.get(place);
      if (moments === undefined) timelines.set(place, [at]);
      else moments.push(at);
    }
  }
  for (const moments of timelines.values()) moments.sort(compare);
  return timelines;
}

function deployedBefore(timelines: ReadonlyMap<string, Instant[]>, incident: TracedIncident, lookBackDays: number): boolean {
  const { environment, service, startedAt } = incident;
  const from = plus(startedAt, -lookBackDays * day);
  // A deployment whose service is not known may have been of this one.
  const services = service === null ? [every] : [service, null];
  return services.some((what) => {
    const last = lastUntil(timelines.get(placeOf(environment, what)) ?? [], startedAt);
    return last !== null && last >= from;
  });
}

/** The last moment that is not after `at`; null for none. */
function lastUntil(moments: readonly Instant[], at: Instant): Instant | null {
  let [low, high] = [0, moments.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((moments[middle] ?? '') <= at) low = middle + 1;
    else high = middle;
  }
  return moments[low - 1] ?? null;
}

const every = { every: true } as const;

/** @param service null for one that is not known */
function placeOf(environment: string | null, service: string | null | typeof every): string {
  return JSON.stringify([environment, service]);
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
