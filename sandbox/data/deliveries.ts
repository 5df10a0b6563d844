import type { Issue, SeedDelivery } from '../jira/model';
import { ISSUE_TYPE } from './catalogue';
import { seedFieldId } from './app-fields';
import type { Prng } from './prng';
import { rollbackOf } from './release-tickets';
import { DAY, HOUR, instantOf, MINUTE, SANDBOX_START_MS } from './time';
import type { PlannedVersion } from './versions';

const PROJECT = 'SHOP';
const SERVICE = 'shop';

/** A payload as src/contracts/deliveries wants it; the key says what the delivery is about, so that it is the same for the same seed. */
const delivery = (at: number, trigger: string, key: string, payload: Record<string, unknown>): SeedDelivery => ({
  at: instantOf(at),
  trigger,
  payload: { schema: 1, key, project: PROJECT, at: instantOf(at), ...payload },
});

/** More commits than this make a second push (src/contracts/deliveries/commits.ts). */
const mostOfPush = 1000;

const commitOf = (prng: Prng): string => Array.from({ length: 40 }, () => prng.integer(0, 15).toString(16)).join('');

interface Build {
  readonly version: string;
  readonly build: string;
  readonly commit: string;
}

/** A deployment as it is told: that it began, and a quarter of an hour later that it is done. */
const deployment = (at: number, { version, build, commit }: Build, environment: string): SeedDelivery[] => {
  const about = { service: SERVICE, deployment: `${environment}-${build}`, environment, version, build, commit };
  const key = `deploy:${environment}:${build}:${instantOf(at)}`;
  return [
    delivery(at - 15 * MINUTE, 'deployment', `${key}:start`, { ...about, step: 'start' }),
    delivery(at, 'deployment', `${key}:finish`, { ...about, step: 'finish', outcome: 'successful' }),
  ];
};

const exposure = (at: number, { version, build, commit }: Build, environment: string, percent: number): SeedDelivery =>
  delivery(at, 'deployment', `expose:${environment}:${build}:${percent}`, {
    ...{ service: SERVICE, deployment: `${environment}-${build}`, environment, version, build, commit },
    ...{ step: 'expose', exposure: percent },
  });

const testRun = (at: number, { version, build, commit }: Build, environment: string, prng: Prng): SeedDelivery => {
  const [passed, skipped] = [prng.integer(1800, 2100), prng.integer(4, 20)];
  const tally = { tests: passed + skipped, passed, failed: 0, errors: 0, skipped, flaky: 0, seconds: prng.integer(600, 1500) };
  return delivery(at, 'test-results', `run:${build}:regression`, {
    ...{ kind: 'run', run: `regression-${build}`, suite: 'regression', environment, service: SERVICE, version, build, commit },
    ...{ tally, failures: [] },
  });
};

/** A commit for most fixes that a version brought, and now and then one without a key. */
const commitsOf = (planned: PlannedVersion, issues: readonly Issue[], before: number, prng: Prng) => {
  const fixed = issues.filter(
    ({ issueTypeId, fixVersionIds, resolutionDate }) =>
      issueTypeId === ISSUE_TYPE.bug &&
      fixVersionIds.includes(planned.version.id) &&
      resolutionDate !== null &&
      Date.parse(resolutionDate) < before,
  );
  return fixed
    .filter(() => prng.chance(0.94))
    .map(({ key, summary, resolutionDate }) => ({
      sha: commitOf(prng),
      at: instantOf(Math.min(before, Date.parse(resolutionDate ?? '')) - prng.integer(2, 20) * HOUR),
      message: prng.chance(0.97) ? `${key} ${summary}` : summary,
      author: 'dev',
      parents: 1,
    }))
    .toSorted((left, right) => left.at.localeCompare(right.at));
};

const buildDeliveries = (
  at: number,
  planned: PlannedVersion,
  issues: readonly Issue[],
  prng: Prng,
): { build: Build; deliveries: SeedDelivery[] } => {
  const { name } = planned.version;
  const commits = commitsOf(planned, issues, at, prng);
  const build = { version: name, build: `${name}-${prng.integer(180, 420)}`, commit: commits.at(-1)?.sha ?? commitOf(prng) };
  const branch = `release/${name}`;
  const pushed = Array.from({ length: Math.ceil(commits.length / mostOfPush) }, (_, n) =>
    delivery(at - HOUR, 'commits', `push:${build.build}${n === 0 ? '' : `:${n + 1}`}`, {
      ...{ repository: SERVICE, branch },
      commits: commits.slice(n * mostOfPush, (n + 1) * mostOfPush),
    }),
  );
  return {
    build,
    deliveries: [
      ...pushed,
      delivery(at, 'build', `build:${build.build}`, {
        ...{ service: SERVICE, ...build, branch, state: 'successful' },
        ...{ startedAt: instantOf(at - 12 * MINUTE), finishedAt: instantOf(at), changes: commits.map(({ sha }) => sha) },
      }),
    ],
  };
};

