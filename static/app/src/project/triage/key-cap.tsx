import type { ReactElement } from 'react';

/** The key that does the same. */
export function KeyCap({ children }: { children: string }): ReactElement {
  return (
    <kbd className="key-cap" aria-hidden="true">
      {children}
    </kbd>
  );
}
