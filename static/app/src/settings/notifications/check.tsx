import type { ReactElement } from 'react';

interface Props {
  readonly label: string;
  readonly checked: boolean;
  readonly onChange: () => void;
}

export function Check({ label, checked, onChange }: Props): ReactElement {
  return (
    <label className="check">
      <input type="checkbox" checked={checked} onChange={onChange} />
      {label}
    </label>
  );
}
