import { useEffect, useRef, type ReactElement, type ReactNode } from 'react';
import type { TriageRow } from '../../../../../src/contracts/triage-row';
import { ScoreBar } from '../../panel/score-bar';
import { IssueLink } from '../../shared/jira-link';
import { ClockTime, RelativeTime } from '../../shared/moment';
import { useServerNow } from '../../shared/server-clock';
import { SeverityMark } from '../../shared/severity-mark';
import { ageWords, dueWords } from '../../shared/time-words';
import { capital, cycleNames, isPast, clockWords } from './triage-words';
import type { DefectParts } from './use-parts';
import '../../panel/score.css';

interface Props {
  readonly row: TriageRow;
  /** Undefined while it is on the way. */
  readonly parts: DefectParts | undefined;
  readonly nameOf: (person: string | null) => string;
  /** Takes the focus to its heading when it comes. */
  readonly takesFocus: boolean;
  /** Whether its ratings stand beside it, so that it need not be said that they are far apart. */
  readonly isRated?: boolean;
}
const dayMs = 86_400_000;

/** One defect, large: all that a group needs to decide on it. */
export function DefectLarge({ row, parts, nameOf, takesFocus, isRated = false }: Props): ReactElement {
  const now = useServerNow();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (takesFocus) heading.current?.focus({ preventScroll: true });
  }, [row.defectId, takesFocus]);
  const { clock } = row;
  return (
    <article className="defect-large" data-defect={row.key} aria-labelledby="defect-heading">
      <p className="inline">
        <IssueLink issueKey={row.key} /> <span className="subtle">{row.status}</span>
      </p>
      <h2 id="defect-heading" ref={heading} tabIndex={-1}>
        {row.summary}
      </h2>
      <Standing row={isRated ? { ...row, disagreement: false } : row} nameOf={nameOf} />
      <p className="recommended">
        <strong>Recommended:</strong> {row.recommendation.sentence}
      </p>
      <dl className="facts">
        <Fact name="Severity">
          <SeverityMark severity={row.severity} />
        </Fact>
        <Fact name="To decide">
          <span className={isPast(clock, now) ? 'late' : undefined}>{clockWords(clock, now)}</span>
          <span className="subtle">
            {clock.dueAt !== null && (
              <>
                {' '}
                {isPast(clock, now) ? 'since' : 'until'} <ClockTime at={clock.dueAt} />
              </>
            )}
            , {cycleNames[clock.cycle].toLowerCase()}
            {clock.counted === 'working-time' && clock.dueAt !== null && ', in working time'}
          </span>
        </Fact>
        <Fact name="To be resolved">
          {row.slaDueAt === null ? (
            <span className="subtle">No target</span>
          ) : (
            <span className={row.overdue ? 'late' : undefined}>{dueWords(row.slaDueAt, now)}</span>
          )}
        </Fact>
        <Fact name="Age">{ageWords(Math.max(0, now - Date.parse(row.createdAt)) / dayMs)}</Fact>
        <Fact name="Releases">
          {row.fixVersions.length === 0 ? (
            <span className="subtle">None planned</span>
          ) : (
            row.fixVersions.map(({ name }) => name).join(', ')
          )}
        </Fact>
        <Fact name="Owner">{row.owner === null ? <span className="subtle">Nobody known</span> : nameOf(row.owner)}</Fact>
        <Fact name="Seen">
          <Seen sightings={parts?.sightings} />
        </Fact>
        <Fact name="Score">
          {row.score === null ? (
            <span className="subtle">Not computed yet</span>
          ) : (
            <strong>{Math.round(row.score)} of 100</strong>
          )}
          {parts?.score != null && <ScoreBar score={parts.score} />}
        </Fact>
      </dl>
    </article>
  );
}

function Fact({ name, children }: { name: string; children: ReactNode }): ReactElement {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}

function Seen({ sightings }: { sightings: DefectParts['sightings'] | undefined }): ReactElement {
  if (sightings === undefined) return <span className="subtle">Looking…</span>;
  if (sightings === null) return <span className="subtle">Not told by tests or monitoring</span>;
  const { times, last, environments } = sightings;
  return (
    <>
      {times === 1 ? 'Once' : `${times.toLocaleString('en')} times`}, last <RelativeTime at={last} />
      {environments.length > 0 && `, in ${environments.map(({ name, stage }) => stage ?? name).join(', ')}`}
    </>
  );
}

/** What was decided before, and why it is here again. */
function Standing({ row: { decision, question, disagreement }, nameOf }: Pick<Props, 'row' | 'nameOf'>): ReactElement | null {
  if (decision === null && question === null && !disagreement) return null;
  return (
    <div className="standing">
      {decision !== null && (
        <p>
          {decision.state === 'stands' ? 'Decided: ' : 'It was decided: '}
          {decision.sentence} <span className="subtle">{decision.byDefault ? 'By default' : `By ${nameOf(decision.by)}`}, </span>
          <span className="subtle">
            <RelativeTime at={decision.at} />.
          </span>
        </p>
      )}
      {decision !== null && decision.state !== 'stands' && decision.because !== null && (
        <p>
          <strong>It is back:</strong> {decision.because}
        </p>
      )}
      {question !== null && (
        <p>
          {capital(nameOf(question.askedBy))} asked {question.mine ? 'you' : nameOf(question.asked)}: {question.text}{' '}
          {question.answer === null ? (
            <span className="subtle">{question.state === 'expired' ? 'No answer came in time.' : 'No answer yet.'}</span>
          ) : (
            <>
              <strong>Answer:</strong> {question.answer}
            </>
          )}
        </p>
      )}
      {disagreement && <p>Ratings were more than one step apart, and nothing was decided.</p>}
    </div>
  );
}
