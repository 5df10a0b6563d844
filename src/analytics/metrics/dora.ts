import { day } from '../../kernel/instant';
import { expectedOf, shareOf } from '../../kernel/intervals';
import type { Estimate } from '../../kernel/intervals';
import { medianTime } from './survival';
import type { MedianTime } from './survival';

/** A deployment that took effect in the environment that users meet. Moments are milliseconds since 1970. */
export interface DoraDeployment {
  readonly id: string;
  readonly at: number;
  /** It puts back what was there before. */
  readonly restores: boolean;
  /** It was made because of an incident, e.g. from a hotfix branch. */
  readonly isFix: boolean;
  /** When it was taken back; NaN where it was not. */
  readonly takenBack: number;
}

export interface DoraIncident {
  readonly at: number;
  /** NaN while it lasts. */
  readonly resolved: number;
  /** The deployment that it is put down to; null where none is known. */
  readonly deployment: string | null;
}

export interface DoraChange {
  /** When it was committed. */
  readonly at: number;
  /** NaN while it is not deployed. */
  readonly deployed: number;
}

export interface DoraFacts {
  readonly deployments: readonly DoraDeployment[];
  readonly incidents: readonly DoraIncident[];
  readonly changes: readonly DoraChange[];
  /** What is looked at, in milliseconds since 1970; `to` is now. */
  readonly from: number;
  readonly to: number;
}

export interface Dora {
  /** Deployments of changes: those that put something earlier back are none. */
  readonly deployments: number;
  /** A week; null without deployments. */
  readonly frequency: Estimate | null;
  /** From the commit to the deployment, in milliseconds; null without changes. Those that are not deployed yet are censored. */
  readonly leadTime: MedianTime | null;
  /** Of the deployments of changes; null without one. */
  readonly failures: { readonly ids: readonly string[]; readonly share: Estimate | null };
  /** In milliseconds; null where no deployment failed. What is not recovered yet is censored. */
  readonly recovery: MedianTime | null;
  /** Deployments that put something back or were made because of an incident, of all. */
  readonly rework: { readonly count: number; readonly of: number; readonly share: Estimate | null };
}

const week = 7 * day;

/**
 * The measures of software delivery by the names that DORA gives them, of one environment:
 * - *deployment frequency*: deployments of changes a week;
 * - *lead time for changes*: from a commit to the first deployment that has it, of the commits of the time that builds name;
 * - *change failure rate*: the share of the deployments of changes that were taken back or that an incident is put down to. A deployment
 *   counts once however many incidents it has, so that the rate never exceeds 100 %;
 * - *failed deployment recovery time* (the name and the meaning of 2023, where "time to restore service" was before: only what a deployment
 *   broke counts): from when the first of its incidents began until all of them were resolved; without one, from when it took effect until
 *   it was taken back;
 * - *rework rate* (2024): the share of deployments that were not planned but follow from an incident.
 */
export function dora({ deployments, incidents, changes, from, to }: DoraFacts): Dora {
  const within = (at: number) => at >= from && at <= to;
  const all = deployments.filter(({ at }) => within(at));
  const ofChanges = all.filter(({ restores }) => !restores);
  const blamed = new Map<string, DoraIncident[]>();
  for (const incident of incidents) {
    if (incident.deployment === null || incident.at > to) continue;
    blamed.set(incident.deployment, [...(blamed.get(incident.deployment) ?? []), incident]);
  }
  const failed = ofChanges.filter(({ id, takenBack }) => takenBack <= to || blamed.has(id));
  const rework = all.filter(({ restores, isFix }) => restores || isFix).length;
  const made = changes.filter(({ at }) => within(at));
  return {
    deployments: ofChanges.length,
    frequency: deployments.length === 0 || to <= from ? null : rateOf(ofChanges.length, (to - from) / week),
    leadTime: median(
      made.map(({ at, deployed }) => ({ from: at, to: deployed })),
      to,
    ),
    failures: { ids: failed.map(({ id }) => id), share: shareOf(failed.length, ofChanges.length) },
    recovery: median(
      failed.map((deployment) => impairment(deployment, blamed.get(deployment.id) ?? [])),
      to,
    ),
    rework: { count: rework, of: all.length, share: shareOf(rework, all.length) },
  };
}

function rateOf(count: number, lengths: number): Estimate {
  const { value, lower, upper } = expectedOf(count);
  return { value: value / lengths, lower: lower / lengths, upper: upper / lengths };
}

interface Stretch {
  readonly from: number;
  /** NaN while it lasts. */
  readonly to: number;
}

function impairment({ at, takenBack }: DoraDeployment, incidents: readonly DoraIncident[]): Stretch {
  if (incidents.length === 0) return { from: at, to: takenBack };
  // The greatest of several is NaN where one of them is.
  return {
    from: Math.min(...incidents.map((incident) => incident.at)),
    to: Math.max(...incidents.map(({ resolved }) => resolved)),
  };
}

function median(stretches: readonly Stretch[], now: number): MedianTime | null {
  if (stretches.length === 0) return null;
  return medianTime(
    Float64Array.from(stretches, ({ from, to }) => Math.max(0, (to <= now ? to : now) - from)),
    Uint8Array.from(stretches, ({ to }) => (to <= now ? 1 : 0)),
  );
}
