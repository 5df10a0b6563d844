import { useCallback, type ReactElement } from 'react';
import type { DefectAgingView } from '../../../../src/contracts/aging';
import { call } from '../bridge/call';
import { useFollowed } from '../project/use-followed';
import { daysWords, rankWords } from '../shared/aging-words';
import { AgeBar, StatusDays } from './age-chart';
import { Roomy } from './roomy';
import './aging-line.css';

type Open = Extract<DefectAgingView, { kind: 'open' }>;

const room = `In this status for 1,000 days; open for 1,000 days: ${rankWords(80, 'S2', 'longer')}`;

/**
 * How long an open defect has been in its status and in all, against closed ones of its severity, and where its days went. It takes its room
 * before that is known, and keeps it where nobody can say.
 */
export function AgingLine({ issueId, revision }: { issueId: string; revision: string }): ReactElement | null {
  const read = useCallback(() => call('defectAging', { issueId }), [issueId]);
  const { view, problem } = useFollowed(read, revision);
  if (view?.kind === 'closed') return null;
  const open = view?.kind === 'open' ? view : null;
  return (
    <dl className="facts" data-panel="aging" aria-busy={view === null && problem === null}>
      <div>
        <dt>Age</dt>
        <dd>
          <Roomy room={room}>
            {open === null ? <Unknown isRead={view !== null} isFailed={problem !== null} /> : wordsOf(open)}
          </Roomy>
          <AgeBar view={open} />
        </dd>
      </div>
      <div>
        <dt>Where it waited</dt>
        <dd>
          <StatusDays view={open} />
        </dd>
      </div>
    </dl>
  );
}

function wordsOf({ days, statusDays, rank, severity }: Open): string {
  return `In this status for ${daysWords(statusDays)}; open for ${daysWords(days)}: ${rankWords(rank, severity, 'longer')}`;
}

function Unknown({ isRead, isFailed }: { isRead: boolean; isFailed: boolean }): ReactElement | null {
  if (isRead) return <span className="subtle">Not known yet: its history is still being read</span>;
  return isFailed ? <span className="subtle">Its age cannot be read just now</span> : null;
}
