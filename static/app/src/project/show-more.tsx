import Button from '@atlaskit/button/new';
import { useState, type ReactElement, type ReactNode } from 'react';

interface Props<Row> {
  readonly rows: readonly Row[];
  /** So many are shown at first. */
  readonly first: number;
  readonly children: (shown: readonly Row[]) => ReactNode;
  /** What the rows are, for the button: "deployments". */
  readonly what: string;
}

const step = 25;

/** A list that begins short, and grows when asked to. */
export function ShowMore<Row>({ rows, first, children, what }: Props<Row>): ReactElement {
  const [count, setCount] = useState(first);
  const left = rows.length - count;
  return (
    <div className="stack stack-tight">
      {children(rows.slice(0, count))}
      {left > 0 && (
        <div>
          <Button spacing="compact" onClick={() => setCount(count + step)}>
            {left <= step ? `Show ${left} more ${what}` : `Show ${step} more of ${left} ${what}`}
          </Button>
        </div>
      )}
    </div>
  );
}
