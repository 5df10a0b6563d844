import Button from '@atlaskit/button/new';
import { useCallback, useState, type ReactElement } from 'react';
import type { TriageOfView } from '../../../../src/contracts/triage-panel';
import type { TriageDecisionKind, TriageRow } from '../../../../src/contracts/triage-row';
import { call } from '../bridge/call';
import { DecisionBar } from '../project/triage/decision-bar';
import { unknownPerson, usePersonNames } from '../project/triage/person-names';
import { SentList } from '../project/triage/sent-list';
import { clockSentence, isPast } from '../project/triage/triage-words';
import { useDecisions } from '../project/triage/use-decisions';
import { useTurns } from '../project/triage/use-turns';
import { useFollowed } from '../project/use-followed';
import { RelativeTime } from '../shared/moment';
import { useServerNow } from '../shared/server-clock';
import { QuestionPart } from './question-part';
import { useSaved } from './use-saved';
import '../project/triage/triage.css';

interface Props {
  readonly projectId: string;
  readonly issueId: string;
  readonly revision: string;
}
type Decided = TriageOfView['past'][number];

/** What is decided about the defect, or how long there is to decide, and the way to do it here. */
export function Decision({ projectId, issueId, revision }: Props): ReactElement | null {
  const read = useCallback(() => call('triageOf', { issueId }), [issueId]);
  const { view, reload } = useFollowed(read, revision);
  const [shown, setAnswered] = useSaved(view);
  if (shown === null) return null;
  const { row } = shown;
  if (!shown.open && row.decision === null && row.question === null) return null;
  return (
    <section className="panel-release triage" data-section="decision" aria-labelledby="decision-heading">
      <h2 id="decision-heading">Decision</h2>
      <Standing view={shown} />
      <QuestionPart issueId={issueId} question={row.question} onAnswered={setAnswered} />
      {shown.open && <Decide projectId={projectId} view={shown} reload={reload} />}
      <Past past={shown.past} />
    </section>
  );
}

function Standing({ view: { row, open } }: { view: TriageOfView }): ReactElement {
  const now = useServerNow();
  const { decision, clock } = row;
  const stands = decision !== null && decision.state === 'stands';
  return (
    <>
      {decision !== null && stands && (
        <p>
          <strong>{decision.sentence}</strong> <Signed decision={decision} />
        </p>
      )}
      {open && !stands && (
        <p data-clock={clock.state}>
          <strong className={isPast(clock, now) ? 'late' : undefined}>{clockSentence(row, now)}.</strong>
        </p>
      )}
      {decision !== null && !stands && (
        <p className="small">
          It was decided: {decision.sentence} {decision.because !== null && <>It is back: {decision.because}</>}
        </p>
      )}
      {open && !stands && row.recommendation.kind !== 'none' && <p className="small">{row.recommendation.sentence}</p>}
    </>
  );
}

function Signed({ decision: { by, byDefault, at } }: { decision: Decided }): ReactElement {
  const nameOf = usePersonNames([by]);
  return (
    <span className="subtle small">
      {byDefault ? 'Recommended, and accepted as nobody decided' : `By ${nameOf(by)}`}, <RelativeTime at={at} />
    </span>
  );
}

function Decide({
  projectId,
  view,
  reload,
}: {
  projectId: string;
  view: TriageOfView;
  reload: () => Promise<void>;
}): ReactElement {
  const [isOpen, setOpen] = useState(false);
  // The defect as it was when the form was opened: a decision that somebody took meanwhile is not replaced unseen.
  const [form, setForm] = useState<{ readonly kind: TriageDecisionKind; readonly row: TriageRow } | null>(null);
  const inTurn = useTurns();
  const decisions = useDecisions({ sessionId: null, inTurn, onAnswer: reload });
  const { row, targets } = view;
  const stands = row.decision?.state === 'stands';
  const nameOf = usePersonNames([row.owner]);
  const sending = decisions.sent.some(({ state }) => state === 'sending');
  return (
    <>
      <SentList decisions={decisions} targets={targets} onOpen={() => setOpen(true)} />
      <div>
        <Button spacing="compact" isDisabled={sending} aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
          {stands ? 'Decide anew' : 'Decide'}
        </Button>
      </div>
      {isOpen && (
        <DecisionBar
          row={row}
          projectId={projectId}
          targets={targets}
          near={row.owner === null || nameOf(row.owner) === unknownPerson ? [] : [{ id: row.owner, name: nameOf(row.owner) }]}
          form={form?.kind ?? null}
          onForm={(kind) => setForm(kind === null ? null : { kind, row })}
          onDecide={(choice) => {
            setForm(null);
            setOpen(false);
            decisions.decide(form?.row ?? row, choice);
          }}
          keys={false}
        />
      )}
    </>
  );
}

function Past({ past }: { past: readonly Decided[] }): ReactElement | null {
  if (past.length === 0) return null;
  return (
    <details>
      <summary>{past.length === 1 ? '1 earlier decision' : `${past.length} earlier decisions`}</summary>
      <ul className="trail-list small">
        {past.map((decision) => (
          <li key={decision.id}>
            {decision.sentence} <Signed decision={decision} />
            {decision.because !== null && ` ${decision.because}`}
          </li>
        ))}
      </ul>
    </details>
  );
}
