import type { DefectPlan, Ending } from './defect-plan';
import { drawDefect, resolutionTime, severityNumber } from './defect-plan';
import type { Prng } from './prng';
import { DAY, HOUR, SANDBOX_START_MS } from './time';
import type { PlannedVersion } from './versions';
import { versionNamed } from './versions';

type Drawn = ReturnType<typeof drawDefect>;

const LATEST_END = SANDBOX_START_MS - HOUR;
const LEAST_SPAN = 4 * HOUR;

/** How long past the sandbox's start the defect's own pace would take it; urgent ones are not left lying about. */
const overrun = (drawn: Drawn, pace: number): number => {
  const severity = severityNumber(drawn.severity);
  const recent = SANDBOX_START_MS - drawn.created < 20 * DAY;
  if (severity === 1 || (severity === 2 && !recent)) return Number.NEGATIVE_INFINITY;
  return drawn.created + pace - SANDBOX_START_MS - (severity === 2 ? 10 * DAY : 0);
};

const mostOverrun = (drawn: readonly Drawn[], paces: readonly number[], count: number): Set<number> => {
  const ranked = drawn
    .map((defect, index) => ({ index, by: overrun(defect, paces[index] ?? 0) }))
    .filter(({ by }) => by !== Number.NEGATIVE_INFINITY)
    .toSorted((left, right) => right.by - left.by || left.index - right.index);
  return new Set(ranked.slice(0, count).map(({ index }) => index));
};

const openEnding = (drawn: Drawn, pace: number, prng: Prng): Ending => {
  const natural = drawn.created + pace;
  const age = SANDBOX_START_MS - drawn.created;
  const expectedAt = natural > SANDBOX_START_MS + DAY ? natural : SANDBOX_START_MS + age * (0.12 + 1.4 * prng.next());
  const progress = age / (expectedAt - drawn.created);
  return { kind: 'open', expectedAt, reopened: progress > 0.76 && age > 20 * DAY && prng.chance(0.35) };
};

const endAt = (drawn: Drawn, pace: number, prng: Prng): number => {
  const room = LATEST_END - drawn.created;
  const span = pace < room ? pace : room * (0.3 + 0.65 * prng.next());
  return Math.round(drawn.created + Math.max(LEAST_SPAN, span));
};

const closedEnding = (drawn: Drawn, pace: number, earlier: readonly DefectPlan[], prng: Prng): Ending => {
  const candidates = earlier.filter(({ created, ending }) => ending.kind !== 'duplicate' && drawn.created - created < 40 * DAY);
  const chance = prng.next();
  if (chance < 0.04 && candidates.length > 0) {
    return { kind: 'duplicate', at: endAt(drawn, prng.logNormal(1.5, 0.7) * DAY, prng), of: prng.pick(candidates) };
  }
  if (chance < 0.13 && severityNumber(drawn.severity) >= 2) {
    return { kind: 'dismissed', at: endAt(drawn, pace * 0.6, prng), resolution: prng.chance(0.5) ? 'wontDo' : 'cannotReproduce' };
  }
  const at = endAt(drawn, pace, prng);
  return { kind: 'fixed', at, reopened: at - drawn.created > 2 * DAY && prng.chance(0.085) };
};

const planOf = (drawn: Drawn, ending: Ending, versions: readonly PlannedVersion[], prng: Prng): DefectPlan => {
  if (ending.kind === 'duplicate')
    return { ...drawn, incident: ending.of.incident, target: null, parkedIn: 'where it is', ending };
  if (ending.kind === 'dismissed') return { ...drawn, target: null, parkedIn: 'where it is', ending };
  if (ending.kind === 'fixed') return { ...drawn, parkedIn: 'where it is', ending };
  const parkedIn = prng.chance(0.42) ? versionNamed(versions, '4.3.0') : null;
  const late = drawn.created > versionNamed(versions, '4.2.0').stabilisationAt;
  return { ...drawn, target: late ? parkedIn : drawn.target, parkedIn, ending };
};

/** Plans for defects reported at these instants (oldest first), of which `openCount` are still open at the sandbox's start. */
export const plannedDefects = (
  createdAt: readonly number[],
  openCount: number,
  versions: readonly PlannedVersion[],
  prng: Prng,
): DefectPlan[] => {
  const drawn = createdAt.map((created) => drawDefect(created, versions, prng));
  const paces = drawn.map(({ severity }) => resolutionTime(severity, prng));
  const open = mostOverrun(drawn, paces, openCount);
  const plans: DefectPlan[] = [];
  drawn.forEach((defect, index) => {
    const pace = paces[index] ?? DAY;
    // Duplicates are found among the last reports; looking further back would only cost time.
    const ending = open.has(index) ? openEnding(defect, pace, prng) : closedEnding(defect, pace, plans.slice(-60), prng);
    plans.push(planOf(defect, ending, versions, prng));
  });
  return plans;
};
