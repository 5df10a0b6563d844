import WarningIcon from '@atlaskit/icon/core/status-warning';
import type { ReactElement } from 'react';
import { goToSettings } from '../../bridge/jira-pages';
import { workflowsPlace } from '../../shared/settings-place';
import { standsAlone } from '../../shared/stands-alone';

/** What to do about a gate that stops nobody in Jira, because its rules stand on no transition. */
export function Unguarded({ projectId }: { projectId: string }): ReactElement {
  return (
    <p className="note" data-unguarded>
      <WarningIcon label="" size="small" />
      <span>
        Jira does not stop this release yet: no transition of the release tickets carries the rules of this gate. A Jira admin can
        put them there under{' '}
        {standsAlone ? (
          'Workflows in Holdpoint’s settings.'
        ) : (
          <>
            <button type="button" className="link-button" onClick={() => goToSettings(workflowsPlace(projectId))}>
              Workflows in Holdpoint’s settings
            </button>
            .
          </>
        )}
      </span>
    </p>
  );
}
