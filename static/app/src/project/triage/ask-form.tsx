import { useEffect, useRef, useState, type ReactElement } from 'react';
import type { TriageChoice, TriageRow } from '../../../../../src/contracts/triage-row';
import { FormFrame } from './form-frame';
import { useAskable, type Person } from './use-askable';

interface Props {
  readonly row: TriageRow;
  /** Stand first among those who can be asked: who is in the session, who owns the defect. */
  readonly near: readonly Person[];
  readonly onDecide: (choice: TriageChoice) => void;
  readonly onCancel: () => void;
}
const usualDays = 2;

/** Asks a person something; answered or expired, the defect comes back to the queue. */
export function AskForm({ row, near, onDecide, onCancel }: Props): ReactElement {
  const [question, setQuestion] = useState('');
  const [find, setFind] = useState('');
  const [chosen, setChosen] = useState<string | null>(null);
  const [days, setDays] = useState(usualDays);
  const field = useRef<HTMLTextAreaElement>(null);
  useEffect(() => field.current?.focus(), []);
  const found = useAskable(row.key, find.trim());
  const wanted = find.trim().toLowerCase();
  // Until Jira has answered, those who were found before are narrowed down: nobody is asked whose name was not typed.
  const people = [...new Map([...near, ...(found ?? [])].map((one) => [one.id, one])).values()].filter(({ name }) =>
    name.toLowerCase().includes(wanted),
  );
  // What is chosen follows the list: a name that was typed away is not asked.
  const person = people.find(({ id }) => id === chosen)?.id ?? people[0]?.id ?? '';
  return (
    <FormFrame
      title={`Ask about ${row.key}`}
      submit="Ask"
      choice={() => (person === '' ? null : { kind: 'need-information', question, person, days })}
      missing="Choose whom to ask."
      onDecide={onDecide}
      onCancel={onCancel}
    >
      <label>
        <span>Question</span>
        <textarea
          ref={field}
          className="input text-lines"
          rows={2}
          maxLength={500}
          value={question}
          onChange={(event) => setQuestion(event.target.value)}
        />
      </label>
      <div className="ask-whom">
        <label>
          <span>Find a person</span>
          <input
            className="input"
            maxLength={80}
            placeholder="Name"
            value={find}
            onChange={(event) => setFind(event.target.value)}
          />
        </label>
        <label>
          <span>Whom to ask</span>
          <select className="select" value={person} onChange={(event) => setChosen(event.target.value)}>
            {people.length === 0 && <option value="">{found === null ? 'Looking…' : 'Nobody found'}</option>}
            {people.map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </select>
        </label>
        <label>
          <span>Days to reply</span>
          <input
            className="input input-number"
            type="number"
            min={1}
            max={30}
            value={Number.isNaN(days) ? '' : days}
            onChange={(event) => setDays(event.target.value === '' ? Number.NaN : Number(event.target.value))}
          />
        </label>
      </div>
    </FormFrame>
  );
}
