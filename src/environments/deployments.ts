import type { Instant } from '../kernel/instant';

/** What can stand in an environment: at least one of the three is known. */
export interface Deployed {
  /** Name of a release. */
  readonly version: string | null;
  readonly build: string | null;
  readonly commit: string | null;
}

/** One step of a deployment, as it was told. Of each deployment and kind of step there is one. */
export interface DeploymentStep extends Deployed {
  /** Names the deployment in its project; its steps share it. */
  readonly id: string;
  readonly step: 'start' | 'finish' | 'expose' | 'rollback';
  readonly at: Instant;
  readonly service: string;
  readonly environment: string;
  /** Of the step `finish`. */
  readonly outcome: 'successful' | 'failed' | 'cancelled';
  /** Of the step `expose`: percentage of users who meet it. */
  readonly exposure: number;
  /** Of the step `finish`: whether nobody meets it until it is exposed; left out where that was not told. */
  readonly dark?: boolean;
  /** Of the step `rollback`: the version or build that was taken back, where it was told. */
  readonly from: string | null;
  /** Key of the incident that a rollback answers. */
  readonly incident: string | null;
}

/** A deployment: what its steps come to. */
export interface Deployment extends Deployed {
  readonly id: string;
  readonly service: string;
  readonly environment: string;
  readonly state: 'in-progress' | 'successful' | 'failed' | 'cancelled';
  /** When it took effect; until then, when it began. */
  readonly at: Instant;
  readonly startedAt: Instant | null;
  readonly finishedAt: Instant | null;
  /** Percentage of users who meet it, 0 where it was said to be dark; null where nothing was said of it ({@link exposureIn}). */
  readonly exposure: number | null;
  /** Set where it was taken back: when, what was put in its place, and for which incident. */
  readonly rolledBack: { readonly at: Instant; readonly to: string | null; readonly incident: string | null } | null;
  /** Set where it puts something earlier back. */
  readonly restores: { readonly from: string | null; readonly incident: string | null } | null;
}

interface Draft extends Deployment {
  /** The deployment that a rollback step of the same name takes back. */
  readonly takes: string | null;
}

/**
 * Folds steps into deployments, newest first. The order of the steps does not matter. A rollback is a deployment of what it puts back;
 * it has the build and the exposure that this had before, and marks what it takes back.
 */
export function deploymentsOf(steps: readonly DeploymentStep[]): Deployment[] {
  const drafts = grouped(steps, ({ id }) => id).flatMap(draftsOf);
  const places = grouped(drafts, ({ service, environment }) => JSON.stringify([service, environment]));
  return places.flatMap(settled).sort(newestFirst);
}

/** What each service has live in an environment now, in the order of their names. */
export function liveIn(deployments: readonly Deployment[], environment: string): Deployment[] {
  const live = new Map<string, Deployment>();
  for (const deployment of deployments) {
    const { service, state, rolledBack } = deployment;
    if (deployment.environment !== environment || state !== 'successful' || rolledBack !== null) continue;
    const other = live.get(service);
    if (other === undefined || newestFirst(deployment, other) < 0) live.set(service, deployment);
  }
  return [...live.values()].sort((a, b) => byText(a.service, b.service));
}

/** Whether two descriptions can be of the same thing: they share something that both tell, and differ in nothing. */
export function sameDeployed(one: Deployed, other: Deployed): boolean {
  const pairs = [
    [one.version, other.version, one.version === other.version],
    [one.build, other.build, one.build === other.build],
    [one.commit, other.commit, sameCommit(one.commit ?? '', other.commit ?? '')],
  ] as const;
  const told = pairs.filter(([a, b]) => a !== null && b !== null);
  return told.length > 0 && told.every(([, , same]) => same);
}

/** Commits may be named by their first digits. */
export function sameCommit(one: string, other: string): boolean {
  return one !== '' && other !== '' && (one.startsWith(other) || other.startsWith(one));
}

function grouped<One>(all: readonly One[], keyOf: (one: One) => string): One[][] {
  const groups = new Map<string, One[]>();
  for (const one of all) {
    const key = keyOf(one);
    const others = groups.get(key);
    if (others === undefined) groups.set(key, [one]);
    else others.push(one);
  }
  return [...groups.values()];
}

