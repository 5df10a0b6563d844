import type { FailureView, IncidentView, PipelinesView } from '../../contracts/pipelines';
import type { NamedIssue, StoredProject } from '../../defects/shell';
import { liveIn, stageOf } from '../../environments';
import type { Deployment } from '../../environments';
import type { ToldBuild, ToldIncident, ToldRun } from '../../environments/shell';
import type { Instant } from '../../kernel/instant';
import type { Settings } from '../../settings';
import type { SightingPlace, StoredFailure } from '../../triage/shell';
import { maySee } from '../access';
import type { Access } from '../access';
import { deploymentRows, environmentsInOrder } from '../deployments/rows';
import { lastRuns } from './runs';

export interface PipelinesFacts {
  readonly project: StoredProject;
  readonly deployments: readonly Deployment[];
  readonly runs: readonly ToldRun[];
  readonly failures: readonly StoredFailure[];
  /** The issues of these failures by id, as the store knows them. */
  readonly issues: ReadonlyMap<string, NamedIssue>;
  /** Ids of those that are so new that the store does not know them, and that Jira shows to the viewer. */
  readonly shownByJira: ReadonlySet<string>;
  readonly totals: ReadonlyMap<
    string,
    { readonly times: number; readonly origins: number; readonly first: Instant; readonly last: Instant }
  >;
  readonly places: readonly SightingPlace[];
  readonly builds: readonly ToldBuild[];
  /** Those that the viewer may see, and how many others there are. */
  readonly incidents: readonly ToldIncident[];
  readonly hiddenIncidents: number;
  readonly releases: readonly { readonly id: string; readonly name: string }[];
  readonly access: Access;
  readonly stages: Settings['stages'];
  readonly revision: string;
  readonly now: Instant;
}

export function pipelinesView(facts: PipelinesFacts): PipelinesView {
  const { project, deployments, stages, builds, incidents, releases, now, revision } = facts;
  const live = environmentsInOrder(deployments, stages).flatMap((environment) => liveIn(deployments, environment));
  const rows = deploymentRows(live, { stages, all: deployments, incidents: new Map() });
  const runs = lastRuns(facts.runs, stages);
  const visible = facts.failures.filter((failure) => maySeeFailure(failure, facts));
  const failures = visible.flatMap((failure) => failureView(failure, facts));
  const named = new Set([...rows, ...runs, ...builds, ...incidents].flatMap(({ version }) => version ?? []));
  return {
    ...{ now, revision, project: { id: project.id, key: project.key, name: project.name } },
    told: deployments.length + runs.length + facts.failures.length + builds.length + incidents.length > 0,
    sentence: sentence(runs, incidents),
    live: rows.sort((a, b) => (a.service < b.service ? -1 : a.service > b.service ? 1 : 0)),
    runs,
    failures,
    hiddenFailures: facts.failures.length - visible.length,
    builds: builds.map(({ service, build, version, branch, commit, state, at, changes }) => ({
      ...{ service, build, version, branch, commit, state, at, changes: changes.length },
    })),
    hiddenIncidents: facts.hiddenIncidents,
    incidents: incidents.map((incident) => incidentView(incident, stages)).sort((a, b) => (a.startedAt > b.startedAt ? -1 : 1)),
    releases: Object.fromEntries(releases.filter(({ name }) => named.has(name)).map(({ name, id }) => [name, id])),
  };
}

/** A failure tells what its defect is about: who may not see the one does not see the other. */
function maySeeFailure({ issueId }: StoredFailure, { issues, shownByJira, access, project }: PipelinesFacts): boolean {
  if (issueId === null) return true;
  const issue = issues.get(issueId);
  if (issue === undefined) return shownByJira.has(issueId);
  return issue.projectId === project.id && maySee(access, issue.securityLevel);
}

/** What stands for broken runs is a defect, and no failure of its own. */
function failureView(failure: StoredFailure, { issues, totals, places, stages }: PipelinesFacts): FailureView[] {
  const { subject, title, state, because, issueId, issueKey, proposedAt } = failure;
  if (subject.startsWith('run:')) return [];
  const total = totals.get(subject);
  const environments = [...new Set(places.filter((place) => place.subject === subject).map(({ environment }) => environment))];
  return [
    {
      ...{ fingerprint: subject, title, state, because, closingProposedAt: proposedAt },
      issueKey: issueId === null ? null : (issues.get(issueId)?.key ?? issueKey),
      seen:
        total === undefined
          ? null
          : {
              ...{ times: total.times, runs: total.origins, first: total.first, last: total.last },
              environments: environments.map((name) => ({ name, stage: stageOf(name, stages)?.name ?? null })),
            },
    },
  ];
}

function incidentView(told: ToldIncident, stages: Settings['stages']): IncidentView {
  const { incident, title, severity, environment, version, startedAt, resolvedAt, usersAffected, issue } = told;
  return {
    ...{ incident, title, severity, environment, version, startedAt, resolvedAt, usersAffected },
    ...{ stage: stageOf(environment, stages)?.name ?? null, issueKey: issue?.toUpperCase() ?? null },
  };
}

/** E.g. "In 2 of 5 suites and environments the last run failed. One incident is open." */
function sentence(runs: PipelinesView['runs'], incidents: readonly ToldIncident[]): string {
  const failing = runs.filter(({ state }) => state === 'failed').length;
  const open = incidents.filter(({ resolvedAt }) => resolvedAt === null).length;
  const suites = runsSentence(runs.length, failing);
  const incident = open === 0 ? 'No incident is open.' : open === 1 ? 'One incident is open.' : `${open} incidents are open.`;
  return `${suites} ${incident}`;
}

function runsSentence(all: number, failing: number): string {
  if (all === 0) return 'No run of tests was told yet.';
  if (all === 1) return `The last run of tests ${failing === 0 ? 'passed' : 'failed'}.`;
  if (failing === 0) return `The last runs of all ${all} suites and environments passed.`;
  return `In ${failing} of ${all} suites and environments the last run failed.`;
}
