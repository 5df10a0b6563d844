import type { LookBack } from '../../contracts/look-back';
import { lookBackSentence } from '../../gates';
import type { PastRelease } from '../../gates';
import type { StoredLookBack } from '../../gates/shell';
import { maySee } from '../access';
import type { Access } from '../access';

/** What the gates would have said, with the counts of the defects that the viewer may see; null where nothing was released. */
export function lookBackView(stored: StoredLookBack | null, access: Access): LookBack | null {
  if (stored === null || stored.releases.length === 0) return null;
  const releases = stored.releases.map((release) => releaseView(release, access));
  const escaped = releases.flatMap((release) => Object.values(release.escaped)).reduce((sum, count) => sum + count, 0);
  return { at: stored.at, sentence: lookBackSentence(stored.releases, escaped), releases };
}

function releaseView(
  { version, stages, openAtRelease, escaped, jql }: PastRelease,
  access: Access,
): LookBack['releases'][number] {
  const total = (counts: readonly { level: string | null; count: number }[]) =>
    counts.reduce((sum, { level, count }) => sum + (maySee(access, level) ? count : 0), 0);
  const of = (severity: PastRelease['escaped'][number]['severity']) => total(escaped.filter((one) => one.severity === severity));
  return {
    version,
    stages: stages.map(({ stage, state, sentence }) => ({ stage, state, sentence })),
    openAtRelease: total(openAtRelease),
    escaped: { S1: of('S1'), S2: of('S2'), S3: of('S3'), S4: of('S4'), none: of(null) },
    jql,
  };
}
