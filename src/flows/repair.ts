import { countWrong, repairsBetween } from '../defects';
import type { Wrong } from '../defects';
import { dirtyIssues, factsOf } from '../defects/shell';
import { appendEntry } from '../governance/shell';
import { minute, plus } from '../kernel/instant';
import type { Instant } from '../kernel/instant';
import type { JiraOutcome } from '../platform/jira';

/** Who found that the store differed from Jira: one of the three clocks, or a person's button. */
export type Net = 'five-minutes' | 'hourly' | 'daily' | 'button';

/** So long an event may take before its change counts as one that Jira never told of. */
const eventsTake = minute;
/** An entry names so many issues; its counts are of all. */
const mostNamed = 500;
const mostUnderway = 10_000;

export interface RepairRun {
  readonly projectId: string;
  readonly net: Net;
  /** When the net's run began; with the net and the project it names the entry. */
  readonly start: Instant;
}

/**
 * Reads issues that the store may not have as Jira has them, and enters in the ledger what that put right. A change whose event is
 * still on its way is none, and neither is one that nothing stored shows. What a reading that stopped half-way put right counts too.
 * @param ids of every issue that `read` may change
 */
export async function repairing(
  run: RepairRun,
  ids: readonly string[],
  read: () => Promise<JiraOutcome<null>>,
): Promise<JiraOutcome<null>> {
  if (ids.length === 0) return read();
  const before = await factsOf(ids);
  const outcome = await read();
  const after = await factsOf(ids);
  const underway = new Set((await dirtyIssues(run.projectId, mostUnderway)).map((issue) => issue.issueId));
  const repairs = repairsBetween(before, after, underway, plus(run.start, -eventsTake));
  if (repairs.length > 0) await enter(run, repairs);
  return outcome;
}

async function enter({ projectId, net, start }: RepairRun, repairs: readonly Wrong[]): Promise<void> {
  const named = repairs.slice(0, mostNamed);
  const { missing, outdated, ghost } = countWrong(repairs);
  const fact = {
    ...{ at: start, kind: 'repair', subject: `project:${projectId}`, entryKey: `repair:${net}:${projectId}:${start}` },
    actor: { kind: 'app', rule: null } as const,
    settings: null,
    body: { schema: 1, net, count: repairs.length, wrong: { missing, outdated: { ...outdated }, ghost } },
    evidence: {
      issues: named.map(({ id, key, level, kind, fields }) => ({
        id,
        key,
        level,
        wrong: kind === 'outdated' ? [...fields] : [kind],
      })),
    },
  };
  await appendEntry(
    projectId,
    fact,
    named.map(({ id }) => id),
  );
}