function draftsOf(steps: readonly DeploymentStep[]): Draft[] {
  const of = (kind: DeploymentStep['step']) => steps.find(({ step }) => step === kind);
  const [start, finish, expose, rollback] = [of('start'), of('finish'), of('expose'), of('rollback')];
  const own = [finish, start, expose].flatMap((step) => step ?? []);
  const what = told(own);
  const isRollback = rollback !== undefined && (own.length === 0 || sameDeployed(what, rollback));
  const drafts: Draft[] = [];
  const first = own[0];
  if (first !== undefined && !isRollback) {
    const finishedAt = finish?.at ?? expose?.at ?? null;
    drafts.push({
      ...{ id: first.id, service: first.service, environment: first.environment, ...what },
      // What users meet was deployed, also where its end was not told.
      state: finish?.outcome ?? (expose === undefined ? 'in-progress' : 'successful'),
      ...{ at: finishedAt ?? first.at, startedAt: start?.at ?? null, finishedAt },
      ...{ exposure: expose?.exposure ?? atFinish(finish), rolledBack: null, restores: null, takes: null },
    });
  }
  if (rollback !== undefined) {
    const { id, service, environment, from, incident } = rollback;
    const at = finish !== undefined && isRollback ? finish.at : rollback.at;
    drafts.push({
      ...{ id: isRollback ? id : `${id}/rollback`, service, environment, ...told(isRollback ? [rollback, ...own] : [rollback]) },
      state: isRollback ? (finish?.outcome ?? 'successful') : 'successful',
      ...{ at, startedAt: isRollback ? (start?.at ?? null) : null, finishedAt: at },
      ...{ exposure: isRollback ? (expose?.exposure ?? atFinish(finish)) : null, rolledBack: null },
      ...{ restores: { from, incident }, takes: isRollback ? null : id },
    });
  }
  return drafts;
}

/** Who meets it from its end on, as far as its end says so. */
function atFinish(finish: DeploymentStep | undefined): number | null {
  if (finish?.dark === undefined) return null;
  return finish.dark ? 0 : 100;
}

/** What several steps tell together; of each name the first that is told. */
function told(steps: readonly Deployed[]): Deployed {
  const first = (name: keyof Deployed) => steps.map((step) => step[name]).find((value) => value !== null) ?? null;
  return { version: first('version'), build: first('build'), commit: first('commit') };
}

/** Goes through the deployments of one place in the order of time, and carries out the rollbacks. */
function settled(drafts: readonly Draft[]): Deployment[] {
  const ordered = drafts.toSorted((a, b) => newestFirst(b, a));
  const taken = new Map<string, Deployment['rolledBack']>();
  const before: Draft[] = [];
  const done = ordered.map((draft): Draft => {
    const put = draft.restores === null || draft.state !== 'successful' ? draft : putBack(draft, before, drafts, taken);
    if (put.state === 'successful') before.push(put);
    return put;
  });
  return done.map(
    ({ id, service, environment, version, build, commit, state, at, startedAt, finishedAt, exposure, restores }) => ({
      ...{ id, service, environment, version, build, commit, state, at, startedAt, finishedAt, exposure, restores },
      rolledBack: taken.get(id) ?? null,
    }),
  );
}

function putBack(
  draft: Draft,
  before: readonly Draft[],
  all: readonly Draft[],
  taken: Map<string, Deployment['rolledBack']>,
): Draft {
  const { restores, takes, at } = draft;
  const from = restores?.from ?? null;
  const earlier = before.findLast((one) => sameDeployed(one, draft));
  const named = all.find(({ id }) => id === takes);
  const target =
    named ??
    before.findLast(
      (one) => (from === null ? !sameDeployed(one, draft) : one.version === from || one.build === from) && !taken.has(one.id),
    );
  if (target !== undefined)
    taken.set(target.id, { at, to: draft.version ?? draft.build ?? draft.commit, incident: restores?.incident ?? null });
  return {
    ...draft,
    ...told([draft, ...(earlier === undefined ? [] : [earlier])]),
    exposure: draft.exposure ?? earlier?.exposure ?? null,
  };
}

function newestFirst(a: Deployment, b: Deployment): number {
  return byText(b.at, a.at) || Number(b.restores !== null) - Number(a.restores !== null) || byText(b.id, a.id);
}

function byText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
