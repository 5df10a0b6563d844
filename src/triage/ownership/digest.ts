import { officeHours, workingDay } from '../../governance';
import type { Instant } from '../../kernel/instant';
import { isAvailable } from './absence';
import { calendarNamed } from './config';
import type { OwnershipConfig } from './config';

/** One line of what waits for a person. */
export interface DigestItem {
  /** Under which it stands, e.g. `Escalated to you`. */
  readonly heading: string;
  readonly line: string;
  /** Whether its issue is resolved by now: it is left out. */
  readonly resolved: boolean;
}

/** What one person is sent, once a day. */
export interface Digest {
  readonly accountId: string;
  /** The date where the person is, `2026-11-02`: to be kept as the last day on which a digest was sent. */
  readonly day: string;
  readonly subject: string;
  readonly sections: readonly { readonly heading: string; readonly lines: readonly string[] }[];
  /** `and 12 more`; null where everything stands above. */
  readonly rest: string | null;
}

/** In all sections together. */
const mostLines = 20;

/**
 * The digests that are due: of everybody whose working day has begun, for whom something waits, and who has had none on this day. Nobody
 * is sent one on a day off or while away.
 * @param waiting by account id
 * @param lastSentDay `2026-11-02` by account id, as Digest.day was
 */
export function digestsDue(
  config: OwnershipConfig,
  waiting: ReadonlyMap<string, readonly DigestItem[]>,
  lastSentDay: ReadonlyMap<string, string>,
  now: Instant,
): readonly Digest[] {
  return [...waiting].flatMap(([accountId, all]) => {
    const items = all.filter(({ resolved }) => !resolved);
    if (items.length === 0 || !isAvailable(config, accountId, Date.parse(now))) return [];
    const calendar = calendarNamed(config, config.people.get(accountId)?.calendar ?? null) ?? officeHours(config.zone);
    const { date, begins } = workingDay(calendar, now);
    // Who travels west has the same day again.
    if (begins === null || now < begins || (lastSentDay.get(accountId) ?? '') >= date) return [];
    return [digestOf(accountId, date, items)];
  });
}

function digestOf(accountId: string, day: string, items: readonly DigestItem[]): Digest {
  const headings = [...new Set(items.map(({ heading }) => heading))];
  const sorted = headings.flatMap((heading) => items.filter((item) => item.heading === heading));
  const shown = sorted.slice(0, mostLines);
  const sections = headings
    .map((heading) => ({ heading, lines: shown.filter((item) => item.heading === heading).map(({ line }) => line) }))
    .filter(({ lines }) => lines.length > 0);
  const more = sorted.length - shown.length;
  const subject = items.length === 1 ? 'One thing waits for you' : `${items.length} things wait for you`;
  return { accountId, day, subject, sections, rest: more === 0 ? null : `and ${more} more` };
}
