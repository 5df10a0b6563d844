import ErrorIcon from '@atlaskit/icon/core/status-error';
import SuccessIcon from '@atlaskit/icon/core/status-success';
import WarningIcon from '@atlaskit/icon/core/status-warning';
import type { ReactElement } from 'react';
import { stateWords, type HealthState } from './health-words';

const icons = { good: SuccessIcon, attention: WarningIcon, bad: ErrorIcon } as const;

/** A state of health by its shape and colour; its words are there for those who see neither. */
export function HealthMark({ state }: { state: HealthState }): ReactElement {
  const Icon = icons[state];
  return (
    <span className={`health-mark health-${state}`}>
      <Icon label={stateWords[state]} />
    </span>
  );
}
