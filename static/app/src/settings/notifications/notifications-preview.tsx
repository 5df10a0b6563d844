import type { ReactElement } from 'react';
import type { NotificationsPreview } from '../../../../../src/contracts/notification-settings';
import { RelativeTime } from '../../shared/moment';
import type { Preview } from './use-notifications-preview';

/** What the rules would have told. */
export function NotificationsPreviewCard({ preview }: { preview: Preview }): ReactElement {
  return (
    <div className="told-preview" role="status" aria-label="What these rules would have told">
      {preview === null && <p className="subtle">Working out what these rules would have told…</p>}
      {preview === 'invalid' && <p className="subtle">Mend what is marked above to see what these rules would have told.</p>}
      {preview !== null && preview !== 'invalid' && preview.kind !== 'preview' && (
        <p className="subtle">What these rules would have told cannot be worked out now: {preview.message}</p>
      )}
      {preview !== null && preview !== 'invalid' && preview.kind === 'preview' && <Told preview={preview} />}
    </div>
  );
}

const times = (count: number, what: string): string => `${count} ${what}${count === 1 ? '' : 's'}`;

function Told({ preview: { messages, days, busiest, rules, newest, since } }: { preview: NotificationsPreview }): ReactElement {
  return (
    <>
      <p>
        <strong>In the last 30 days this would have told {times(messages, 'message')}</strong>
        {messages > 0 && ` on ${times(days, 'day')}`}
        {busiest !== null && messages > 1 && `, ${busiest.messages} on the busiest, ${busiest.day}`}.
      </p>
      <p className="subtle">
        Worked out from what happened since Holdpoint began to keep it, <RelativeTime at={since} />.
      </p>
      <ul className="told-rules">
        {rules.map(({ ruleId, name, to, messages: told, occurrences, nowhere }) => (
          <li key={ruleId}>
            <strong>{name}</strong>: {times(told, 'message')} about {times(occurrences, 'event')}, to{' '}
            {to.length === 0 ? 'nobody by name' : to.join(', ')}.
            {nowhere > 0 && ` ${nowhere} could not have been told: the release has no release ticket.`}
          </li>
        ))}
      </ul>
      {newest.length > 0 && (
        <details>
          <summary>The newest messages</summary>
          <ol className="told-newest">
            {newest.map(({ at, text }, index) => (
              <li key={index}>
                <RelativeTime at={at} />
                <pre>{text}</pre>
              </li>
            ))}
          </ol>
        </details>
      )}
    </>
  );
}
