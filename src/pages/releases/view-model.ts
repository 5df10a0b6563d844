import type { ReleasesView } from '../../contracts/releases';
import type { StoredProject, StoredVersion } from '../../defects/shell';
import type { StoredVerdict } from '../../gates/shell';
import type { Instant } from '../../kernel/instant';
import type { StoredSettings } from '../../settings/shell';
import { summarised } from '../stage-summary';
import { storeState } from '../store-state';
import { daysLeft, progress, versionView } from '../version-view';

export interface ReleasesFacts {
  readonly project: StoredProject;
  readonly versions: readonly StoredVersion[];
  readonly verdicts: readonly StoredVerdict[];
  readonly progress: readonly { versionId: string; category: string; count: number }[];
  readonly settings: StoredSettings;
  readonly keptFresh: boolean;
  readonly revision: string;
  readonly now: Instant;
}

export function releasesView({ project, now, ...facts }: ReleasesFacts): ReleasesView {
  return {
    now,
    project: { id: project.id, key: project.key, name: project.name },
    store: storeState(project),
    keptFresh: facts.keptFresh,
    releases: facts.versions.map((version) => ({
      version: versionView(version),
      stages: summarised(
        facts.settings,
        project.id,
        facts.verdicts.filter((one) => one.versionId === version.id),
        now,
      ),
      defects: progress(facts.progress.filter((one) => one.versionId === version.id)),
      daysLeft: daysLeft(version, now),
    })),
    revision: facts.revision,
  };
}
