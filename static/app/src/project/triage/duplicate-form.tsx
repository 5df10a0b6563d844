import { useEffect, useRef, useState, type ReactElement } from 'react';
import type { TriageChoice, TriageRow } from '../../../../../src/contracts/triage-board';
import { FormFrame, NoteField } from './form-frame';

interface Props {
  readonly row: TriageRow;
  readonly onDecide: (choice: TriageChoice) => void;
  readonly onCancel: () => void;
}

/** A duplicate: of which defect. */
export function DuplicateForm({ row, onDecide, onCancel }: Props): ReactElement {
  const [key, setKey] = useState('');
  const [note, setNote] = useState('');
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => field.current?.focus(), []);
  return (
    <FormFrame
      title={`${row.key} is a duplicate`}
      submit="Mark as a duplicate"
      choice={() => ({ kind: 'duplicate', key: key.trim().toUpperCase(), note })}
      missing=""
      onDecide={onDecide}
      onCancel={onCancel}
    >
      <label>
        <span>Of the defect that stays</span>
        <input
          ref={field}
          className="input"
          placeholder="e.g. SHOP-12"
          maxLength={44}
          value={key}
          onChange={(event) => setKey(event.target.value)}
        />
      </label>
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
