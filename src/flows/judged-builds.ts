import { buildsOfReleases } from '../environments/shell';
import { judgedBuilds } from '../gates';

/** More are not looked at: each service has its newest among them. */
const mostBuilds = 30;

/** Names of the builds of a release that its gates judge now, the newest first; none where none was told. */
export async function judgedBuildsOf(projectId: string, versionName: string): Promise<readonly string[]> {
  const builds = await buildsOfReleases(projectId, [versionName], mostBuilds);
  return judgedBuilds(builds.get(versionName) ?? []);
}
