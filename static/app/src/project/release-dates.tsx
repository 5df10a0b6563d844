import type { ReactElement } from 'react';
import { usePage } from '../shared/page-context';
import { daysLeftWords } from '../shared/time-words';

/** `12 Nov 2026, in 5 days`; late ones stand out in words and colour. */
export function ReleaseDates({ date, daysLeft }: { date: string | null; daysLeft: number | null }): ReactElement {
  const { format } = usePage();
  if (date === null) return <span className="subtle">No release date</span>;
  return (
    <span className="release-date">
      <time dateTime={date}>{format.date(date)}</time>
      {daysLeft !== null && <strong className={daysLeft < 0 ? 'late' : undefined}>{daysLeftWords(daysLeft)}</strong>}
    </span>
  );
}
