import type { Component, Issue } from '../jira/model';
import { ISSUE_TYPE, RESOLUTION, STATUS } from './catalogue';
import type { FeatureTitle } from './feature-titles';
import { featureTitle } from './feature-titles';
import type { NameOf, Step } from './issue-changes';
import { takeStep } from './issue-changes';
import type { IssueDraft, IssuePlace } from './new-issue';
import { newIssue } from './new-issue';
import { DANA, DEV, HEAD, IVO, LEAD, RHEA } from './people';
import type { Prng } from './prng';
import { adfDocument, paragraph, text } from './reports/adf';
import { DAY, MINUTE, SANDBOX_START_MS } from './time';
import type { PlannedVersion } from './versions';
import { startOf } from './versions';
import type { Moment } from './work-steps';
import { scheduled } from './work-steps';

const MOMENTS: readonly Moment<'start' | 'review' | 'close'>[] = [
  { kind: 'start', share: 0.5 },
  { kind: 'review', share: 0.85 },
  { kind: 'close', share: 1 },
];
const ENDS: readonly [string, number][] = [
  ['in time', 84],
  ['late', 16],
];

interface FeaturePlan extends FeatureTitle {
  readonly created: number;
  readonly doneAt: number;
  readonly version: PlannedVersion;
}

const planOf = (versions: readonly PlannedVersion[], taken: Set<string>, prng: Prng): FeaturePlan => {
  const version = prng.weighted(versions.map((planned) => [planned, planned.hotfix ? 2 : 12] as const));
  const start = Math.min(startOf(version), SANDBOX_START_MS - 30 * DAY);
  const created = Math.round(start - 40 * DAY * prng.next());
  const ready = version.stabilisationAt;
  const share = prng.weighted(ENDS) === 'late' && !version.version.released ? 1.4 : 0.25 + 0.72 * prng.next();
  return { ...featureTitle(taken, prng), created, doneAt: Math.round(start + share * (ready - start)), version };
};

const stepsOf = (plan: FeaturePlan, developer: string, prng: Prng): Step[] => {
  const closed = plan.doneAt < SANDBOX_START_MS - DAY;
  const notAfter = closed ? Math.min(plan.version.releaseAt, SANDBOX_START_MS) - 30 * MINUTE : Number.POSITIVE_INFINITY;
  const times = scheduled(MOMENTS, { from: plan.created, to: plan.doneAt, anyHour: false, notAfter }, prng);
  const changes = {
    start: [
      { field: 'status', to: STATUS.inProgress },
      { field: 'assignee', to: developer },
    ],
    review: [{ field: 'status', to: STATUS.inReview }],
    close: [
      { field: 'status', to: STATUS.closed },
      { field: 'resolution', to: RESOLUTION.done },
    ],
  } as const;
  return times
    .filter(({ at }) => at < SANDBOX_START_MS - 10 * MINUTE)
    .map(({ kind, at }) => ({ at, author: developer, changes: changes[kind] }));
};

const write = (plan: FeaturePlan, place: IssuePlace, components: readonly Component[], name: NameOf, prng: Prng): Issue => {
  const reporter = prng.pick([LEAD, HEAD, RHEA]);
  const component = components.find((candidate) => candidate.name === plan.component);
  const issue = newIssue(place, plan.created, {
    issueTypeId: ISSUE_TYPE[plan.kind],
    summary: plan.title,
    description: adfDocument(
      paragraph(text(`${plan.title}. Agreed for ${plan.version.version.name}; see the plan of the quarter.`)),
    ),
    reporter,
    componentIds: component ? [component.id] : [],
    fixVersionIds: [plan.version.version.id],
  });
  for (const step of stepsOf(plan, prng.pick([DEV, DANA, IVO]), prng)) takeStep(issue, step, name);
  return issue;
};

/** Stories and tasks, so that a version holds more than its defects. */
export const features = (
  count: number,
  versions: readonly PlannedVersion[],
  components: readonly Component[],
  name: NameOf,
  prng: Prng,
): IssueDraft[] => {
  const taken = new Set<string>();
  return Array.from({ length: count }, () => {
    const plan = planOf(versions, taken, prng);
    return { created: plan.created, write: (place: IssuePlace) => write(plan, place, components, name, prng) };
  });
};
