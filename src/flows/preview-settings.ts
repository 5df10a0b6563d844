import { allProjects, versionsToJudge } from '../defects/shell';
import { decisive } from '../gates';
import type { Instant } from '../kernel/instant';
import type { VerdictState } from '../kernel/verdict';
import type { Settings } from '../settings';
import { readSettings } from '../settings/shell';
import type { StoredSettings } from '../settings/shell';
import { gateEvidence } from './gate-evidence';
import { judgeVersion } from './judge-version';

export interface PreviewedChange {
  readonly projectKey: string;
  readonly version: string;
  readonly stage: string;
  readonly from: VerdictState;
  readonly to: VerdictState;
  readonly because: string;
}

/**
 * Which verdicts other settings would change, over every unreleased version of every project that has been read. Changes nothing.
 * @param only id of the one project that is looked at; null for all
 */
export async function previewSettings(
  settings: Settings,
  now: Instant,
  only: string | null = null,
): Promise<{ changes: PreviewedChange[]; judged: number }> {
  const current = await readSettings();
  const proposed: StoredSettings = { kind: 'ok', settings, revision: 0 };
  const changes: PreviewedChange[] = [];
  let judged = 0;
  for (const project of await allProjects()) {
    if (project.state !== 'ready' || (only !== null && project.id !== only)) continue;
    const versions = await versionsToJudge(project.id);
    const versionIds = versions.map((version) => version.id);
    const factsOf = await gateEvidence({ projectId: project.id, versionIds, settings: [current, proposed], now });
    for (const version of versions) {
      judged += 1;
      const facts = { project, version, facts: factsOf(version.id), before: [], now };
      const was = new Map(judgeVersion({ ...facts, settings: current }).map(({ verdict }) => [verdict.stage.key, verdict]));
      for (const { verdict } of judgeVersion({ ...facts, settings: proposed })) {
        const from = was.get(verdict.stage.key)?.state ?? 'unknown';
        if (from === verdict.state) continue;
        const because = decisive(verdict)?.reason ?? verdict.sentence;
        changes.push({
          projectKey: project.key,
          version: version.name,
          stage: verdict.stage.name,
          from,
          to: verdict.state,
          because,
        });
      }
    }
  }
  return { changes, judged };
}
