import type { BridgeRequest, BridgeView } from '../../contracts/bridge';
import type { Answer } from '../../contracts/screen';
import { defectsById, fixVersionsByDefect, versionsOf } from '../../defects/shell';
import { defaultSettings } from '../../settings';
import { readSettings } from '../../settings/shell';
import { cycleOf, lastWeeks, latencies, roundNow, waited, weekOf } from '../../triage';
import type { Wait } from '../../triage';
import { activeDeferrals, latestRounds, openDefectsToTriage, roundsSince } from '../../triage/shell';
import { maySee } from '../access';
import { shown } from '../answer';
import { openProject } from '../open-project';
import type { Viewer } from '../viewer';

const mostListed = 20;

/** How long decisions take, week by week. */
export async function decisionLatency(
  { projectId, weeks }: BridgeRequest<'decisionLatency'>,
  viewer: Viewer,
): Promise<Answer<BridgeView<'decisionLatency'>>> {
  const opened = await openProject(projectId, viewer);
  if (opened.kind !== 'open') return opened;
  const { now } = viewer;
  const mondays = lastWeeks(weeks, now);
  const since = `${mondays[0] ?? now.slice(0, 10)}T00:00:00.000Z`;
  const waits = await waitsSince(projectId, since, viewer);
  const keys = new Map(
    (await defectsById([...new Set(listed(waits, now).map(({ defectId }) => defectId))])).flatMap(({ id, key, securityLevel }) =>
      maySee(opened.access, securityLevel) ? [[id, key] as const] : [],
    ),
  );
  const named = (wait: Wait) => {
    const key = keys.get(wait.defectId);
    const { defectId, cycle } = wait;
    return key === undefined ? [] : [{ defectId, key, cycle, minutes: Math.round(waited(wait, now)) }];
  };
  return shown({
    now,
    weeks: mondays.map((from) => ({
      from,
      cycles: rounded(
        waits.filter(({ startedAt }) => weekOf(startedAt) === from),
        now,
      ),
    })),
    all: rounded(waits, now),
    waiting: longest(waits, false, now).flatMap((wait) => named(wait).map((row) => ({ ...row, startedAt: wait.startedAt }))),
    slowest: longest(waits, true, now).flatMap((wait) => named(wait).map((row) => ({ ...row, decidedAt: wait.endedAt ?? now }))),
  });
}

/** In whole minutes. */
function rounded(waits: readonly Wait[], now: string) {
  const whole = (minutes: number | null) => (minutes === null ? null : Math.round(minutes));
  return latencies(waits, now).map((one) => ({ ...one, p50: whole(one.p50), p90: whole(one.p90) }));
}

function longest(waits: readonly Wait[], decided: boolean, now: string): Wait[] {
  return waits
    .filter((wait) => (decided ? wait.decided : wait.endedAt === null))
    .sort((a, b) => waited(b, now) - waited(a, now))
    .slice(0, mostListed);
}

function listed(waits: readonly Wait[], now: string): Wait[] {
  return [...longest(waits, true, now), ...longest(waits, false, now)];
}

/** What was decided, and what waits; a defect that was closed without a decision is no wait. */
async function waitsSince(projectId: string, since: string, { now }: Viewer): Promise<Wait[]> {
  const [rounds, candidates, deferrals, versions, stored] = await Promise.all([
    roundsSince(projectId, since),
    openDefectsToTriage(projectId),
    activeDeferrals(projectId, now),
    versionsOf(projectId),
    readSettings(),
  ]);
  const { triage } = stored.kind === 'ok' ? stored.settings : defaultSettings;
  const decided = rounds.flatMap((round): Wait[] => {
    const { defectId, cycle, startedAt, decision, waited: people } = round;
    return decision === null || !people ? [] : [{ defectId, cycle, startedAt, endedAt: decision.at, decided: true }];
  });
  const deferred = new Set(deferrals.map(({ issueId }) => issueId));
  const latest = await latestRounds(candidates.map(({ id }) => id));
  const open = candidates.flatMap(({ id, createdAt }) => {
    const round = roundNow(createdAt, latest.get(id));
    return round.decided || deferred.has(id) || round.startedAt < since ? [] : [{ id, startedAt: round.startedAt }];
  });
  const fix = await fixVersionsByDefect(open.map(({ id }) => id));
  const planned = new Set(versions.filter(({ released, archived }) => !released && !archived).map(({ id }) => id));
  const waiting = open.map(({ id, startedAt }): Wait => {
    const cycle = cycleOf(
      (fix.get(id) ?? []).filter((version) => planned.has(version)),
      triage,
    );
    return { defectId: id, cycle, startedAt, endedAt: null, decided: false };
  });
  return [...decided, ...waiting];
}
