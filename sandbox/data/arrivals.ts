import type { Prng } from './prng';
import { DAY, HOUR, SANDBOX_START_MS } from './time';
import type { PlannedVersion } from './versions';

const FROM = Date.parse('2025-05-05');
/** The week-end before the sandbox's start belongs to the release that is held; see held-release.ts. */
const TO = Date.parse('2026-10-31');

/** Sunday first. */
const WEEKDAYS = [0.12, 1.2, 1.15, 1.1, 1.05, 0.85, 0.16];

const holidays = (day: number): number => {
  const date = new Date(day).toISOString().slice(5, 10);
  if (date >= '12-24' || date <= '01-02') return 0.2;
  if (date >= '07-20' && date <= '08-10') return 0.7;
  // The season of sales brings customers, and with them reports.
  return date >= '11-20' && date <= '12-15' ? 1.5 : 1;
};

const aroundRelease = (day: number, version: PlannedVersion): number => {
  const days = (day - version.releaseAt) / DAY;
  if (days >= 0 && days < 10) return version.bad ? 6 : version.hotfix ? 1.3 : 1.9;
  return day >= version.stabilisationAt && days < 0 ? (version.hotfix ? 1.1 : 1.6) : 1;
};

interface DayShare {
  readonly day: number;
  readonly share: number;
}

const dayShares = (versions: readonly PlannedVersion[]): DayShare[] => {
  const shares: DayShare[] = [];
  for (let day = FROM; day < TO; day += DAY) {
    const weekday = WEEKDAYS[new Date(day).getUTCDay()] ?? 1;
    const growth = 0.8 + (0.4 * (day - FROM)) / (TO - FROM);
    const releases = versions.reduce((product, version) => product * aroundRelease(day, version), 1);
    shares.push({ day, share: weekday * growth * holidays(day) * releases });
  }
  return shares;
};

const timeOfDay = (prng: Prng): number => (prng.chance(0.86) ? 7 * HOUR + prng.next() * 10 * HOUR : prng.next() * 24 * HOUR);

/**
 * When defects are reported (milliseconds, oldest first): fewer at week-ends and in holidays, more while a release is
 * stabilised and after it is out, many after the bad one.
 */
export const arrivals = (count: number, versions: readonly PlannedVersion[], prng: Prng): number[] => {
  const shares = dayShares(versions);
  const cumulated: number[] = [];
  let sum = 0;
  for (const { share } of shares) cumulated.push((sum += share));
  const latest = SANDBOX_START_MS - 2 * DAY;
  const dayAt = (target: number): number => {
    let low = 0;
    let high = cumulated.length - 1;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((cumulated[middle] ?? 0) < target) low = middle + 1;
      else high = middle;
    }
    return shares[low]?.day ?? FROM;
  };
  return Array.from({ length: count }, () => Math.min(latest, Math.round(dayAt(prng.next() * sum) + timeOfDay(prng)))).toSorted(
    (a, b) => a - b,
  );
};
