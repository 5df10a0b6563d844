import type { ReactElement } from 'react';

/** What to do where no pipeline has told anything yet. @param what e.g. "deployments" */
export function NothingTold({ what }: { what: string }): ReactElement {
  return (
    <p className="subtle nothing">
      No pipeline has told Holdpoint of {what} yet. An admin connects one on Holdpoint&apos;s settings page, under Pipelines; it
      takes a few minutes.
    </p>
  );
}
