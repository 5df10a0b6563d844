import type { BridgeView } from '../../../../../src/contracts/bridge';

type Live = BridgeView<'releaseTrack'>['stages'][number]['live'];

/** What is said of what stands in a stage: the newest of this release, or else the newest of all; null where nothing stands there. */
export function liveWords(live: Live): { readonly what: string; readonly since: string; readonly more: number } | null {
  const newest = [...live].sort((a, b) => Number(b.isRelease) - Number(a.isRelease) || (a.at < b.at ? 1 : -1));
  const [first] = newest;
  if (first === undefined) return null;
  const { service, version, build, at } = first;
  const named = [version, build === null ? null : `build ${build}`].filter((part) => part !== null);
  const what = `${service}${named.length === 0 ? '' : ` ${named.join(', ')}`}`;
  return { what, since: at, more: newest.length - 1 };
}
