import type { OriginVersion } from './origin';

/**
 * The releases that have a defect: from the one that brought it in up to the first later one that fixes it; without a fix, up to the last
 * one that is released. None where the release is not among them.
 * @param versions in the order of `inReleaseOrder`
 */
export function affectedVersions<Version extends OriginVersion>(
  versions: readonly Version[],
  originId: string,
  fixVersionIds: readonly string[],
): Version[] {
  const first = versions.findIndex(({ id }) => id === originId);
  if (first === -1) return [];
  const fixed = versions.findIndex(({ id }, at) => at > first && fixVersionIds.includes(id));
  const end =
    fixed === -1
      ? Math.max(
          first,
          versions.findLastIndex(({ released }) => released),
        ) + 1
      : fixed;
  return versions.slice(first, end);
}
