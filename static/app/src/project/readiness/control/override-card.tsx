import UnlockIcon from '@atlaskit/icon/core/lock-unlocked';
import type { ReactElement } from 'react';
import type { OverrideView } from '../../../../../../src/contracts/gate-control';
import { RelativeTime } from '../../../shared/moment';
import { useServerNow } from '../../../shared/server-clock';
import { approveOverride, endOverride, type Place } from './control-call';
import { ControlHistory, personWords } from './control-history';
import { overrideWords } from './control-words';
import { RequestActs } from './request-acts';

interface Props {
  readonly override: OverrideView;
  readonly place: Place;
  readonly names: ReadonlyMap<string, string>;
  readonly onDone: (sentence: string) => void;
}

/** An override: for which gate, for which reasons, how long, and what the viewer may do about it. */
export function OverrideCard({ override, place, names, onDone }: Props): ReactElement {
  const { id, stage, reason, rationale, requestedBy, requestedAt, hours, covers, events, state, may } = override;
  const now = useServerNow();
  const isLive = state === 'requested' || state === 'approved';
  return (
    <li className={`control-card${isLive ? ' control-card-live' : ''}`} data-override={id}>
      <p className="control-title">
        {isLive && <UnlockIcon label="" />} <strong>Override for {stage.name.toLowerCase()}</strong>
        <span className="control-state">{overrideWords(override, now)}</span>
      </p>
      <p>
        {reason}: “{rationale}”
      </p>
      <p className="subtle small">
        Asked for by {personWords(requestedBy, names)}, <RelativeTime at={requestedAt} />, for {hours}{' '}
        {hours === 1 ? 'hour' : 'hours'}. It covers {covers.join('; ')}, and nothing else.
      </p>
      {isLive && (
        <RequestActs
          what="override"
          state={state}
          may={may}
          onApprove={() => approveOverride(place, id)}
          onEnd={(act, why) => endOverride(place, act, id, why)}
          onDone={onDone}
        />
      )}
      {events.length > 1 && <ControlHistory events={events.slice(1)} names={names} />}
    </li>
  );
}
