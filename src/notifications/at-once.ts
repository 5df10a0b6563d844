import { sha256 } from '../kernel/hash';
import type { Instant } from '../kernel/instant';
import { contentOf } from './content';
import type { Message } from './message';
import type { Told } from './messages';
import { quietUntil } from './quiet-hours';
import type { NotificationRules } from './rules';

const rules = {
  'line-stopped': { id: 'stop-the-line', name: 'The line is stopped' },
  'line-drilled': { id: 'stop-the-line', name: 'A drill of stopping the line' },
  'released-while-held': { id: 'past-its-gate', name: 'A release went past its gate' },
} as const;

/**
 * The message to those who answer for a release whose line is stopped, or that went past its gate. It needs no rule of an admin and gathers nothing, but keeps to the
 * switch and to quiet hours, through which an S1 may break where an admin says so.
 * @param issueId where it stands; null where there is no place
 * @returns null while messages are switched off
 */
export function messageAtOnce(
  occurrence: Told & { readonly event: keyof typeof rules },
  issueId: string | null,
  { on, quiet }: NotificationRules,
  now: Instant,
): Message | null {
  if (!on) return null;
  const breaks = quiet?.breakThrough === true && occurrence.severity === 'S1';
  const about = occurrence.releases.map(({ id }) => id);
  return {
    ...{ id: sha256(`at-once:${occurrence.projectId}:${occurrence.id}`).slice(0, 32), issueId, digest: false },
    at: breaks ? now : (quietUntil(quiet, now) ?? now),
    parts: [
      {
        rule: rules[occurrence.event],
        subject: `release:${about[0] ?? ''}`,
        to: [{ kind: 'named' }, { kind: 'owner' }, { kind: 'assignee' }],
        channels: ['comment'],
        content: contentOf(occurrence, about),
      },
    ],
  };
}
