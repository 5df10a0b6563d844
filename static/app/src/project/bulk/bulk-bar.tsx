import type { ReactElement, ReactNode } from 'react';

interface Props {
  /** What can be done here: `Approve several`. */
  readonly label: string;
  /** The tick for all of them; null where there is nothing to choose. */
  readonly all: { readonly words: string; readonly checked: boolean; readonly onChange: () => void } | null;
  readonly busy: { readonly at: number; readonly of: number } | null;
  /** What could not be done, a sentence each. */
  readonly refused: readonly string[];
  readonly onForget: () => void;
  /** What can be done with those that are chosen. */
  readonly children: ReactNode;
}

/** Stands above rows of which several can be chosen: chooses all, does something with them, and says how far it is and what was refused. */
export function BulkBar({ label, all, busy, refused, onForget, children }: Props): ReactElement {
  return (
    <div className="stack stack-tight" role="group" aria-label={label}>
      {(all !== null || busy !== null) && (
        <div className="actions">
          {all !== null && (
            <label className="tick">
              <input type="checkbox" checked={all.checked} onChange={all.onChange} />
              <span>{all.words}</span>
            </label>
          )}
          {children}
          {busy !== null && (
            <span className="subtle" role="status">
              {busy.at} of {busy.of} …
            </span>
          )}
        </div>
      )}
      {refused.length > 0 && (
        <>
          <ul className="problem small" role="alert">
            {refused.map((sentence) => (
              <li key={sentence}>{sentence}</li>
            ))}
          </ul>
          <div>
            <button type="button" className="link-button" onClick={onForget}>
              Hide this
            </button>
          </div>
        </>
      )}
    </div>
  );
}
