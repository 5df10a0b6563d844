import type { ReactElement, ReactNode } from 'react';

interface Figure {
  readonly label: string;
  readonly value: ReactNode;
  /** A few words beneath, e.g. what it was a month ago. */
  readonly detail?: ReactNode;
}

/** A row of the numbers that matter most, each under its name. */
export function Figures({ items }: { items: readonly Figure[] }): ReactElement {
  return (
    <dl className="figures">
      {items.map(({ label, value, detail }) => (
        <div key={label} className="figure">
          <dt>{label}</dt>
          <dd className="figure-value">{value}</dd>
          {detail !== undefined && <dd className="figure-detail">{detail}</dd>}
        </div>
      ))}
    </dl>
  );
}
