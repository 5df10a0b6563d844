import type { Happening, Occurrence, ReleaseFacts } from '../occurrence';
import { plain } from '../plain';

/** A step of a deployment, as pipelines tell it. */
export const deploymentEvents = {
  'deployment-started': 'deployments started',
  'deployment-finished': 'deployments finished',
  'deployment-failed': 'deployments failed',
  'deployment-rolled-back': 'deployments were rolled back',
} as const;
type DeploymentEvent = keyof typeof deploymentEvents;

const saidOf: Readonly<Record<DeploymentEvent, string>> = {
  'deployment-started': 'is being deployed to',
  'deployment-finished': 'was deployed to',
  'deployment-failed': 'could not be deployed to',
  'deployment-rolled-back': 'was rolled back in',
};

export interface DeploymentFacts {
  readonly event: DeploymentEvent;
  /** Name of the environment or stage for people. */
  readonly environment: string;
  /** What was deployed, e.g. the release's or the build's name. */
  readonly what: string;
}

export function deploymentStep(
  { id, at, projectId }: Happening,
  { event, environment, what }: DeploymentFacts,
  releases: readonly ReleaseFacts[],
): Occurrence<DeploymentEvent> {
  const sentence = plain(`${plain(what, 100)} ${saidOf[event]} ${plain(environment, 100)}.`);
  return { id, at, projectId, event, severity: null, issueId: null, releases, sentence };
}
