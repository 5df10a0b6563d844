import type { ReactElement } from 'react';
import { usePage } from './page-context';
import { useServerNow } from './server-clock';

/** A moment that may lie years back: `09:02`, `12 Nov, 09:02`, or `12 Nov 2025`; the tooltip has all of it. */
export function ToldTime({ at }: { at: string }): ReactElement {
  const { format } = usePage();
  const now = useServerNow();
  const isThisYear = new Date(at).getUTCFullYear() === new Date(now).getUTCFullYear();
  return (
    <time dateTime={at} title={format.full(at)}>
      {isThisYear ? format.clock(at, now) : format.date(at)}
    </time>
  );
}
