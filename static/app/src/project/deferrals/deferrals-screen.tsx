import { useCallback, useEffect, useRef, useState, type ReactElement } from 'react';
import type { DeferralsView } from '../../../../../src/contracts/deferrals';
import { call } from '../../bridge/call';
import { nameWindow } from '../../bridge/jira-pages';
import { Loading } from '../../shared/loading';
import { RelativeTime } from '../../shared/moment';
import { ProblemNotice } from '../../shared/problem-notice';
import { useLiveView } from '../../shared/use-live-view';
import { toggled } from '../bulk/toggled';
import type { DeferralFilters } from '../route';
import { BulkApprove } from './bulk-approve';
import { chosenRows } from './choose-rows';
import { DeferralFiltersBar } from './deferral-filters';
import { DeferralList } from './deferral-list';
import { DeferralSums } from './deferral-sums';
import { ExportDeferrals } from './export-deferrals';
import { NoDeferrals } from './no-deferrals';
import { waitingWords } from './register-words';
import '../../deferral/deferral.css';
import './deferrals.css';

/** The register: which defects may wait, who says so, until when, and what releases carry because of it. */
export function DeferralsScreen({ projectId, filters }: { projectId: string; filters: DeferralFilters }): ReactElement {
  const { view, problem, silentSince, reload } = useLiveView(
    useCallback(() => call('deferrals', { projectId }), [projectId]),
    projectId,
  );
  useEffect(() => nameWindow('Deferrals - Holdpoint'), []);
  const isEmpty = view !== null && view.rows.length + view.hidden === 0;
  return (
    <div className="stack">
      <header className="page-head">
        <div className="stack stack-tight">
          <h1>Deferrals</h1>
          {view === null ? (
            <p className="subtle">Which defects may wait for a later release, who says so, and until when.</p>
          ) : (
            !isEmpty && <p className="summary">{waitingWords(view.sums)}</p>
          )}
        </div>
        {view !== null && !isEmpty && <ExportDeferrals projectId={projectId} />}
        {silentSince !== null && (
          <span className="data-age data-age-silent">
            No answer since <RelativeTime at={silentSince} />
          </span>
        )}
      </header>
      {problem !== null ? (
        <ProblemNotice problem={problem} retry={() => void reload()} />
      ) : view === null ? (
        <Loading what="the deferrals" heights={[64, 96, 96, 96]} />
      ) : isEmpty ? (
        <NoDeferrals />
      ) : (
        <Register view={view} filters={filters} reload={reload} />
      )}
    </div>
  );
}

interface RegisterProps {
  readonly view: DeferralsView;
  readonly filters: DeferralFilters;
  readonly reload: () => Promise<void>;
}

function Register({ view, filters, reload }: RegisterProps): ReactElement {
  const [said, setSaid] = useState('');
  const [picked, setPicked] = useState<ReadonlySet<string>>(new Set());
  const status = useRef<HTMLParagraphElement>(null);
  const rows = chosenRows(view, filters);
  const approvable = rows.filter(({ may }) => may.approve);
  const chosen = approvable.filter(({ id }) => picked.has(id));
  // The button that did it is gone: whoever uses the keyboard goes on from what was done.
  const done = (sentence: string): void => {
    void reload().then(() => {
      setSaid(sentence);
      setTimeout(() => status.current?.focus());
    });
  };
  return (
    <>
      <DeferralSums view={view} />
      <DeferralFiltersBar view={view} filters={filters} />
      <p ref={status} tabIndex={-1} role="status" className="register-said">
        {said}
      </p>
      <BulkApprove
        projectId={view.project.id}
        rows={approvable}
        chosen={chosen}
        pick={(ids) => setPicked(new Set(ids))}
        onDone={done}
      />
      {rows.length === 0 ? (
        <p className="subtle nothing">No deferral fits this choice.</p>
      ) : (
        <DeferralList
          key={`${filters.show} ${filters.release ?? ''}`}
          projectId={view.project.id}
          rows={rows}
          picked={picked}
          pick={approvable.length > 1 || chosen.length > 0 ? (id) => setPicked(toggled(picked, id)) : null}
          onDone={done}
        />
      )}
      <Unseen view={view} />
    </>
  );
}

function Unseen({ view: { hidden, more } }: { view: DeferralsView }): ReactElement | null {
  if (hidden === 0 && !more) return null;
  return (
    <div className="subtle">
      {hidden > 0 && (
        <p>
          {hidden === 1 ? 'There is 1' : `There are ${hidden.toLocaleString('en')}`} more that you may not see: Jira hides the
          defects from you. No sum counts them.
        </p>
      )}
      {more && <p>Of those that are over only the newest are listed; an export has more of them.</p>}
    </div>
  );
}
