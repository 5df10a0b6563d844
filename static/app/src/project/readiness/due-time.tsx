import type { ReactElement } from 'react';
import { usePage } from '../../shared/page-context';
import { useServerNow } from '../../shared/server-clock';
import { dueWords } from '../../shared/time-words';

/** When a defect should be resolved by the target of its severity; overdue ones stand out in words and colour. */
export function DueTime({ dueAt }: { dueAt: string | null }): ReactElement {
  const { format } = usePage();
  const now = useServerNow();
  if (dueAt === null) return <span className="subtle">No target</span>;
  return (
    <time dateTime={dueAt} title={format.full(dueAt)} className={Date.parse(dueAt) < now ? 'late' : undefined}>
      {dueWords(dueAt, now)}
    </time>
  );
}
