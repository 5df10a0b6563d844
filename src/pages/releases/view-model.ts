import type { ReleasesView } from '../../contracts/releases';
import type { StoredProject, StoredVersion } from '../../defects/shell';
import type { StoredLookBack, StoredVerdict } from '../../gates/shell';
import type { Instant } from '../../kernel/instant';
import type { StoredSettings } from '../../settings/shell';
import { maySee } from '../access';
import type { Access } from '../access';
import { summarised } from '../stage-summary';
import { storeState } from '../store-state';
import { lookBackView } from './look-back-view';
import { daysLeft, progress, versionView } from '../version-view';

export interface ReleasesFacts {
  readonly project: StoredProject;
  readonly versions: readonly StoredVersion[];
  readonly verdicts: readonly StoredVerdict[];
  /** Defects of the versions, whether the viewer may see them or not. */
  readonly progress: readonly { versionId: string; category: string; securityLevel: string | null; count: number }[];
  readonly settings: StoredSettings;
  readonly lookBack: StoredLookBack | null;
  readonly access: Access;
  readonly keptFresh: boolean;
  readonly revision: string;
  readonly now: Instant;
}

export function releasesView({ project, now, ...facts }: ReleasesFacts): ReleasesView {
  const seen = facts.progress.filter(({ securityLevel }) => maySee(facts.access, securityLevel));
  return {
    now,
    project: { id: project.id, key: project.key, name: project.name },
    store: storeState(project, now),
    keptFresh: facts.keptFresh,
    releases: facts.versions.map((version) => ({
      version: versionView(version),
      stages: summarised(
        facts.settings,
        project.id,
        facts.verdicts.filter((one) => one.versionId === version.id),
        now,
      ),
      defects: progress(seen.filter((one) => one.versionId === version.id)),
      daysLeft: daysLeft(version, now),
    })),
    lookBack: lookBackView(facts.lookBack, facts.access),
    revision: facts.revision,
  };
}
