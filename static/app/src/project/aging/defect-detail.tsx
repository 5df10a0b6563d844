import Button from '@atlaskit/button/new';
import { useCallback, useEffect, useId, useMemo, useRef, type ReactElement } from 'react';
import type { DefectAgingView } from '../../../../../src/contracts/aging';
import { call } from '../../bridge/call';
import { daysWords, rankWords } from '../../shared/aging-words';
import { IssueLink } from '../../shared/jira-link';
import { Loading } from '../../shared/loading';
import { usePage } from '../../shared/page-context';
import { SeverityMark } from '../../shared/severity-mark';
import { standsAlone } from '../../shared/stands-alone';
import { NoAnswer } from '../no-answer';
import { usePersonNames } from '../triage/person-names';
import { useFollowed } from '../use-followed';
import { NextStep, OwnerNow } from './owner-and-step';
import { useSteps, type StepRow } from './use-steps';

interface Props {
  readonly projectId: string;
  readonly issueId: string;
  readonly issueKey: string;
  /** The base day; null for now. */
  readonly day: string | null;
  readonly revision: string;
  readonly onClose: () => void;
}

/** The defect behind a dot: where its days went. It takes the focus when it opens, and gives it back when it closes. */
export function DefectDetail({ projectId, issueId, issueKey, day, revision, onClose }: Props): ReactElement {
  const id = useId();
  const heading = useRef<HTMLHeadingElement>(null);
  const read = useCallback(() => call('defectAging', { issueId, day }), [issueId, day]);
  const { view, problem, reload } = useFollowed(read, revision);
  const asked = useMemo(() => (standsAlone ? [] : [issueId]), [issueId]);
  const step = useSteps(projectId, asked, revision)?.get(issueId);
  useEffect(() => {
    const before = document.activeElement;
    heading.current?.focus({ preventScroll: true });
    heading.current?.scrollIntoView({ block: 'nearest' });
    return () => (before instanceof HTMLElement ? before.focus({ preventScroll: true }) : undefined);
  }, []);
  return (
    <section className="drill-down" aria-labelledby={id} data-section="defect">
      <div className="section-head chart-head">
        <h2 id={id} ref={heading} tabIndex={-1}>
          <IssueLink issueKey={issueKey} /> {view?.kind === 'open' && view.summary}
        </h2>
        <Button spacing="compact" onClick={onClose}>
          Close
        </Button>
      </div>
      {problem !== null ? (
        <NoAnswer problem={problem} retry={() => void reload()} />
      ) : view === null ? (
        <Loading what="where its days went" heights={[20, 64]} />
      ) : view.kind === 'open' ? (
        <Spent view={view} step={step} />
      ) : (
        <p className="subtle">{view.kind === 'closed' ? 'It is done by now.' : 'Its history has not been read yet.'}</p>
      )}
    </section>
  );
}

function Spent({ view, step }: { view: Extract<DefectAgingView, { kind: 'open' }>; step: StepRow | undefined }): ReactElement {
  const { format } = usePage();
  const { severity, status, days, statusDays, rank, assignee, spent } = view;
  const nameOf = usePersonNames([assignee]);
  const longest = Math.max(0.01, ...spent.map((one) => one.days));
  return (
    <>
      <p className="oldest-facts">
        <SeverityMark severity={severity === 'none' ? null : severity} short />
        <span>
          {daysWords(days)} old, since {format.date(view.since)}, {rankWords(rank, severity)}
        </span>
        <span>
          in {status} for {daysWords(statusDays)}
        </span>
        {standsAlone && <span>{assignee === null ? 'nobody has it' : nameOf(assignee)}</span>}
      </p>
      {!standsAlone && (
        <>
          <OwnerNow row={step} assignee={assignee === null ? null : nameOf(assignee)} />
          <NextStep row={step} />
        </>
      )}
      <h3>Days in each status</h3>
      <ul className="spent">
        {spent.map((one) => (
          <li key={one.status}>
            <span>{one.status}</span>
            <span className="spent-bar" aria-hidden="true">
              <span style={{ width: `${(100 * one.days) / longest}%` }} />
            </span>
            <span>{daysWords(one.days)}</span>
          </li>
        ))}
      </ul>
    </>
  );
}
