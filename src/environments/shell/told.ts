import { z } from 'zod';
import { severities } from '../../kernel/severity';
import type { Instant } from '../../kernel/instant';
import type { DeploymentStep } from '../deployments';
import { factId } from '../fact';
import type { Fact } from '../fact';
import { factsById, factsOf } from './fact-store';
import type { FactQuery } from './fact-store';

/** What pipelines told, as screens need it. What is stored in another shape is left out. */
const text = z.string().nullable();
const origin = { service: z.string(), build: text, commit: text };

const stepBody = z.object({
  ...origin,
  step: z.enum(['start', 'finish', 'expose', 'rollback']),
  version: text,
  outcome: z.enum(['successful', 'failed', 'cancelled']),
  exposure: z.number(),
  dark: z.boolean().exactOptional(),
  from: text,
  incident: text,
});

const buildBody = z.object({
  ...origin,
  build: z.string(),
  version: text,
  branch: text,
  state: z.enum(['in-progress', 'successful', 'failed', 'cancelled']),
  finishedAt: text,
  changes: z.array(z.string()),
});
export type ToldBuild = z.output<typeof buildBody> & { readonly at: Instant };

const incidentBody = z.object({
  ...{ incident: z.string(), title: z.string(), severity: z.enum(severities), environment: z.string(), service: z.string() },
  ...{ version: text, startedAt: z.string(), resolvedAt: text, usersAffected: z.number().nullable(), issue: text },
});
export type ToldIncident = z.output<typeof incidentBody>;

const commitBody = z.object({
  ...{ sha: z.string(), repository: z.string(), branch: z.string(), subject: z.string(), keys: z.array(z.string()) },
  ...{ merge: z.boolean(), bot: z.boolean() },
});
/** A commit on one branch. */
export type ToldCommit = z.output<typeof commitBody> & { readonly at: Instant };

const tally = z.object({
  ...{ tests: z.number(), passed: z.number(), failed: z.number(), errors: z.number(), skipped: z.number(), flaky: z.number() },
});
const runBody = z.object({ ...origin, run: z.string(), suite: z.string(), tally, causes: z.number() });
export type ToldRun = z.output<typeof runBody> & {
  readonly at: Instant;
  readonly environment: string;
  readonly version: string | null;
};

/** Steps of deployments, the newest ones, and all that name the release. @param most of each */
export async function deploymentSteps(projectId: string, version: string | null, most: number): Promise<DeploymentStep[]> {
  const newest = await factsOf(projectId, { kind: 'deployment' }, most);
  const ofVersion =
    version === null || newest.length < most ? [] : await factsOf(projectId, { kind: 'deployment', version }, most);
  const steps = new Map([...newest, ...ofVersion].map((fact) => [`${fact.id} ${fact.part}`, fact]));
  return [...steps.values()].flatMap(stepIn);
}

/** A few hundred bytes each: an answer of so many stays below Forge SQL's 4 MiB. */
const stepsPerQuery = 2000;

/** Steps of deployments since a moment, the newest `most` of them; `since` is later than asked for where there are more. */
export async function deploymentStepsSince(
  projectId: string,
  since: Instant,
  most: number,
): Promise<{ readonly steps: DeploymentStep[]; readonly since: Instant }> {
  const found = new Map<string, Fact>();
  for (let until: Instant | undefined; ;) {
    const query = { kind: 'deployment', since, ...(until === undefined ? {} : { until }) } as const;
    const page = await factsOf(projectId, query, stepsPerQuery);
    for (const fact of page) found.set(`${fact.id} ${fact.part}`, fact);
    const oldest = page.at(-1)?.at;
    const steps = () => [...found.values()].flatMap(stepIn);
    if (page.length < stepsPerQuery || oldest === undefined || oldest === until) return { steps: steps(), since };
    if (found.size >= most) return { steps: steps(), since: oldest };
    until = oldest;
  }
}

function stepIn({ id, at, environment, body }: Fact): DeploymentStep[] {
  const step = stepBody.safeParse(body);
  return step.success && environment !== null ? [{ id, at, environment, ...step.data }] : [];
}

/** A build holds up to 2,000 commits, so that a few dozen of them may fill an answer. */
export async function toldBuilds(projectId: string, query: Omit<FactQuery, 'kind'>, most: number): Promise<ToldBuild[]> {
  return (await factsOf(projectId, { ...query, kind: 'build' }, most)).flatMap(({ at, body }) => {
    const build = buildBody.safeParse(body);
    return build.success ? [{ at, ...build.data }] : [];
  });
}

export async function toldIncidents(projectId: string, most: number): Promise<ToldIncident[]> {
  return (await factsOf(projectId, { kind: 'incident' }, most)).flatMap(incidentIn);
}

/** @param names what pipelines call them, e.g. `INC-7` */
export async function incidentsNamed(projectId: string, names: readonly string[]): Promise<ToldIncident[]> {
  const ids = names.map((name) => factId([name]));
  return (await factsById(projectId, 'incident', ids)).flatMap(incidentIn);
}

export function incidentIn({ body }: Fact): ToldIncident[] {
  const incident = incidentBody.safeParse(body);
  return incident.success ? [incident.data] : [];
}

/** Runs of tests, newest first. */
export async function toldRuns(projectId: string, most: number): Promise<ToldRun[]> {
  return (await factsOf(projectId, { kind: 'run' }, most)).flatMap(({ at, environment, version, body }) => {
    const run = runBody.safeParse(body);
    return run.success && environment !== null ? [{ at, environment, version, ...run.data }] : [];
  });
}

/** Commits on branches, newest first. */
export async function toldCommits(projectId: string, most: number): Promise<ToldCommit[]> {
  return (await factsOf(projectId, { kind: 'commit' }, most)).flatMap(commitIn);
}

function commitIn({ at, body }: Fact): ToldCommit[] {
  const commit = commitBody.safeParse(body);
  return commit.success ? [{ at, ...commit.data }] : [];
}

const mentionBody = z.object({ sha: z.string() });

/** Every commit that names one of these issues, on each of its branches; oldest first. @param keys of issues */
export async function commitsNaming(projectId: string, keys: readonly string[]): Promise<ToldCommit[]> {
  const mentions = await factsById(
    projectId,
    'mention',
    keys.map((key) => factId([key])),
  );
  const shas = mentions.flatMap(({ body }) => mentionBody.safeParse(body).data?.sha ?? []);
  const commits = await factsById(
    projectId,
    'commit',
    [...new Set(shas)].map((sha) => factId([sha])),
  );
  return commits.flatMap(commitIn).sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0));
}
