import ClockIcon from '@atlaskit/icon/core/clock';
import WarningIcon from '@atlaskit/icon/core/status-warning';
import type { ReactElement } from 'react';
import type { StoreState } from '../../../../src/contracts/screen';
import { ClockTime, RelativeTime } from './moment';

/** How old the data on the screen is, and whether it still follows. */
export function DataAge({ store, silentSince }: { store: StoreState; silentSince: string | null }): ReactElement | null {
  if (silentSince !== null) {
    return (
      <span className="data-age data-age-silent" role="status">
        <WarningIcon label="" size="small" />
        <span>
          No answer from Holdpoint since <ClockTime at={silentSince} />; trying again
        </span>
      </span>
    );
  }
  if (store.kind !== 'ready') return null;
  return (
    <span className="data-age">
      <ClockIcon label="" size="small" />
      <span>
        Jira read up to <ClockTime at={store.upTo} />, <RelativeTime at={store.upTo} />
      </span>
    </span>
  );
}
