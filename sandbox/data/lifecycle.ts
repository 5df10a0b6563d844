import { PRIORITY, RESOLUTION, STATUS } from './catalogue';
import type { DefectPlan } from './defect-plan';
import { severityNumber } from './defect-plan';
import type { Change, Step } from './issue-changes';
import { DANA, DEV, IVO, LEAD, NOOR, QA, RHEA } from './people';
import type { Prng } from './prng';
import { HOUR, MINUTE, SANDBOX_START_MS } from './time';
import type { PlannedVersion } from './versions';
import { releasesAfter, versionNamed } from './versions';
import type { Moment } from './work-steps';
import { scheduled } from './work-steps';

type Kind =
  'triage' | 'start' | 'review' | 'verify' | 'close' | 'reopen' | 'restart' | 'second review' | 'second verify' | 'final close';

const STRAIGHT: readonly Moment<Kind>[] = [
  { kind: 'triage', share: 0.07 },
  { kind: 'start', share: 0.44 },
  { kind: 'review', share: 0.72 },
  { kind: 'verify', share: 0.85 },
  { kind: 'final close', share: 1 },
];
const REOPENED: readonly Moment<Kind>[] = [
  { kind: 'triage', share: 0.05 },
  { kind: 'start', share: 0.22 },
  { kind: 'review', share: 0.36 },
  { kind: 'verify', share: 0.44 },
  { kind: 'close', share: 0.52 },
  { kind: 'reopen', share: 0.66 },
  { kind: 'restart', share: 0.72 },
  { kind: 'second review', share: 0.85 },
  { kind: 'second verify', share: 0.92 },
  { kind: 'final close', share: 1 },
];
const DISMISSED: readonly Moment<Kind>[] = [
  { kind: 'triage', share: 0.4 },
  { kind: 'final close', share: 1 },
];

/** Who does what on this defect. */
export interface Crew {
  readonly reporter: string;
  readonly developer: string;
  readonly tester: string;
}

const DEVELOPERS: Readonly<Record<string, string>> = {
  Search: DANA,
  Catalogue: DANA,
  Payments: IVO,
  Checkout: DEV,
  Accounts: DEV,
  Warehouse: IVO,
};

export const crewOf = (plan: DefectPlan, prng: Prng): Crew => ({
  reporter: prng.weighted([
    [QA, 40],
    [NOOR, 18],
    [LEAD, 10],
    ['sandbox:ops', plan.detectedIn === 'production' ? 40 : 12],
    [DEV, 12],
    [RHEA, 5],
  ]),
  developer: prng.chance(0.75) ? (DEVELOPERS[plan.incident.area.component] ?? DEV) : prng.pick([DEV, DANA, IVO]),
  tester: plan.incident.area.component === 'Mobile web' ? NOOR : QA,
});

const PRIORITIES = [PRIORITY.highest, PRIORITY.high, PRIORITY.medium, PRIORITY.low] as const;
export const priorityOf = (plan: DefectPlan): string => PRIORITIES[severityNumber(plan.severity) - 1] ?? PRIORITY.medium;

const status = (name: keyof typeof STATUS): Change => ({ field: 'status', to: STATUS[name] });
const assignee = (to: string | null): Change => ({ field: 'assignee', to });
const resolution = (to: string | null): Change => ({ field: 'resolution', to });

const RESOLUTIONS = { fixed: RESOLUTION.fixed, open: RESOLUTION.fixed, duplicate: RESOLUTION.duplicate } as const;
const resolutionOf = ({ ending }: DefectPlan): string =>
  ending.kind === 'dismissed' ? RESOLUTION[ending.resolution] : RESOLUTIONS[ending.kind];

const triageChanges = (plan: DefectPlan, scheduledLater: boolean): Change[] => {
  const changes: Change[] = [assignee(LEAD), { field: 'priority', to: priorityOf(plan) }];
  if (plan.severitySet === 'in triage' || plan.severitySet === 'corrected')
    changes.push({ field: 'app', key: 'defect-severity', to: plan.severity });
  if (plan.workaround !== null) changes.push({ field: 'app', key: 'workaround', to: plan.workaround });
  if (plan.usersAffected !== null) changes.push({ field: 'app', key: 'users-affected', to: plan.usersAffected });
  if (scheduledLater && plan.target) changes.push({ field: 'fixVersions', remove: null, add: plan.target.version.id });
  return changes;
};

const changesOf = (kind: Kind, plan: DefectPlan, crew: Crew, scheduledLater: boolean): readonly [string, Change[]] => {
  const closing = [status('closed'), resolution(resolutionOf(plan))];
  const table: Readonly<Record<Kind, readonly [string, Change[]]>> = {
    triage: [LEAD, triageChanges(plan, scheduledLater)],
    start: [crew.developer, [status('inProgress'), assignee(crew.developer)]],
    review: [crew.developer, [status('inReview')]],
    verify: [crew.developer, [status('readyForVerification'), assignee(crew.tester)]],
    close: [crew.tester, closing],
    reopen: [crew.tester, [status('reopened'), resolution(null), { field: 'labels', add: 'reopened' }]],
    restart: [crew.developer, [status('inProgress'), assignee(crew.developer)]],
    'second review': [crew.developer, [status('inReview')]],
    'second verify': [crew.developer, [status('readyForVerification'), assignee(crew.tester)]],
    'final close': [plan.ending.kind === 'fixed' ? crew.tester : LEAD, closing],
  };
  return table[kind];
};

