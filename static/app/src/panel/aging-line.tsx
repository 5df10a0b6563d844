import { useCallback, type ReactElement } from 'react';
import type { DefectAgingView } from '../../../../src/contracts/aging';
import { call } from '../bridge/call';
import { useFollowed } from '../project/use-followed';
import { daysWords, rankWords, referenceWords } from '../shared/aging-words';
import './aging-line.css';

/** How long an open defect has been in its status and in all, against closed ones of its severity. */
export function AgingLine({ issueId, revision }: { issueId: string; revision: string }): ReactElement | null {
  const read = useCallback(() => call('defectAging', { issueId }), [issueId]);
  const { view, problem } = useFollowed(read, revision);
  if (problem !== null || view?.kind === 'closed') return null;
  return (
    <dl className="facts" data-panel="aging">
      <div>
        <dt>Age</dt>
        <dd>
          {view === null ? (
            <Expected />
          ) : view.kind === 'unknown' ? (
            <span className="subtle">Not known yet: its history is still being read</span>
          ) : (
            <Age view={view} />
          )}
        </dd>
      </div>
    </dl>
  );
}

/** Takes the room that the answer will take, so that nothing below moves away from under a pointer. */
function Expected(): ReactElement {
  return (
    <div className="age-expected" aria-hidden="true">
      In this status for 10 days; open for 30 days: {rankWords(80, 'S2', 'longer')}
      <div className="age-bar" />
    </div>
  );
}

function Age({ view }: { view: Extract<DefectAgingView, { kind: 'open' }> }): ReactElement {
  const { days, statusDays, rank, severity } = view;
  return (
    <>
      In this status for {daysWords(statusDays)}; open for {daysWords(days)}: {rankWords(rank, severity, 'longer')}
      <AgeBar view={view} />
    </>
  );
}

/** The age as a bar on the scale of the closed ones, with a tick at each percentile; nothing where too few are closed. */
function AgeBar({ view: { days, reference } }: { view: Extract<DefectAgingView, { kind: 'open' }> }): ReactElement | null {
  const { p50, p85, p95 } = reference;
  if (p50 === null || p85 === null || p95 === null) return null;
  const end = Math.max(days, p95) * 1.05;
  const at = (value: number): string => `${end === 0 ? 0 : (100 * value) / end}%`;
  return (
    <div className="age-bar" role="img" aria-label={`Open for ${daysWords(days)}; ${referenceWords(reference)}`}>
      <span className="age-bar-days" data-late={days > p85} style={{ width: at(days) }} />
      {[p50, p85, p95].map((value, n) => (
        <span key={n} className="age-bar-tick" style={{ insetInlineStart: at(value) }} />
      ))}
    </div>
  );
}
