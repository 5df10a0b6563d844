import { useCallback, type ReactElement } from 'react';
import { call } from '../bridge/call';
import { useFollowed } from '../project/use-followed';
import { usePage } from '../shared/page-context';
import { nextWords, untilWords } from './owner-words';

/** Who owns the defect now and why, and who is told next while nobody decides. */
export function OwnerLine({ issueId, revision }: { issueId: string; revision: string }): ReactElement | null {
  const { context, format } = usePage();
  const read = useCallback(() => call('ownership', { issueId }), [issueId]);
  const { view } = useFollowed(read, revision);
  if (view === null || view.owner === null) return null;
  const { name, why, until } = view.owner;
  const next = nextWords(view);
  return (
    <dl className="facts" data-panel="owner">
      <div>
        <dt>Owner now</dt>
        <dd>
          {name ?? 'Somebody'}: {why}
          {until !== null && (
            <>
              , until{' '}
              <time dateTime={until} title={format.full(until)}>
                {untilWords(until, view.now, context.locale, context.timezone)}
              </time>
            </>
          )}
          {next !== null && <span className="subtle">. {next}</span>}
        </dd>
      </div>
    </dl>
  );
}
