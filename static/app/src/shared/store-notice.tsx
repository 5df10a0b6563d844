import SectionMessage from '@atlaskit/section-message';
import type { ReactElement } from 'react';
import type { StoreState } from '../../../../src/contracts/screen';
import { ClockTime } from './moment';
import { ReadJiraButton } from './read-jira-button';

const counted = (count: number): string => count.toLocaleString('en');

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
  const { done, total } = store;
  const words = total === null ? `${counted(done)} defects so far` : `${counted(done)} of ${counted(total)} defects`;
  return (
    <SectionMessage appearance="information" title="Holdpoint is reading this project for the first time" headingLevel="h2">
      <p>{words}. Verdicts are unknown until all of them are in; this page follows along by itself.</p>
      <progress
        className="reading"
        aria-label="Defects read"
        {...(total === null ? {} : { value: done, max: Math.max(total, 1) })}
      />
    </SectionMessage>
  );
}
