import EmptyState from '@atlaskit/empty-state';
import type { ReactElement } from 'react';

interface Props {
  readonly header: string;
  /** What the page will show once there is something. */
  readonly once: string;
  /** Defects that Jira hides from the viewer. */
  readonly hidden: number;
}

/** A page of charts in a project without a defect, or without one that the viewer may see. */
export function NoDefects({ header, once, hidden }: Props): ReactElement {
  const description = hidden > 0 ? 'This project has defects, but Jira hides them from you.' : once;
  return <EmptyState header={header} headingLevel={2} description={description} />;
}
