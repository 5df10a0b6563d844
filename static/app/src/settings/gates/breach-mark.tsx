import Lozenge from '@atlaskit/lozenge';
import LockIcon from '@atlaskit/icon/core/lock-locked';
import WarningIcon from '@atlaskit/icon/core/status-warning';
import type { ReactElement } from 'react';
import type { GateRow } from '../../../../../src/contracts/gate-settings';

/** What a row does where it is not met: icon, word and colour. */
export function BreachMark({ breach }: Pick<GateRow, 'breach'>): ReactElement {
  return (
    <span className="gate-breach">
      {breach === 'holds' ? (
        <Lozenge appearance="neutral" iconBefore={LockIcon}>
          Holds
        </Lozenge>
      ) : (
        <Lozenge appearance="warning" iconBefore={WarningIcon}>
          Warns
        </Lozenge>
      )}
    </span>
  );
}
