import Lozenge from '@atlaskit/lozenge';
import ClockIcon from '@atlaskit/icon/core/clock';
import CrossIcon from '@atlaskit/icon/core/cross-circle';
import CheckIcon from '@atlaskit/icon/core/status-success';
import WarningIcon from '@atlaskit/icon/core/status-warning';
import type { ReactElement } from 'react';
import type { DeferralState } from '../../../../src/contracts/deferrals';
import { stateNames } from './deferral-words';

const looks = {
  requested: { appearance: 'information', icon: ClockIcon },
  approved: { appearance: 'success', icon: CheckIcon },
  refused: { appearance: 'neutral', icon: CrossIcon },
  expired: { appearance: 'warning', icon: WarningIcon },
  withdrawn: { appearance: 'neutral', icon: CrossIcon },
  fulfilled: { appearance: 'neutral', icon: CheckIcon },
} as const;

/** Where a deferral stands: icon, words and colour. */
export function DeferralStateMark({ state }: { state: DeferralState }): ReactElement {
  const { appearance, icon } = looks[state];
  return (
    <span data-deferral-state={state}>
      <Lozenge appearance={appearance} iconBefore={icon} maxWidth="none">
        {stateNames[state]}
      </Lozenge>
    </span>
  );
}
