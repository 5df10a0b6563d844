import Button from '@atlaskit/button/new';
import { useCallback, useEffect, useId, useRef, type ReactElement } from 'react';
import type { DefectAgingView } from '../../../../../src/contracts/aging';
import { call } from '../../bridge/call';
import { daysWords, rankWords } from '../../shared/aging-words';
import { IssueLink } from '../../shared/jira-link';
import { Loading } from '../../shared/loading';
import { SeverityMark } from '../../shared/severity-mark';
import { NoAnswer } from '../no-answer';
import { usePersonNames } from '../triage/person-names';
import { useFollowed } from '../use-followed';

interface Props {
  readonly issueId: string;
  readonly issueKey: string;
  /** The base day; null for now. */
  readonly day: string | null;
  readonly revision: string;
  readonly onClose: () => void;
}

/** The defect behind a dot: where its days went. It takes the focus when it opens, and gives it back when it closes. */
export function DefectDetail({ issueId, issueKey, day, revision, onClose }: Props): ReactElement {
  const id = useId();
  const heading = useRef<HTMLHeadingElement>(null);
  const read = useCallback(() => call('defectAging', { issueId, day }), [issueId, day]);
  const { view, problem, reload } = useFollowed(read, revision);
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
        <Spent view={view} />
      ) : (
        <p className="subtle">{view.kind === 'closed' ? 'It is done by now.' : 'Its history has not been read yet.'}</p>
      )}
    </section>
  );
}

function Spent({ view }: { view: Extract<DefectAgingView, { kind: 'open' }> }): ReactElement {
  const { severity, status, days, statusDays, rank, assignee, spent } = view;
  const nameOf = usePersonNames([assignee]);
  const longest = Math.max(0.01, ...spent.map((one) => one.days));
  return (
    <>
      <p className="oldest-facts">
        <SeverityMark severity={severity === 'none' ? null : severity} short />
        <span>
          {daysWords(days)} old, {rankWords(rank, severity)}
        </span>
        <span>
          in {status} for {daysWords(statusDays)}
        </span>
        <span>{assignee === null ? 'nobody has it' : nameOf(assignee)}</span>
      </p>
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