const TEAM_IS_CALLED_IN = 2;

/** A blocker gets people out of bed, and so does what holds the next release. */
const isAnyHour = (plan: DefectPlan): boolean =>
  plan.severity === 'S1' || (plan.parkedIn === 'where it is' && severityNumber(plan.severity) <= TEAM_IS_CALLED_IN);

interface Work {
  readonly steps: readonly Step[];
  /** Whether triage puts in the first target; otherwise the reporter has done so. */
  readonly scheduledInTriage: boolean;
  readonly scheduledAt: number;
}

const workOf = (plan: DefectPlan, crew: Crew, prng: Prng): Work => {
  const { ending } = plan;
  const open = ending.kind === 'open';
  const to = open ? ending.expectedAt : ending.at;
  const moments = ending.kind === 'fixed' || open ? (ending.reopened ? REOPENED : STRAIGHT) : DISMISSED;
  const notAfter = open ? Number.POSITIVE_INFINITY : SANDBOX_START_MS - 30 * MINUTE;
  const times = scheduled(moments, { from: plan.created, to, anyHour: isAnyHour(plan), notAfter }, prng).filter(
    ({ at }) => at < SANDBOX_START_MS - 10 * MINUTE,
  );
  const triage = times.find(({ kind }) => kind === 'triage');
  const wanted = prng.chance(0.45);
  // Nobody schedules for a version that has shipped.
  const scheduledInTriage = wanted && triage !== undefined && plan.target !== null && triage.at < plan.target.releaseAt - HOUR;
  const steps = times.map(({ kind, at }) => {
    const [author, changes] = changesOf(kind, plan, crew, scheduledInTriage);
    return { at, author, changes };
  });
  return { steps, scheduledInTriage, scheduledAt: scheduledInTriage ? triage.at : plan.created };
};

const isClosedAt = (steps: readonly Step[], at: number): Step | null => {
  const latest = steps.filter((step) => step.at <= at && step.changes.some((change) => change.field === 'status')).at(-1);
  return latest?.changes.some((change) => change.field === 'status' && change.to === STATUS.closed) ? latest : null;
};

/** When a release has shipped without the repair, the release manager moves the defect on; a reopened one moves then. */
const movesOf = (plan: DefectPlan, steps: readonly Step[], versions: readonly PlannedVersion[], scheduledAt: number): Step[] => {
  const moves: Step[] = [];
  let current = plan.target;
  let earliest = scheduledAt;
  while (current && current.releaseAt < SANDBOX_START_MS - HOUR) {
    let at = Math.max(current.releaseAt + 40 * MINUTE, earliest + 20 * MINUTE);
    if (isClosedAt(steps, at)) {
      const reopened = steps.find(
        (step) => step.at > at && step.changes.some((change) => change.field === 'status' && change.to === STATUS.reopened),
      );
      if (!reopened) return moves;
      at = reopened.at + 3 * MINUTE;
    }
    const next: PlannedVersion | null = releasesAfter(versions, at).find((version) => !version.hotfix) ?? null;
    moves.push({
      at,
      author: RHEA,
      changes: [{ field: 'fixVersions', remove: current.version.id, add: next?.version.id ?? null }],
    });
    current = next;
    earliest = at;
  }
  return moves;
};

/** At the start of 4.2.0's stabilisation what will not be ready is taken out, so that few defects are left to decide about. */
const parkingOf = (plan: DefectPlan, target: string | null, versions: readonly PlannedVersion[], earliest: number): Step[] => {
  if (plan.parkedIn === 'where it is') return [];
  const { stabilisationAt } = versionNamed(versions, '4.2.0');
  const at = Math.min(Math.max(stabilisationAt + HOUR, earliest + 30 * MINUTE), SANDBOX_START_MS - 4 * MINUTE);
  return [{ at, author: RHEA, changes: [{ field: 'fixVersions', remove: target, add: plan.parkedIn?.version.id ?? null }] }];
};

const lastTarget = (plan: DefectPlan, moves: readonly Step[]): string | null => {
  const change = moves.at(-1)?.changes[0];
  return change?.field === 'fixVersions' ? change.add : (plan.target?.version.id ?? null);
};

/** A defect's life after it was reported. */
export interface Life {
  /** Oldest first, up to the sandbox's start. */
  readonly steps: readonly Step[];
  /** The version that the reporter aimed at. */
  readonly firstTarget: PlannedVersion | null;
}

export const lifeOf = (plan: DefectPlan, crew: Crew, versions: readonly PlannedVersion[], prng: Prng): Life => {
  const { steps, scheduledInTriage, scheduledAt } = workOf(plan, crew, prng);
  const moves = movesOf(plan, steps, versions, scheduledAt);
  const parking = parkingOf(plan, lastTarget(plan, moves), versions, moves.at(-1)?.at ?? scheduledAt);
  return {
    steps: [...steps, ...moves, ...parking].toSorted((left, right) => left.at - right.at),
    firstTarget: scheduledInTriage ? null : plan.target,
  };
};
