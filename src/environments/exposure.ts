import type { Deployment } from './deployments';

/**
 * Who meets a deployment that took effect: `untold`: it is deployed, and nobody said who meets it; `dark`: nobody meets it yet; else it is
 * exposed to so many percent of the users.
 */
export type Exposure = 'untold' | 'dark' | number;

/**
 * Says of deployments who meets them. Where exposure is told at all of a service in an environment, a deployment of which it was not told
 * (yet) is dark; elsewhere silence says nothing.
 * @param all every deployment that is known of the project
 */
export function exposureIn(all: readonly Deployment[]): (deployment: Deployment) => Exposure {
  const exposing = new Set(all.filter(({ exposure }) => exposure !== null).map(placeOf));
  return (deployment) => {
    if (deployment.exposure === null) return exposing.has(placeOf(deployment)) ? 'dark' : 'untold';
    return deployment.exposure === 0 ? 'dark' : deployment.exposure;
  };
}

function placeOf({ service, environment }: Deployment): string {
  return JSON.stringify([service, environment]);
}
