import { deployedChanges, dora } from '../../analytics';
import type { Dora, LineBuild } from '../../analytics';
import type { DoraFigure, RepairView } from '../../contracts/repair';
import { day } from '../../kernel/instant';
import type { RepairFacts, RepairSources, StageDeployment } from './facts';
import { counted, few, figure, medianWords } from './words';

/** The time that is looked at, in milliseconds since 1970. */
interface Period {
  readonly begin: number;
  readonly now: number;
}

const mostFailed = 20;

/** DORA's measures of the last stage, where users are. Time before the first deployment that was told does not count. */
export function doraView(sources: RepairSources, facts: RepairFacts, { begin, now }: Period): RepairView['dora'] {
  const stage = sources.stages.at(-1);
  const key = stage?.key ?? '';
  const here = facts.deployed.filter(({ environment }) => environment === key);
  const since = here.reduce((first, { at }) => Math.min(first, at), Infinity);
  const from = Math.max(begin, sources.known.from, since);
  const { changes, untold } = changesTo(sources, here);
  const incidents = facts.incidents.filter(({ environment }) => environment === key);
  const blamed = incidents.flatMap(({ told, blamed: cause }) => (cause.kind === 'deployment' ? [{ told, id: cause.id }] : []));
  const measured = dora({
    ...{ changes, from, to: now },
    deployments: here.map(({ told, at }) => ({
      ...{ id: told.id, at, restores: told.restores !== null, isFix: isHotfix(told, sources) },
      takenBack: told.rolledBack === null ? NaN : Date.parse(told.rolledBack.at),
    })),
    incidents: incidents.map(({ told, blamed: cause }) => ({
      at: Date.parse(told.startedAt),
      resolved: told.resolvedAt === null ? NaN : Date.parse(told.resolvedAt),
      deployment: cause.kind === 'deployment' ? cause.id : null,
    })),
  });
  const within = incidents.filter(({ told }) => Date.parse(told.startedAt) >= from && Date.parse(told.startedAt) <= now);
  const unblamed = within.filter(({ blamed: cause }) => cause.kind === 'unknown').length;
  const failed = new Set(measured.failures.ids);
  const rows = here.filter(({ told }) => failed.has(told.id)).sort((a, b) => b.at - a.at);
  return {
    stage: { key, name: stage?.name ?? key },
    since: Number.isFinite(from) ? new Date(from).toISOString() : null,
    figures: figuresOf(measured, { untold, incidents: within.length, unblamed, weeks: (now - from) / (7 * day) }),
    failed: rows.slice(0, mostFailed).map(({ told }) => ({
      ...{ name: nameOf(told), at: told.at },
      because: becauseOf(
        told,
        blamed.filter(({ id }) => id === told.id).map(({ told: { incident, title } }) => `${incident}: ${title}`),
      ),
    })),
    more: Math.max(0, rows.length - mostFailed),
  };
}

type Told = StageDeployment['told'];

function nameOf({ version, build, commit }: Told): string {
  return version ?? build ?? commit?.slice(0, 10) ?? 'A deployment';
}

function becauseOf({ rolledBack }: Told, incidents: readonly string[]): string {
  return [...incidents, ...(rolledBack === null ? [] : ['taken back'])].join('; ');
}

/** The branch says so. */
function isHotfix({ service, build }: Told, { builds }: RepairSources): boolean {
  const branch = builds.find((one) => one.service === service && one.build === build)?.branch ?? null;
  return branch !== null && /^hotfix\b/i.test(branch);
}

/** Commits that builds name, with when they were made and deployed; and how many of them nobody told of. */
function changesTo({ builds, commits }: RepairSources, here: readonly StageDeployment[]) {
  const lines = builds.map(({ service, branch, build, version, commit, at, finishedAt, changes }): LineBuild => ({
    ...{ service, branch, build, version, commit, changes, at: Date.parse(finishedAt ?? at) },
  }));
  const deployments = here.map(({ told: { service, version, build }, at }) => ({ service, version, build, at }));
  const made = new Map<string, number>();
  for (const { sha, at } of commits) {
    const name = short(sha);
    made.set(name, Math.min(Date.parse(at), made.get(name) ?? Infinity));
  }
  const reached = deployedChanges(lines, deployments);
  const changes = reached.flatMap(({ sha, deployed }) => {
    const at = made.get(short(sha));
    return at === undefined ? [] : [{ at, deployed }];
  });
  return { changes, untold: reached.length - changes.length };
}

/** Commits may be named by their first digits. */
function short(sha: string): string {
  return sha.slice(0, 10);
}

interface Counted {
  /** Commits that builds name and nobody told of. */
  readonly untold: number;
  /** Of the time and the stage; and how many of them no deployment is known for. */
  readonly incidents: number;
  readonly unblamed: number;
  readonly weeks: number;
}

function figuresOf(measured: Dora, told: Counted): DoraFigure[] {
  return [frequency(measured, told), leadTime(measured, told), failureRate(measured, told), recovery(measured), rework(measured)];
}

