import type { z } from 'zod';
import { notificationRulesSchema } from '../../contracts/notification-settings';
import type { previewNotificationsViewSchema } from '../../contracts/notification-settings';
import { day, plus } from '../../kernel/instant';
import type { Instant } from '../../kernel/instant';
import { wouldHaveTold } from '../preview';
import { occurrencesSince } from './message-store';

const lookedBack = 30 * day;
const mostOccurrences = 5000;

/** What rules would have told in the last 30 days, from what was kept of them. Changes nothing. @param document rules as the screen has them */
export async function previewNotifications(
  document: unknown,
  now: Instant,
): Promise<z.input<typeof previewNotificationsViewSchema>> {
  const parsed = notificationRulesSchema.safeParse(document);
  if (!parsed.success) {
    const problems = parsed.error.issues.map(({ path, message }) => ({ path: path.join('.'), message }));
    return { kind: 'invalid', problems };
  }
  const occurrences = await occurrencesSince(plus(now, -lookedBack), mostOccurrences);
  const { rules, messages, days, busiest, newest } = wouldHaveTold(parsed.data, occurrences, now);
  return {
    ...{ kind: 'preview', since: occurrences[0]?.at ?? now, now, messages, days, busiest },
    rules: rules.map((rule) => ({ ...rule, to: [...rule.to] })),
    newest: [...newest],
  };
}
