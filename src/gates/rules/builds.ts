import type { ReleaseBuild } from '../evidence';

/** The build of each service that would ship, the newest first. @param builds newest first */
export function newestOfServices(builds: readonly ReleaseBuild[]): readonly ReleaseBuild[] {
  const newest = new Map<string, ReleaseBuild>();
  for (const build of builds) if (!newest.has(build.service)) newest.set(build.service, build);
  return [...newest.values()];
}

/** Whether a sentence about one build has to say of which service. */
export function severalServices(all: readonly { readonly service: string }[]): boolean {
  return new Set(all.map(({ service }) => service)).size > 1;
}
