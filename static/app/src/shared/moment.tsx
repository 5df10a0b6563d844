import type { ReactElement } from 'react';
import { usePage } from './page-context';
import { useServerNow } from './server-clock';
import { relativeWords } from './time-words';

/** `09:02`, in the viewer's time zone; the tooltip names the day and the zone. */
export function ClockTime({ at }: { at: string }): ReactElement {
  const { format } = usePage();
  return (
    <time dateTime={at} title={format.full(at)}>
      {format.clock(at, useServerNow())}
    </time>
  );
}

/** `3 minutes ago`, kept up to date. */
export function RelativeTime({ at }: { at: string }): ReactElement {
  const { format } = usePage();
  return (
    <time dateTime={at} title={format.full(at)}>
      {relativeWords(at, useServerNow())}
    </time>
  );
}
