import { useEffect, useState, type ReactElement } from 'react';
import type { ReadersView } from '../../../../../src/contracts/decisions';
import type { Answer } from '../../../../../src/contracts/screen';
import { call } from '../../bridge/call';
import { Loading } from '../../shared/loading';
import { usePage } from '../../shared/page-context';
import { ProblemNotice } from '../../shared/problem-notice';
import { useNarrow } from '../../shared/use-narrow';
import { ReaderCards, ReaderTable } from './reader-rows';
import { useNames } from './use-names';

/** Who opened and exported what of the project: read anew whenever somebody opens it. */
export function Readers({ projectId }: { projectId: string }): ReactElement {
  const [open, setOpen] = useState(false);
  return (
    <details className="readers" onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <summary>Who has read and exported</summary>
      {open && <OpenReaders projectId={projectId} />}
    </details>
  );
}

function OpenReaders({ projectId }: { projectId: string }): ReactElement {
  const [answer, setAnswer] = useState<Answer<ReadersView> | null>(null);
  const [attempt, setAttempt] = useState(0);
  useEffect(() => {
    let shown = true;
    void call('readers', { projectId }).then((answered) => (shown ? setAnswer(answered) : undefined));
    return () => void (shown = false);
  }, [projectId, attempt]);
  if (answer === null) return <Loading what="who has read and exported" heights={[32, 32, 32]} />;
  if (answer.kind !== 'ok') return <ProblemNotice problem={answer} retry={() => setAttempt(attempt + 1)} />;
  return <ReaderList view={answer.view} />;
}

function ReaderList({ view: { rows, more, sinceDay } }: { view: ReadersView }): ReactElement {
  const { format } = usePage();
  const narrow = useNarrow();
  const names = useNames(rows.flatMap(({ who }) => (who.accountId === null ? [] : [who.accountId])));
  const since = <time dateTime={sinceDay}>{format.date(sinceDay)}</time>;
  if (rows.length === 0) return <p className="subtle nothing">Nobody has opened or exported anything since {since}.</p>;
  return (
    <div className="stack stack-tight">
      <p className="subtle small">
        Since {since}, the newest first; a line a day for each person and screen.
        {more && ` Only the newest ${rows.length} lines are shown.`}
      </p>
      {narrow ? <ReaderCards rows={rows} names={names} /> : <ReaderTable rows={rows} names={names} />}
    </div>
  );
}
