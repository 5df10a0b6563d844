import type { ReactElement } from 'react';
import type { TriageRow } from '../../../../../src/contracts/triage-row';
import { useServerNow } from '../../shared/server-clock';
import { SeverityMark } from '../../shared/severity-mark';
import { ageWords, dueWords } from '../../shared/time-words';
import { RowList, type Column } from '../row-list';
import { ShowMore } from '../show-more';
import { clockWords, cycleNames, isPast } from './triage-words';

interface Props {
  readonly rows: readonly TriageRow[];
  /** Whether Holdpoint has read the project: only then is an empty queue one. */
  readonly isRead: boolean;
  readonly nameOf: (person: string | null) => string;
  readonly onOpen: (defectId: string) => void;
  readonly isChosen: (defectId: string) => boolean;
  /** Chooses one, or no longer; null where there is nothing to choose from. */
  readonly onChoose: ((defectId: string) => void) | null;
  /** Stands above the rows. @param shown those that are */
  readonly bar: (shown: readonly TriageRow[]) => ReactElement | null;
}
const first = 25;
const dayMs = 86_400_000;

/** What waits, in the order in which it is taken. */
export function QueueList({ rows, isRead, nameOf, onOpen, isChosen, onChoose, bar }: Props): ReactElement {
  if (rows.length === 0)
    return (
      <>
        {bar([])}
        {isRead ? <NothingWaits /> : <NotReadYet />}
      </>
    );
  const hasOwners = rows.some(({ owner }) => owner !== null);
  const columns: readonly Column<TriageRow>[] = [
    {
      name: 'Defect',
      head: true,
      cell: (row) => <Defect row={row} onOpen={onOpen} isChosen={isChosen(row.defectId)} onChoose={onChoose} />,
    },
    {
      name: 'Severity',
      cell: ({ severity }) => (
        <span className="one-line">
          <SeverityMark severity={severity} short />
        </span>
      ),
    },
    {
      name: 'Score',
      cell: ({ score }) => (score === null ? <span className="subtle">None yet</span> : <strong>{Math.round(score)}</strong>),
    },
    { name: 'To decide', cell: (row) => <Clock row={row} /> },
    { name: 'To be resolved', cell: (row) => <Due row={row} /> },
    { name: 'Age', cell: (row) => <Age row={row} /> },
    ...(hasOwners
      ? [
          {
            name: 'Owner',
            cell: ({ owner }: TriageRow) => (owner === null ? <span className="subtle">Nobody known</span> : nameOf(owner)),
          },
        ]
      : []),
  ];
  return (
    <ShowMore rows={rows} first={first} what="defects">
      {(shown) => (
        <>
          {bar(shown)}
          <RowList caption="Waiting for a decision" columns={columns} rows={shown} keyOf={({ defectId }) => defectId} />
        </>
      )}
    </ShowMore>
  );
}

interface DefectProps extends Pick<Props, 'onOpen' | 'onChoose'> {
  readonly row: TriageRow;
  readonly isChosen: boolean;
}

function Defect({ row, onOpen, isChosen, onChoose }: DefectProps): ReactElement {
  const { defectId, key, summary, decision, recommendation, question, disagreement } = row;
  return (
    <div className="queue-pick">
      {onChoose !== null && (
        <input
          type="checkbox"
          aria-label={`Choose ${key}`}
          data-triage-choose={defectId}
          checked={isChosen}
          onChange={() => onChoose(defectId)}
        />
      )}
      <div className="cell-lines queue-defect">
        <button type="button" className="queue-open" data-triage-row={defectId} onClick={() => onOpen(defectId)}>
          <span className="issue-key">{key}</span> {summary}
        </button>
        {disagreement && <span className="small">Ratings were far apart, and nothing was decided.</span>}
        {decision !== null && decision.state !== 'stands' && decision.because !== null && (
          <span className="small">
            <strong>It is back:</strong> {decision.because}
          </span>
        )}
        {question?.answer != null && <span className="small">Answered: {question.answer}</span>}
        {recommendation.kind !== 'none' && <span className="small subtle">{recommendation.sentence}</span>}
      </div>
    </div>
  );
}

function Clock({ row: { clock } }: { row: TriageRow }): ReactElement {
  const now = useServerNow();
  return (
    <div className="cell-lines">
      <span className={isPast(clock, now) ? 'late' : undefined}>{clockWords(clock, now)}</span>
      {clock.cycle !== 'normal' && <span className="small subtle">{cycleNames[clock.cycle]}</span>}
    </div>
  );
}

function Due({ row: { slaDueAt, overdue } }: { row: TriageRow }): ReactElement {
  const now = useServerNow();
  if (slaDueAt === null) return <span className="subtle">No target</span>;
  return <span className={overdue ? 'late' : undefined}>{dueWords(slaDueAt, now)}</span>;
}

function Age({ row: { createdAt } }: { row: TriageRow }): ReactElement {
  return <span className="one-line">{ageWords(Math.max(0, useServerNow() - Date.parse(createdAt)) / dayMs)}</span>;
}

function NotReadYet(): ReactElement {
  return <p className="nothing subtle">What waits for a decision shows once the project has been read.</p>;
}

function NothingWaits(): ReactElement {
  return (
    <div className="nothing stack stack-tight">
      <p>No defect waits for a decision.</p>
      <p className="subtle">
        A defect stands here from when it is reported until somebody decides: fix it now, defer it, or close it as a duplicate or
        as no defect. It comes back when what the decision rested on changes.
      </p>
    </div>
  );
}