/** How often is said in the shortest of these in which it is at least once. */
const units = [
  { size: 1, name: 'day' },
  { size: 7, name: 'week' },
  { size: 365.25 / 12, name: 'month' },
] as const;
const noDeployment = 'No deployment to this stage was told.';

function frequency({ frequency: rate, deployments }: Dora, { weeks }: Counted): DoraFigure {
  const name = 'Deployment frequency';
  const definition =
    'Deployments of changes that took effect, by time. What puts an earlier version back is none. The range is the exact one of a count that comes at random.';
  if (rate === null) return { id: 'frequency', name, value: null, detail: noDeployment, definition };
  const { value, lower, upper } = rate;
  const { size, name: unit } = units.find((one) => value / 7 >= 1 / one.size) ?? units[2];
  const [often, low, high] = [value, lower, upper].map((one) => tenths((one / 7) * size));
  const over = `${counted(deployments, 'deployment')} in ${weeks < 2 ? counted(Math.max(1, Math.round(weeks * 7)), 'day') : counted(Math.round(weeks), 'week')}`;
  return { id: 'frequency', name, value: `${often} a ${unit} (${low} to ${high})`, detail: `${over}.`, definition };
}

function leadTime({ leadTime: times }: Dora, { untold }: Counted): DoraFigure {
  const name = 'Lead time for changes';
  const definition =
    'From a commit to the first deployment that has it, of the commits made in this time that builds name: with the build, or a later one of its branch. The median after Kaplan and Meier: commits that are not deployed yet count as long as they have waited.';
  const missing = untold === 0 ? '' : ` Of ${counted(untold, 'commit')} more that builds name nobody told when they were made.`;
  if (times === null) {
    const detail = `It takes commits, and builds that name them.${missing}`;
    return { id: 'lead-time', name, value: null, detail, definition };
  }
  const waiting = times.censored === 0 ? '' : `, ${figure(times.censored)} not yet`;
  return {
    ...{ id: 'lead-time', name, definition },
    value: medianWords(times) ?? 'Fewer than half are deployed',
    detail: `${counted(times.ended, 'commit')} deployed${waiting}.${missing}`,
  };
}

function failureRate({ failures: { ids, share }, deployments }: Dora, { incidents, unblamed }: Counted): DoraFigure {
  const name = 'Change failure rate';
  const definition =
    'Of the deployments of changes, those that were taken back or that an incident is put down to: the deployment of its service that was live when it began, at most 30 days old. A deployment counts once, however many incidents it had, so that this never exceeds 100 %.';
  if (share === null) return { id: 'failure-rate', name, value: null, detail: noDeployment, definition };
  const { value, lower, upper } = share;
  const [percent, low, high] = [value, lower, upper].map((one) => Math.round(one * 100));
  const told = incidents === 0 ? ' No incident was told: only what was taken back counts.' : '';
  const unknown = unblamed === 0 ? '' : ` Of ${counted(unblamed, 'incident')} the deployment is not known.`;
  return {
    ...{ id: 'failure-rate', name, definition },
    value: `${percent ?? 0} % (${low ?? 0} to ${high ?? 100})`,
    detail: `${figure(ids.length)} of ${counted(deployments, 'deployment')}${deployments < few ? ': few, read it with care' : ''}.${told}${unknown}`,
  };
}

function recovery({ recovery: times, deployments }: Dora): DoraFigure {
  const name = 'Failed deployment recovery time';
  const definition =
    'DORA’s name and meaning since 2023: only what a deployment broke counts. From the beginning of the first incident that is put down to the deployment until all of them are resolved; without an incident, from the deployment until it was taken back. The median after Kaplan and Meier.';
  if (times === null) {
    const detail = deployments === 0 ? noDeployment : 'No deployment has failed in this time, as far as it was told.';
    return { id: 'recovery', name, value: null, detail, definition };
  }
  const lasting = times.censored === 0 ? '' : `, ${figure(times.censored)} not yet`;
  return {
    ...{ id: 'recovery', name, definition },
    value: medianWords(times) ?? 'Fewer than half have recovered',
    detail: `${figure(times.ended)} recovered${lasting}${times.ended < few ? ': few, read it with care' : ''}.`,
  };
}

function rework({ rework: { count, of, share } }: Dora): DoraFigure {
  const name = 'Rework rate';
  const definition =
    'Since 2024: of all deployments, those that were not planned but follow from an incident: what put an earlier version back, and builds of a hotfix branch.';
  if (share === null) return { id: 'rework', name, value: null, detail: noDeployment, definition };
  const [percent, low, high] = [share.value, share.lower, share.upper].map((one) => Math.round(one * 100));
  return {
    ...{ id: 'rework', name, definition },
    value: `${percent ?? 0} % (${low ?? 0} to ${high ?? 100})`,
    detail: `${figure(count)} of ${counted(of, 'deployment')}${of < few ? ': few, read it with care' : ''}.`,
  };
}

/** With one digit below ten. */
function tenths(value: number): string {
  return (value < 9.95 ? Math.round(value * 10) / 10 : Math.round(value)).toLocaleString('en');
}
