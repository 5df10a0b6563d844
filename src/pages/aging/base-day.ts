import { day, plus } from '../../kernel/instant';
import type { Instant } from '../../kernel/instant';

/** The day (UTC) that a screen looks at, and the moment: its end, or now. */
export interface BaseDay {
  readonly day: string;
  readonly at: Instant;
  readonly isToday: boolean;
}

/** @param wanted null for today; days before the first or after today become those @param firstDay of the first defect */
export function baseDay(wanted: string | null, firstDay: string, now: Instant): BaseDay {
  const today = now.slice(0, 10);
  if (wanted === null || wanted >= today) return { day: today, at: now, isToday: true };
  const chosen = wanted < firstDay ? firstDay : wanted;
  if (chosen >= today) return { day: today, at: now, isToday: true };
  return { day: chosen, at: plus(`${chosen}T00:00:00.000Z`, day - 1), isToday: false };
}
