import type { DeploymentRow } from '../../contracts/release-deployments';
import { exposureIn, liveIn, stageOf } from '../../environments';
import type { Deployment } from '../../environments';
import type { Settings } from '../../settings';

/** What is known beside the deployments themselves. */
export interface RowContext {
  readonly stages: Settings['stages'];
  /** Every deployment that is known of the project. */
  readonly all: readonly Deployment[];
  /** Incidents that may be named to the viewer, with their titles where they are known. */
  readonly incidents: ReadonlyMap<string, string | null>;
}

/** Deployments as screens show them. */
export function deploymentRows(deployments: readonly Deployment[], { stages, all, incidents }: RowContext): DeploymentRow[] {
  const live = new Set(environmentsOf(all).flatMap((environment) => liveIn(all, environment).map(({ id }) => id)));
  const exposureOf = exposureIn(all);
  const incident = (key: string | null) =>
    key === null || !incidents.has(key) ? null : { key, title: incidents.get(key) ?? null };
  return deployments.map((deployment): DeploymentRow => {
    const { id, service, environment, version, build, commit, state, at, startedAt, finishedAt, rolledBack, restores } =
      deployment;
    return {
      ...{ id, service, environment, version, build, commit, state, at, startedAt, finishedAt },
      stage: stageOf(environment, stages)?.name ?? null,
      exposure: exposureOf(deployment),
      live: live.has(id),
      rolledBack: rolledBack === null ? null : { ...rolledBack, incident: incident(rolledBack.incident) },
      restores: restores === null ? null : { from: restores.from },
    };
  });
}

/** Environments in the order of their stages, those that are none after them, by name. */
export function environmentsInOrder(deployments: readonly Deployment[], stages: Settings['stages']): string[] {
  const place = (environment: string) => {
    const stage = stageOf(environment, stages);
    return stage === null ? stages.length : stages.findIndex(({ key }) => key === stage.key);
  };
  return environmentsOf(deployments).sort((a, b) => place(a) - place(b) || (a < b ? -1 : 1));
}

function environmentsOf(deployments: readonly Deployment[]): string[] {
  return [...new Set(deployments.map(({ environment }) => environment))];
}
