import { useId, type ReactElement, type ReactNode } from 'react';

/** What a control needs to belong to its label, its hint and its problem. */
interface FieldAttributes {
  readonly id: string;
  readonly 'aria-invalid': boolean;
  readonly 'aria-describedby': string;
}

interface Props {
  readonly label: string;
  /** Below the control, always. */
  readonly hint?: ReactNode;
  /** Undefined while nothing is wrong. */
  readonly problem: string | undefined;
  readonly children: (attributes: FieldAttributes) => ReactNode;
}

/** A control of the dialog with its label, a hint and what is wrong with it. */
export function FormField({ label, hint, problem, children }: Props): ReactElement {
  const id = useId();
  return (
    <div className="form-field">
      <label htmlFor={id}>{label}</label>
      {children({ id, 'aria-invalid': problem !== undefined, 'aria-describedby': `${id}-problem ${id}-hint` })}
      <div id={`${id}-problem`}>
        {problem !== undefined && (
          <p className="problem small" role="alert">
            {problem}
          </p>
        )}
      </div>
      <div id={`${id}-hint`} className="subtle small">
        {hint}
      </div>
    </div>
  );
}
