import type { Issue, SeedDelivery } from '../jira/model';
import { ISSUE_TYPE } from './catalogue';
import { seedFieldId } from './app-fields';
import type { Prng } from './prng';
import { rollbackOf } from './release-tickets';
import { DAY, HOUR, instantOf, MINUTE, SANDBOX_START_MS } from './time';
import type { PlannedVersion } from './versions';

const delivery = (at: number, trigger: string, payload: Record<string, unknown>): SeedDelivery => ({
  at: instantOf(at),
  trigger,
  payload: { ...payload, at: instantOf(at) },
});

const commitOf = (prng: Prng): string => Array.from({ length: 40 }, () => prng.integer(0, 15).toString(16)).join('');

const deployment = (at: number, version: string, build: string, environment: string, state: string): SeedDelivery =>
  delivery(at, 'deployment', { service: 'shop', version, build, environment, state });

const releaseDeliveries = (planned: PlannedVersion, prng: Prng): SeedDelivery[] => {
  const { name } = planned.version;
  const build = `${name}-${prng.integer(180, 420)}`;
  const staging = planned.releaseAt - (planned.hotfix ? 2 : 5) * DAY;
  const failed = prng.integer(1, 6);
  return [
    delivery(staging - 3 * HOUR, 'build', {
      service: 'shop',
      version: name,
      build,
      commit: commitOf(prng),
      branch: `release/${name}`,
    }),
    deployment(staging + 20 * MINUTE, name, build, 'staging', 'successful'),
    delivery(staging + 2 * HOUR, 'test-results', {
      build,
      environment: 'staging',
      suite: 'regression',
      passed: prng.integer(1800, 2100),
      failed,
      skipped: prng.integer(4, 20),
    }),
    deployment(planned.releaseAt - 22 * HOUR, name, build, 'canary', 'successful'),
    deployment(planned.releaseAt, name, build, 'production', 'successful'),
  ];
};

const rollbackDeliveries = (planned: PlannedVersion, previous: string): SeedDelivery[] => {
  const { name } = planned.version;
  const { at, stagingAt, againAt } = rollbackOf(planned);
  const build = `${name}-rebuild-1`;
  return [
    delivery(at - 3 * HOUR, 'incident', {
      id: 'INC-7',
      title: 'Orders are charged twice since the deployment of the evening before',
      severity: 'S1',
      environment: 'production',
      version: name,
      startedAt: instantOf(planned.releaseAt + 2 * HOUR),
      detectedAt: instantOf(at - 3 * HOUR),
      resolvedAt: instantOf(at + 25 * MINUTE),
      usersAffected: 2140,
    }),
    delivery(at, 'deployment', {
      service: 'shop',
      version: previous,
      environment: 'production',
      state: 'rolled_back',
      rolledBackFrom: name,
      incident: 'INC-7',
    }),
    deployment(stagingAt, name, build, 'staging', 'successful'),
    deployment(againAt, name, build, 'production', 'successful'),
  ];
};

const sightingOf = (issue: Issue, at: number, environment: string, prng: Prng): SeedDelivery =>
  delivery(at, 'test-results', {
    kind: 'sighting',
    issue: issue.key,
    environment,
    segment: prng.pick(['all', 'canary', 'blue', 'green']),
    message: issue.summary,
    count: prng.integer(1, 40),
  });

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
    });

/** What pipelines would have sent: builds, deployments and test runs of the released versions, sightings, one incident, one rollback. */
export const deliveriesOf = (versions: readonly PlannedVersion[], issues: readonly Issue[], prng: Prng): SeedDelivery[] => {
  const released = versions.filter(({ version }) => version.released);
  const deployments = released.flatMap((planned) => releaseDeliveries(planned, prng));
  const rollbacks = released.flatMap((planned, index) => {
    const previous = released[index - 1];
    return planned.bad && previous ? rollbackDeliveries(planned, previous.version.name) : [];
  });
  return [...deployments, ...rollbacks, ...sightings(issues, prng)].toSorted((left, right) => left.at.localeCompare(right.at));
};
