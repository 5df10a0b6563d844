import EmptyState from '@atlaskit/empty-state';
import type { ReactElement } from 'react';

/** What the register is for, where there is nothing in it yet. */
export function NoDeferrals(): ReactElement {
  return (
    <EmptyState
      header="No defect is deferred"
      headingLevel={2}
      description={
        <>
          <p>
            A defect that cannot be fixed in time may wait for a later release: with a reason, an end, and somebody who agrees.
          </p>
          <p>
            Open the defect in Jira and choose <strong>Defer…</strong> under Release gates. Until somebody approves, its gates
            stay as they are; once it ends, the defect counts again by itself.
          </p>
        </>
      }
    />
  );
}