const releaseDeliveries = (planned: PlannedVersion, issues: readonly Issue[], prng: Prng): SeedDelivery[] => {
  const staging = planned.releaseAt - (planned.hotfix ? 2 : 5) * DAY;
  const { build, deliveries } = buildDeliveries(staging - 3 * HOUR, planned, issues, prng);
  return [
    ...deliveries,
    ...deployment(staging + 20 * MINUTE, build, 'staging'),
    testRun(staging + 2 * HOUR, build, 'staging', prng),
    ...deployment(planned.releaseAt - 22 * HOUR, build, 'canary'),
    ...deployment(planned.releaseAt, build, 'production'),
    exposure(planned.releaseAt + HOUR, build, 'production', 100),
  ];
};

/** What is in work: built and tried a few days ago, the hotfix on staging already. */
const presentDeliveries = (planned: PlannedVersion, issues: readonly Issue[], prng: Prng): SeedDelivery[] => {
  if (planned.stabilisationAt >= SANDBOX_START_MS) return [];
  const at = SANDBOX_START_MS - (planned.hotfix ? 5 : 2) * DAY;
  const { build, deliveries } = buildDeliveries(at, planned, issues, prng);
  return [
    ...deliveries,
    ...deployment(at + HOUR, build, 'test'),
    testRun(at + 2 * HOUR, build, 'test', prng),
    ...(planned.hotfix ? deployment(SANDBOX_START_MS - 4 * DAY, build, 'staging') : []),
  ];
};

const rollbackDeliveries = (planned: PlannedVersion, previous: string, prng: Prng): SeedDelivery[] => {
  const { name } = planned.version;
  const { at, stagingAt, againAt } = rollbackOf(planned);
  const build = { version: name, build: `${name}-rebuild-1`, commit: commitOf(prng) };
  return [
    delivery(at - 3 * HOUR, 'incident', 'incident:INC-7', {
      incident: 'INC-7',
      title: 'Orders are charged twice since the deployment of the evening before',
      severity: 'S1',
      environment: 'production',
      service: SERVICE,
      version: name,
      startedAt: instantOf(planned.releaseAt + 2 * HOUR),
      detectedAt: instantOf(at - 3 * HOUR),
      resolvedAt: instantOf(at + 25 * MINUTE),
      usersAffected: 2140,
    }),
    delivery(at, 'deployment', 'rollback:INC-7', {
      ...{ service: SERVICE, deployment: `production-back-to-${previous}`, environment: 'production', step: 'rollback' },
      ...{ version: previous, from: name, incident: 'INC-7' },
    }),
    delivery(stagingAt - 2 * HOUR, 'build', `build:${build.build}`, {
      ...{ service: SERVICE, ...build, branch: `release/${name}`, state: 'successful' },
      ...{ startedAt: instantOf(stagingAt - 2 * HOUR - 12 * MINUTE), finishedAt: instantOf(stagingAt - 2 * HOUR) },
    }),
    ...deployment(stagingAt, build, 'staging'),
    ...deployment(againAt, build, 'production'),
    exposure(againAt + HOUR, build, 'production', 100),
  ];
};

const sightingOf = (issue: Issue, at: number, environment: string, prng: Prng): SeedDelivery =>
  delivery(at, 'test-results', `sighting:${issue.key}:${instantOf(at)}`, {
    kind: 'sighting',
    issue: issue.key,
    environment,
    segment: prng.pick([null, 'canary', 'blue', 'green']),
    message: issue.summary,
    count: prng.integer(1, 40),
  });

/** More would only make a large project slow to start. */
const MOST_SIGHTINGS = 250;

/** Repeated sightings of some defects that were seen by customers or in the canary. */
const sightings = (issues: readonly Issue[], prng: Prng): SeedDelivery[] =>
  issues
    .filter(({ issueTypeId }) => issueTypeId === ISSUE_TYPE.bug)
    .flatMap((issue) => {
      const environment = issue.customFields[seedFieldId('detected-in')];
      if ((environment !== 'production' && environment !== 'canary') || !prng.chance(0.12)) return [];
      const created = Date.parse(issue.created);
      const times = Array.from({ length: prng.integer(1, 4) }, () => Math.round(created + prng.next() * 6 * DAY));
      return times.filter((at) => at < SANDBOX_START_MS).map((at) => sightingOf(issue, at, environment, prng));
    })
    .slice(0, MOST_SIGHTINGS);

/** What pipelines send when the sandbox starts: builds, commits, deployments and test runs, sightings, one incident, one rollback. */
export const deliveriesOf = (versions: readonly PlannedVersion[], issues: readonly Issue[], prng: Prng): SeedDelivery[] => {
  const released = versions.filter(({ version }) => version.released);
  const present = versions.filter(({ version }) => !version.released);
  const rollbacks = released.flatMap((planned, index) => {
    const previous = released[index - 1];
    return planned.bad && previous ? rollbackDeliveries(planned, previous.version.name, prng) : [];
  });
  return [
    ...released.flatMap((planned) => releaseDeliveries(planned, issues, prng)),
    ...present.flatMap((planned) => presentDeliveries(planned, issues, prng)),
    ...rollbacks,
    ...sightings(issues, prng),
  ].toSorted((left, right) => left.at.localeCompare(right.at));
};
