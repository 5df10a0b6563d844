import EmptyState from '@atlaskit/empty-state';
import type { ReactElement } from 'react';

export function NoReleases({ projectName }: { projectName: string }): ReactElement {
  return (
    <EmptyState
      header="No unreleased version yet"
      headingLevel={2}
      description={
        <>
          <p>
            A release is a Jira version. {projectName} has none that is still to be released: create one under <em>Releases</em>{' '}
            in the project&apos;s menu, and name it as fix version of the defects and of the release ticket.
          </p>
          <p>This page shows it within a minute, with a verdict for every stage that has a gate.</p>
        </>
      }
    />
  );
}
