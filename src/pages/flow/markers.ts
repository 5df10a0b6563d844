import type { FlowMarker } from '../../contracts/flow';
import { mostShownMarkers } from '../../contracts/flow-days';
import type { StoredVersion } from '../../defects/shell';
import { stageOf } from '../../environments';
import type { Deployment } from '../../environments';
import { freezeCauseWords, frozenTimes } from '../../gates';
import type { Freeze } from '../../gates';
import { dayOf } from '../../kernel/instant';
import type { Settings } from '../../settings';

interface Told {
  readonly releases: readonly Pick<StoredVersion, 'id' | 'name' | 'releaseDate' | 'released'>[];
  /** Calendar days from which on releases are frozen, by the ids of their versions. */
  readonly freezes: Readonly<Record<string, { readonly day: string }>>;
  /** Freezes that were, or are. */
  readonly frozen: readonly Pick<Freeze, 'version' | 'cause' | 'since' | 'events'>[];
  readonly deployments: readonly Deployment[];
  readonly stages: Settings['stages'];
}

/**
 * Days that explain a flow: releases on their dates, freezes as they were planned and as they came, and what was deployed to the last stage, once a day and version.
 * @param firstDay, lastDay days since 1970
 * @param most so many of the newest are handed out
 */
export function flowMarkers(
  { releases, freezes, frozen, deployments, stages }: Told,
  firstDay: number,
  lastDay: number,
  most = mostShownMarkers,
): FlowMarker[] {
  const found = new Map<string, FlowMarker>();
  const mark = (at: string, kind: FlowMarker['kind'], name: string, how?: string): void => {
    const day = dayOf(at);
    if (day < firstDay || day > lastDay) return;
    found.set(`${day} ${kind} ${name}`, { day, kind, name, ...(how === undefined ? {} : { how }) });
  };
  for (const freeze of frozen)
    for (const { cause, since, until, byRelease } of frozenTimes(freeze)) {
      mark(since, 'frozen', freeze.version.name, freezeCauseWords[cause]);
      if (until !== null) mark(until, 'unfrozen', freeze.version.name, byRelease ? 'by the release' : 'lifted');
    }
  for (const { id, name, releaseDate, released } of releases) {
    const freeze = freezes[id];
    // The day that began one is marked by what it began.
    const began = frozen.some(
      ({ version, cause, since }) => version.id === id && cause === 'day' && since.startsWith(freeze?.day ?? '-'),
    );
    if (freeze !== undefined && !began) mark(`${freeze.day}T00:00:00.000Z`, 'freeze', name);
    if (releaseDate !== null) mark(`${releaseDate.slice(0, 10)}T00:00:00.000Z`, released ? 'release' : 'planned-release', name);
  }
  const last = stages.at(-1);
  for (const { environment, state, at, version, build, service } of deployments) {
    if (state !== 'successful' || stageOf(environment, stages) !== last) continue;
    mark(at, 'deployment', version ?? (build === null ? service : `${service} ${build}`));
  }
  return [...found.values()]
    .sort((a, b) => b.day - a.day)
    .slice(0, most)
    .reverse();
}
