/** What took effect in an environment. */
export interface LiveDeployment {
  readonly id: string;
  /** One name for each environment, whatever pipelines call it. */
  readonly environment: string;
  /** Null where it was not told: then it is for every service. */
  readonly service: string | null;
  readonly version: string | null;
  /** When it took effect, in milliseconds since 1970. What puts an earlier version back is a deployment, too. */
  readonly at: number;
}

export interface BegunIncident {
  readonly environment: string;
  readonly service: string | null;
  readonly version: string | null;
  /** Milliseconds since 1970. */
  readonly at: number;
}

/** From when until when all deployments are known, in milliseconds since 1970. */
export interface KnownTime {
  readonly from: number;
  readonly to: number;
}

/** The deployment that an incident is put down to; else why none is. */
export type Attribution =
  | { readonly kind: 'deployment'; readonly id: string }
  /** Nothing is known of the moment; nothing was live as far as is known; the newest one that fits is too old to be blamed. */
  | { readonly kind: 'unknown'; readonly because: 'outside' | 'nothing-live' | 'too-old' };

/**
 * Which deployment was live when an incident began: of its environment, its service and, where it names one, its version, what took effect
 * last until then. Nothing after that moment and nothing before that deployment is asked, so that the answer does not depend on how much
 * was imported: where what decides is missing, the answer is unknown, and never another deployment.
 * @param deployments those that took effect, in any order
 * @param mostAge how old that deployment may be, in milliseconds
 */
export function attribute(
  incident: BegunIncident,
  deployments: readonly LiveDeployment[],
  known: KnownTime,
  mostAge: number,
): Attribution {
  const { at, version } = incident;
  if (at < known.from || at > known.to) return { kind: 'unknown', because: 'outside' };
  const live = new Map<string | null, LiveDeployment>();
  for (const deployment of deployments) {
    if (deployment.at < known.from || deployment.at > at || !isOfPlace(deployment, incident)) continue;
    const other = live.get(deployment.service);
    if (other === undefined || isLater(deployment, other)) live.set(deployment.service, deployment);
  }
  let found: LiveDeployment | null = null;
  for (const deployment of live.values()) {
    if (version !== null && deployment.version !== null && deployment.version !== version) continue;
    if (found === null || isLater(deployment, found)) found = deployment;
  }
  if (found === null) return { kind: 'unknown', because: 'nothing-live' };
  return at - found.at > mostAge ? { kind: 'unknown', because: 'too-old' } : { kind: 'deployment', id: found.id };
}

function isOfPlace(deployment: LiveDeployment, { environment, service }: BegunIncident): boolean {
  if (deployment.environment !== environment) return false;
  return service === null || deployment.service === null || deployment.service === service;
}

/** Of the same moment one is taken by its name, so that their order does not matter. */
function isLater(one: LiveDeployment, other: LiveDeployment): boolean {
  return one.at > other.at || (one.at === other.at && one.id > other.id);
}
