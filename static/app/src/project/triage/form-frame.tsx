import Button from '@atlaskit/button/new';
import { useState, type FormEvent, type KeyboardEvent, type ReactElement, type ReactNode } from 'react';
import { triageChoiceSchema, type TriageChoice } from '../../../../../src/contracts/triage-row';

interface Props {
  readonly title: string;
  readonly submit: string;
  /** What would be decided; null where something is not chosen yet, and `missing` says what. */
  readonly choice: () => TriageChoice | null;
  readonly missing: string;
  readonly onDecide: (choice: TriageChoice) => void;
  readonly onCancel: () => void;
  readonly children: ReactNode;
}

/** A decision that needs a word more. Enter decides, Escape leaves it; what cannot stand is said before anything is sent. */
export function FormFrame({ title, submit, choice, missing, onDecide, onCancel, children }: Props): ReactElement {
  const [problem, setProblem] = useState<string | null>(null);
  const decide = (event: FormEvent): void => {
    event.preventDefault();
    const wanted = choice();
    if (wanted === null) return setProblem(missing);
    const checked = triageChoiceSchema.safeParse(wanted);
    if (!checked.success) return setProblem(checked.error.issues[0]?.message ?? 'Something is missing.');
    onDecide(wanted);
  };
  const onKeyDown = (event: KeyboardEvent<HTMLFormElement>): void => {
    if (event.key === 'Escape') {
      event.stopPropagation();
      event.preventDefault();
      return onCancel();
    }
    // Fields of several lines and lists take Enter for themselves elsewhere; here it decides, and Shift with it makes a line.
    const field = event.target;
    if (event.key !== 'Enter' || event.shiftKey || field instanceof HTMLButtonElement) return;
    event.preventDefault();
    event.currentTarget.requestSubmit();
  };
  return (
    // eslint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- keys of its fields, which bubble up to it
    <form className="decision-form" aria-label={title} onSubmit={decide} onKeyDown={onKeyDown} noValidate>
      <h3>{title}</h3>
      {children}
      {problem !== null && (
        <p className="problem small" role="alert">
          {problem}
        </p>
      )}
      <span className="actions">
        <Button type="submit" appearance="primary" spacing="compact">
          {submit}
        </Button>
        <Button appearance="subtle" spacing="compact" onClick={onCancel}>
          Cancel
        </Button>
        <span className="subtle small keys-hint">Enter decides, Esc leaves it</span>
      </span>
    </form>
  );
}

/** A note that may be left empty. */
export function NoteField({ note, onChange }: { note: string; onChange: (note: string) => void }): ReactElement {
  return (
    <label>
      <span>
        Note <span className="subtle">(may be left empty)</span>
      </span>
      <input className="input" maxLength={500} value={note} onChange={(event) => onChange(event.target.value)} />
    </label>
  );
}
