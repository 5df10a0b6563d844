import { useEffect, useRef, useState, type ReactElement } from 'react';
import type { TriageChoice, TriageRow } from '../../../../../src/contracts/triage-row';
import { CandidateField } from './candidate-field';
import { FormFrame, NoteField } from './form-frame';
import type { KeyChoice } from './key-choice';

interface Props {
  readonly row: TriageRow;
  readonly onDecide: (choice: TriageChoice) => void;
  readonly onCancel: () => void;
}

/** A duplicate: of which defect. */
export function DuplicateForm({ row, onDecide, onCancel }: Props): ReactElement {
  const [choice, setChoice] = useState<KeyChoice>({ at: null, typed: '' });
  const [key, setKey] = useState('');
  const [note, setNote] = useState('');
  return (
    <FormFrame
      title={`${row.key} is a duplicate`}
      submit="Mark as a duplicate"
      choice={() => (key.trim() === '' ? null : { kind: 'duplicate', key: key.trim().toUpperCase(), note })}
      missing="Choose the defect that stays, or write its key."
      onDecide={onDecide}
      onCancel={onCancel}
    >
      <CandidateField
        issueId={row.defectId}
        choice={choice}
        onChange={(next, chosen) => {
          setChoice(next);
          setKey(chosen);
        }}
      />
      <NoteField note={note} onChange={setNote} />
    </FormFrame>
  );
}

/** Not a defect, with a note; closing it is recommended, nothing is moved. */
export function NotADefectForm({ row, onDecide, onCancel }: Props): ReactElement {
  const [note, setNote] = useState('');
  const holder = useRef<HTMLDivElement>(null);
  useEffect(() => holder.current?.querySelector('input')?.focus(), []);
  return (
    <FormFrame
      title={`${row.key} is not a defect`}
      submit="Not a defect"
      choice={() => ({ kind: 'not-a-defect', note })}
      missing=""
      onDecide={onDecide}
      onCancel={onCancel}
    >
      <p className="subtle small">A comment recommends closing it. Holdpoint does not move the issue by itself.</p>
      <div ref={holder}>
        <NoteField note={note} onChange={setNote} />
      </div>
    </FormFrame>
  );
}
