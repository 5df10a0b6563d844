import Button from '@atlaskit/button/new';
import { useState, type FormEvent, type ReactElement } from 'react';
import type { TriageOfView } from '../../../../src/contracts/triage-panel';
import type { TriageQuestion } from '../../../../src/contracts/triage-row';
import { call } from '../bridge/call';
import { usePersonNames } from '../project/triage/person-names';
import { capital } from '../project/triage/triage-words';
import { RelativeTime } from '../shared/moment';

interface Props {
  readonly issueId: string;
  readonly question: TriageQuestion | null;
  readonly onAnswered: (view: TriageOfView) => void;
}

/** What was asked about the defect, and the field for the answer where the viewer is the one who was asked. */
export function QuestionPart({ issueId, question, onAnswered }: Props): ReactElement | null {
  const nameOf = usePersonNames(question === null ? [] : [question.askedBy, question.asked]);
  if (question === null) return null;
  const { state, mine, text, answer, expiresAt, answeredAt } = question;
  return (
    <div className="standing" data-question={state}>
      <p>
        {capital(nameOf(question.askedBy))} asked {mine ? 'you' : nameOf(question.asked)}: <strong>{text}</strong>
      </p>
      {answer !== null && (
        <p>
          Answer: {answer}{' '}
          {answeredAt !== null && (
            <span className="subtle small">
              <RelativeTime at={answeredAt} />
            </span>
          )}
        </p>
      )}
      {state === 'open' && (
        <p className="subtle small">
          It expires <RelativeTime at={expiresAt} />, then the defect is back in the queue.
        </p>
      )}
      {state === 'expired' && <p className="subtle small">No answer came in time.</p>}
      {state === 'open' && mine && <AnswerField issueId={issueId} questionId={question.id} onAnswered={onAnswered} />}
    </div>
  );
}

function AnswerField({
  issueId,
  questionId,
  onAnswered,
}: Pick<Props, 'issueId' | 'onAnswered'> & { readonly questionId: string }): ReactElement {
  const [text, setText] = useState('');
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const send = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    if (text.trim() === '') return setProblem('Write an answer.');
    setBusy(true);
    const answer = await call('answerQuestion', { issueId, questionId, answer: text });
    setBusy(false);
    if (answer.kind === 'ok') return onAnswered(answer.view);
    setProblem(`Not sent. ${answer.message}`);
  };
  return (
    <form className="decision-form" aria-label="Your answer" onSubmit={(event) => void send(event)} noValidate>
      <label>
        <span>Your answer</span>
        <textarea
          className="input text-lines"
          rows={2}
          maxLength={2000}
          value={text}
          onChange={(event) => setText(event.target.value)}
        />
      </label>
      {problem !== null && (
        <p className="problem small" role="alert">
          {problem}
        </p>
      )}
      <span>
        <Button type="submit" appearance="primary" spacing="compact" isLoading={busy}>
          Answer
        </Button>
      </span>
    </form>
  );
}
