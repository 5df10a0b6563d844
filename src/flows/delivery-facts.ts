import type { BuildDelivery, CommitsDelivery, DeploymentDelivery, IncidentDelivery } from '../contracts/deliveries';
import { factId, newnessOf } from '../environments';
import type { Fact, FactKind } from '../environments';
import type { Json } from '../kernel/json';

/** What a delivery says, whole in itself. */
export type PlainDelivery =
  | { readonly type: 'build'; readonly payload: BuildDelivery }
  | { readonly type: 'deployment'; readonly payload: DeploymentDelivery }
  | { readonly type: 'incident'; readonly payload: IncidentDelivery }
  | { readonly type: 'commits'; readonly payload: CommitsDelivery };

interface Named {
  readonly kind: FactKind;
  /** What names the thing in its project. */
  readonly names: readonly string[];
  readonly part?: string;
  readonly environment?: string;
  readonly version?: string | null;
}

function fact({ kind, names, part = '', environment, version }: Named, told: { at: string; sequence: number }, body: Json): Fact {
  return {
    kind,
    id: factId(names),
    part,
    at: told.at,
    newness: newnessOf(told.sequence, told.at, body),
    environment: environment ?? null,
    version: version ?? null,
    body,
  };
}

/**
 * The facts of a delivery. They depend on it alone, so that deliveries may come in any order.
 * @param keysOf the keys of issues that a commit's message names
 */
export function factsOfDelivery(delivery: PlainDelivery, keysOf: (message: string) => readonly string[]): Fact[] {
  switch (delivery.type) {
    case 'build':
      return [buildFact(delivery.payload)];
    case 'deployment':
      return [deploymentFact(delivery.payload)];
    case 'incident':
      return [incidentFact(delivery.payload)];
    case 'commits':
      return commitFacts(delivery.payload, keysOf);
  }
}

function buildFact(payload: BuildDelivery): Fact {
  const { service, build, version, commit, branch, url, state, startedAt, finishedAt, changes, migrations } = payload;
  // Where nothing is said of migrations, nothing is kept: the same words make the same fact as before they could be said.
  const body = {
    ...{ service, build, version, commit, branch, url, state, startedAt, finishedAt, changes },
    ...(migrations === null ? {} : { migrations }),
  };
  return fact({ kind: 'build', names: [service, build], version }, payload, body);
}

function deploymentFact(payload: DeploymentDelivery): Fact {
  const { service, environment, deployment, step, version, build, commit, branch, url, outcome, exposure, from, incident } =
    payload;
  const { dark } = payload;
  // Where nothing is said of who meets it, nothing is kept: the same words make the same fact as before it could be said.
  const body = {
    ...{ service, environment, deployment, step, version, build, commit, branch, url, outcome, exposure, from, incident },
    ...(dark === null ? {} : { dark }),
  };
  return fact({ kind: 'deployment', names: [service, environment, deployment], part: step, environment, version }, payload, body);
}

function incidentFact(payload: IncidentDelivery): Fact {
  const { incident, title, severity, environment, service, version, startedAt, detectedAt, resolvedAt, usersAffected } = payload;
  const body = {
    ...{ incident, title, severity, environment, service, version, startedAt, detectedAt, resolvedAt, usersAffected },
    ...{ issue: payload.issue, url: payload.url },
  };
  return fact({ kind: 'incident', names: [incident], environment, version }, payload, body);
}

const longestSubject = 200;

function commitFacts({ repository, branch, commits }: CommitsDelivery, keysOf: (message: string) => readonly string[]): Fact[] {
  return commits.flatMap(({ sha, at, message, author, parents }) => {
    const keys = [...new Set(keysOf(message))].sort();
    const subject = (message.split('\n', 1)[0] ?? '').slice(0, longestSubject);
    const told = { at, sequence: 0 };
    const body = { sha, repository, branch, subject, keys, merge: parents > 1, bot: isBot(author) };
    const part = factId([repository, branch]);
    const mention = { sha, at };
    return [
      fact({ kind: 'commit', names: [sha], part }, told, body),
      ...keys.map((key) => fact({ kind: 'mention', names: [key], part: sha }, told, mention)),
    ];
  });
}

/** GitHub's apps end in `[bot]`; GitLab's tokens are called `project_1_bot_…`. */
function isBot(author: string): boolean {
  return /\[bot\]$/.test(author) || /^(project|group)_\d+_bot/.test(author);
}
