import SectionMessage from '@atlaskit/section-message';
import type { ReactElement } from 'react';
import type { StoreState } from '../../../../src/contracts/screen';
import { ClockTime } from './moment';
import { ReadJiraButton } from './read-jira-button';
import { ReadingProgress } from './reading-progress';

/** Says when Holdpoint has not read all of the project yet; nothing where it has. */
export function StoreNotice({ store, projectId }: { store: StoreState; projectId: string }): ReactElement | null {
  if (store.kind === 'ready') return null;
  if (store.kind === 'failed') {
    return (
      <SectionMessage appearance="error" title="Holdpoint could not read this project from Jira" headingLevel="h2">
        <p>{store.message}</p>
        <p className="subtle">
          It stopped at <ClockTime at={store.at} />. Gates stay unknown until it has been read, and enforced ones stay shut.
        </p>
        <ReadJiraButton projectId={projectId} />
      </SectionMessage>
    );
  }
  return (
    <SectionMessage
      appearance={store.paused ? 'warning' : 'information'}
      title={store.paused ? 'The reading of this project is paused' : 'Holdpoint is reading this project'}
      headingLevel="h2"
    >
      <ReadingProgress reading={store} />
      <p className="subtle">
        Verdicts are unknown and enforced gates stay shut until all of it has been read. This page follows along by itself.
      </p>
    </SectionMessage>
  );
}
