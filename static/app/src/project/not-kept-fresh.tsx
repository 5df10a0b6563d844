import type { ReactElement } from 'react';
import InformationIcon from '@atlaskit/icon/core/status-information';

/** Verdicts run out after a quarter of an hour where no release ticket is open. */
export function NotKeptFresh(): ReactElement {
  return (
    <p className="note">
      <InformationIcon label="" size="small" />
      <span>
        No release ticket of this project is open, so Holdpoint does not renew these verdicts every five minutes. They are renewed
        when a defect changes, or when you read Jira now.
      </span>
    </p>
  );
}
