import { commitOf, originWords } from './origin';
import type { BuildFact, OriginChange, OriginVersion, SeenIn, Suggestion } from './origin';

/** What is known of a defect. */
export interface OriginFacts {
  /** Where it was seen, in any order. */
  readonly seen: readonly SeenIn[];
  readonly builds: readonly BuildFact[];
  /** In the order of `inReleaseOrder`. */
  readonly versions: readonly OriginVersion[];
  /** Releases that Jira names as affected. */
  readonly affectsVersionIds: readonly string[];
  /** Issues of which Jira says that they caused it. */
  readonly causes: readonly { readonly id: string; readonly key: string }[];
}

const mostSuggestions = 4;

/** What facts say of where a defect came from, the best first; each once. */
export function suggestOrigins(facts: OriginFacts): Suggestion[] {
  const all = [...fromLinks(facts), ...fromBuilds(facts), ...fromSightings(facts), ...fromJira(facts)];
  const names = all.map(({ change, versionId }) => JSON.stringify([change?.kind, change?.value, versionId]));
  return all.filter((_, n) => names.indexOf(names[n] ?? '') === n).slice(0, mostSuggestions);
}

function fromLinks({ causes }: OriginFacts): Suggestion[] {
  return causes.map(({ id, key }) => {
    const change: OriginChange = { kind: 'issue', value: id, label: key };
    return { change, versionId: null, why: `Jira links it to ${key} as its cause.` };
  });
}

/** The first build that showed it, and the one before, which did not. */
function fromBuilds({ seen, builds, versions }: OriginFacts): Suggestion[] {
  const first = earliest(seen.filter(({ build }) => build !== null));
  const build = builds.find((one) => one.build === first?.build);
  if (first === undefined || first.build === null) return [];
  const versionId = idOf(versions, build?.version ?? first.version);
  const whole: OriginChange = { kind: 'build', value: first.build, label: first.build };
  const before = build === undefined ? undefined : latest(builds.filter((one) => isBefore(one, build)));
  if (build === undefined || before === undefined)
    return [{ change: whole, versionId, why: `It was first seen in build ${first.build}; no earlier build was told.` }];
  const since = `It was first seen in build ${first.build}, and not in ${before.build} before it.`;
  const commits = [...new Set(build.changes.length > 0 ? build.changes : [build.commit ?? ''])].filter((sha) => sha !== '');
  const [only] = commits;
  const change = commits.length === 1 && only !== undefined ? commitOf(only) : whole;
  const between = commits.length === 1 ? ' One commit lies between them.' : '';
  return [{ change, versionId, why: `${since}${between}` }];
}

function fromSightings({ seen, versions }: OriginFacts): Suggestion[] {
  const first = earliest(seen.filter(({ version }) => idOf(versions, version) !== null));
  const versionId = idOf(versions, first?.version ?? null);
  if (first === undefined || versionId === null) return [];
  return [{ change: null, versionId, why: `It was first seen in ${first.version ?? ''}.` }];
}

function fromJira({ versions, affectsVersionIds }: OriginFacts): Suggestion[] {
  const first = versions.find(({ id }) => affectsVersionIds.includes(id));
  if (first === undefined) return [];
  return [
    { change: null, versionId: first.id, why: `${originWords(null, first.name)} is the first one that Jira names as affected.` },
  ];
}

function isBefore(one: BuildFact, build: BuildFact): boolean {
  return one.service === build.service && one.branch === build.branch && one.at < build.at && one.build !== build.build;
}

function idOf(versions: readonly OriginVersion[], name: string | null): string | null {
  return name === null ? null : (versions.find((version) => version.name === name)?.id ?? null);
}

function earliest<Item extends { readonly at: string }>(items: readonly Item[]): Item | undefined {
  return items.reduce<Item | undefined>((found, item) => (found === undefined || item.at < found.at ? item : found), undefined);
}

function latest<Item extends { readonly at: string }>(items: readonly Item[]): Item | undefined {
  return items.reduce<Item | undefined>((found, item) => (found === undefined || item.at > found.at ? item : found), undefined);
}
