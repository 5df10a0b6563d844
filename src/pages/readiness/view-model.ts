import type { ConditionView, ReadinessView, StageReadiness } from '../../contracts/readiness';
import type { StageSummary } from '../../contracts/screen';
import { trend } from '../../defects';
import type { DayCounts } from '../../defects';
import type { StoredDefect, StoredProject, StoredTicket, StoredVersion } from '../../defects/shell';
import { unblockSet } from '../../gates';
import type { StoredVerdict } from '../../gates/shell';
import type { SlaTargetDays } from '../../governance';
import type { Instant } from '../../kernel/instant';
import { defaultSettings } from '../../settings';
import type { StoredSettings } from '../../settings/shell';
import { maySee } from '../access';
import type { Access } from '../access';
import { summarised } from '../stage-summary';
import { storeState } from '../store-state';
import { daysLeft, progress, versionView } from '../version-view';
import { defectRow, worstFirst } from './defect-row';
import { doneSplitter, withDone } from './done-defects';
import type { DoneSplit } from './done-defects';

export interface ReadinessFacts {
  readonly project: StoredProject;
  readonly version: StoredVersion;
  /** Every defect of the version, open or not, whether the viewer may see it or not. */
  readonly defects: readonly StoredDefect[];
  readonly tickets: readonly StoredTicket[];
  readonly verdicts: readonly StoredVerdict[];
  readonly settings: StoredSettings;
  readonly access: Access;
  /** How they stood on past days. */
  readonly days: DayCounts;
  /** Scores by the ids of their defects. */
  readonly scores: ReadonlyMap<string, number>;
  /** From when resolution targets count, by the ids of the defects; from their creation where nothing is said. */
  readonly clocks?: ReadonlyMap<string, Instant>;
  readonly keptFresh: boolean;
  readonly revision: string;
  readonly now: Instant;
}

/** What the viewer may see stands with its key; what not is counted. */
export function readinessView(facts: ReadinessFacts): ReadinessView {
  const { project, version, access, settings, now } = facts;
  const targets = (settings.kind === 'ok' ? settings.settings : defaultSettings).slaTargetDays;
  const open = facts.defects.filter((defect) => defect.open);
  const visible = open.filter((defect) => maySee(access, defect.securityLevel));
  const split = splitter(open, visible);
  const splitDone = doneSplitter(facts.defects, access);
  return {
    now,
    project: { id: project.id, key: project.key, name: project.name },
    version: versionView(version),
    store: storeState(project, now),
    keptFresh: facts.keptFresh,
    daysLeft: daysLeft(version, now),
    stages: summarised(settings, project.id, facts.verdicts, now).map((summary) =>
      stageReadiness(
        summary,
        facts.verdicts.find((one) => one.verdict.stage.key === summary.stage.key),
        split,
        splitDone,
      ),
    ),
    defects: visible
      .map((defect) => defectRow(defect, targets, now, facts.scores.get(defect.id) ?? null, facts.clocks?.get(defect.id)))
      .sort(worstFirst),
    hidden: open.length - visible.length,
    progress: progress(
      facts.defects.filter((defect) => maySee(access, defect.securityLevel)).map(({ category }) => ({ category, count: 1 })),
    ),
    trend: trendView(facts, targets),
    tickets: facts.tickets.filter((ticket) => maySee(access, ticket.securityLevel)).map(({ key, status }) => ({ key, status })),
    revision: facts.revision,
  };
}

function trendView({ days: counts, defects, version, clocks, access, now }: ReadinessFacts, targets: SlaTargetDays) {
  const seen = defects.filter((defect) => maySee(access, defect.securityLevel));
  const { days, series, late, done } = trend({
    counts,
    maySee: (level) => maySee(access, level),
    defects: seen.map((defect) => ({ ...defect, late: defectRow(defect, targets, now, null, clocks?.get(defect.id)).overdue })),
    startDate: version.startDate,
    now,
  });
  const shown = series.map((one) => ({ severity: one.severity, counts: [...one.counts] }));
  return { days: [...days], series: shown, late: [...late], done: [...done] };
}

type Split = (ids: readonly string[]) => { defectIds: string[]; hidden: number };

/** Ids that the viewer may see, and the number of others. A defect that was closed since the verdict is neither. */
function splitter(open: readonly StoredDefect[], visible: readonly StoredDefect[]): Split {
  const seen = new Set(visible.map(({ id }) => id));
  const known = new Set(open.map(({ id }) => id));
  return (ids) => ({
    defectIds: ids.filter((id) => seen.has(id)),
    hidden: ids.filter((id) => known.has(id) && !seen.has(id)).length,
  });
}

function stageReadiness(
  summary: StageSummary,
  stored: StoredVerdict | undefined,
  split: Split,
  splitDone: DoneSplit,
): StageReadiness {
  if (stored === undefined) return { ...summary, conditions: [], unblock: null, ledger: null };
  const { conditions } = stored.verdict;
  const unblock = summary.state === 'held' ? unblockSet(conditions) : null;
  return {
    ...summary,
    conditions: conditions.map(
      ({
        id,
        rule,
        breach,
        title,
        reason,
        definition,
        value,
        limit,
        unit,
        atLeast,
        state,
        jql,
        leftOut,
        defectIds,
      }): ConditionView => ({
        ...{ id, rule, breach, title, reason, definition, value, limit, unit, atLeast, jql, leftOut },
        // What was counted from old evidence says nothing of today.
        state: summary.staleSince === null ? state : 'unknown',
        ...(unit === 'defects' ? split(defectIds) : withDone(split(defectIds), splitDone(defectIds))),
      }),
    ),
    unblock: unblock === null ? null : { sentence: unblock.sentence, smallest: unblock.smallest, ...split(unblock.defectIds) },
    ledger: stored.ledger,
  };
}
