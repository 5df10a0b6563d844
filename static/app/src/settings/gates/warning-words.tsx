import WarningIcon from '@atlaskit/icon/core/status-warning';
import type { ReactElement } from 'react';
import type { GateWarning } from '../../../../../src/contracts/settings';

/** What is hardly meant, and what to do. */
export function WarningWords({ warning }: { warning: GateWarning }): ReactElement {
  return (
    <p className="gate-warning small" data-warning={warning.kind}>
      <span className="gate-warning-icon">
        <WarningIcon label="Warning:" size="small" />
      </span>
      <span>
        {warning.sentence} {warning.advice}
      </span>
    </p>
  );
}
