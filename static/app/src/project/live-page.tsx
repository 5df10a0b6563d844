import { useEffect, type ReactElement, type ReactNode } from 'react';
import { nameWindow } from '../bridge/jira-pages';
import { WaitingProvider } from '../chart/waiting';
import { Loading } from '../shared/loading';
import { RelativeTime } from '../shared/moment';
import { ProblemNotice } from '../shared/problem-notice';
import type { Live } from '../shared/use-live-view';

interface Props<View> {
  readonly title: string;
  readonly live: Live<View>;
  /** Beneath the title; null while there is no view. */
  readonly summary: (view: View | null) => ReactNode;
  /** What is on its way, as the end of "Loading …", and the heights of its outline in pixels. */
  readonly loading: { readonly what: string; readonly heights: readonly number[] };
  readonly className?: string;
  readonly children: (view: View) => ReactNode;
}

/** A page of a project that follows what is stored: its title, whether anything answers, and the view, or what stands in its way. */
export function LivePage<View>({ title, live, summary, loading, className = '', children }: Props<View>): ReactElement {
  const { view, problem, silentSince, reload } = live;
  const waiting = live.waiting && silentSince === null;
  useEffect(() => nameWindow(`${title} - Holdpoint`), [title]);
  return (
    <div className={`stack ${className}`.trim()}>
      <header className="page-head">
        <div className="stack stack-tight">
          <h1>{title}</h1>
          {summary(view)}
        </div>
        {silentSince !== null && (
          <span className="data-age data-age-silent">
            No answer since <RelativeTime at={silentSince} />
          </span>
        )}
        <span className="unseen" role="status">
          {waiting ? 'Working it out …' : ''}
        </span>
      </header>
      {problem !== null ? (
        <ProblemNotice problem={problem} retry={() => void reload()} />
      ) : view === null ? (
        <Loading {...loading} />
      ) : (
        <WaitingProvider value={waiting}>{children(view)}</WaitingProvider>
      )}
    </div>
  );
}
