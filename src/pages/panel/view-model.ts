import type { PanelView } from '../../contracts/panel';
import type { StoredDefect, StoredProject, StoredVersion } from '../../defects/shell';
import type { StoredVerdict } from '../../gates/shell';
import type { Instant } from '../../kernel/instant';
import { defaultSettings } from '../../settings';
import type { StoredSettings } from '../../settings/shell';
import { defectRow } from '../readiness/defect-row';
import { summarised } from '../stage-summary';
import { storeState } from '../store-state';
import { versionView } from '../version-view';

export interface PanelFacts {
  readonly project: StoredProject;
  /** The fix versions that have gates to answer. */
  readonly versions: readonly StoredVersion[];
  readonly verdicts: readonly StoredVerdict[];
  readonly settings: StoredSettings;
  /** Of a defect: from when its resolution target counts; from its creation where nothing is said. */
  readonly clockFrom?: Instant;
  readonly revision: string;
  readonly now: Instant;
}

export function defectPanel(defect: StoredDefect, facts: PanelFacts): PanelView {
  const { project, settings, now, revision } = facts;
  const targets = (settings.kind === 'ok' ? settings.settings : defaultSettings).slaTargetDays;
  const { severity, tier, dueAt, overdue } = defectRow(defect, targets, now, null, facts.clockFrom);
  return {
    kind: 'defect',
    now,
    store: storeState(project, now),
    ...{ severity, tier, open: defect.open, dueAt: defect.open ? dueAt : null, overdue },
    releases: facts.versions.map((version) => {
      const verdicts = facts.verdicts.filter((one) => one.versionId === version.id);
      const stages = summarised(settings, project.id, verdicts, now);
      return {
        version: versionView(version),
        stages: stages.map((stage) => ({ ...stage, because: because(defect.id, stage.stage.key, verdicts) })),
      };
    }),
    revision,
  };
}

/** Reasons of the stage that this defect is part of. */
function because(defectId: string, stageKey: string, verdicts: readonly StoredVerdict[]): string[] {
  const verdict = verdicts.find((one) => one.verdict.stage.key === stageKey)?.verdict;
  const reasons =
    verdict?.conditions.filter((condition) => condition.state === 'breached' && condition.defectIds.includes(defectId)) ?? [];
  return reasons.map((condition) => condition.reason);
}

export function ticketPanel(facts: PanelFacts): PanelView {
  const { project, settings, now, revision } = facts;
  const releases = facts.versions.map((version) => ({
    version: versionView(version),
    stages: summarised(
      settings,
      project.id,
      facts.verdicts.filter((one) => one.versionId === version.id),
      now,
    ),
  }));
  return { kind: 'release-ticket', now, store: storeState(project, now), releases, revision };
}
