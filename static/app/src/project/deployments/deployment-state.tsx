import Lozenge from '@atlaskit/lozenge';
import ClockIcon from '@atlaskit/icon/core/clock';
import CrossIcon from '@atlaskit/icon/core/cross-circle';
import UndoIcon from '@atlaskit/icon/core/undo';
import CheckIcon from '@atlaskit/icon/core/status-success';
import type { ReactElement } from 'react';
import type { DeploymentRow } from '../../../../../src/contracts/release-deployments';
import { RelativeTime } from '../../shared/moment';
import { rollbackWords } from './deployment-words';

const looks = {
  'in-progress': { appearance: 'neutral', icon: ClockIcon, words: 'In progress' },
  successful: { appearance: 'success', icon: CheckIcon, words: 'Deployed' },
  failed: { appearance: 'danger', icon: CrossIcon, words: 'Failed' },
  cancelled: { appearance: 'neutral', icon: CrossIcon, words: 'Cancelled' },
} as const;

/** What became of a deployment: icon, words and colour, and what came of it since. */
export function DeploymentState({ row }: { row: DeploymentRow }): ReactElement {
  const { state, live, rolledBack, restores } = row;
  const look = looks[state];
  const why = rolledBack === null ? '' : rollbackWords(rolledBack);
  return (
    <div className="cell-lines" data-state={rolledBack === null ? state : 'rolled-back'}>
      {rolledBack === null ? (
        <Lozenge appearance={look.appearance} iconBefore={look.icon} maxWidth="none">
          {live ? 'Live now' : restores !== null && state === 'successful' ? 'Put back' : look.words}
        </Lozenge>
      ) : (
        <>
          <Lozenge appearance="warning" iconBefore={UndoIcon} maxWidth="none">
            Taken back
          </Lozenge>
          <span className="small">
            <RelativeTime at={rolledBack.at} />
            {why !== '' && `: ${why}`}
          </span>
        </>
      )}
      {restores !== null && (
        <span className="small subtle">Put back{restores.from === null ? '' : ` in place of ${restores.from}`}</span>
      )}
    </div>
  );
}
