import type { ReactElement, ReactNode } from 'react';

interface Props {
  readonly checked: boolean;
  readonly onChange: (checked: boolean) => void;
  /** Said in the label where the words beside the box do not tell which of several it is. */
  readonly about?: string;
  readonly children: ReactNode;
}

/** A box to tick with its words. */
export function CheckField({ checked, onChange, about, children }: Props): ReactElement {
  return (
    <label className="check">
      <input type="checkbox" checked={checked} onChange={(event) => onChange(event.target.checked)} />
      <span>
        {children}
        {about !== undefined && <span className="unseen">, {about}</span>}
      </span>
    </label>
  );
}
