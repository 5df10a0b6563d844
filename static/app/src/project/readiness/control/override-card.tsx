import Button from '@atlaskit/button/new';
import UnlockIcon from '@atlaskit/icon/core/lock-unlocked';
import { useState, type ReactElement } from 'react';
import type { OverrideView } from '../../../../../../src/contracts/gate-control';
import { RelativeTime } from '../../../shared/moment';
import { useServerNow } from '../../../shared/server-clock';
import { BecauseForm } from './because-form';
import { approveOverride, endOverride, type Place } from './control-call';
import { ControlHistory, personWords } from './control-history';
import { overrideWords } from './control-words';

interface Props {
  readonly override: OverrideView;
  readonly place: Place;
  readonly names: ReadonlyMap<string, string>;
  readonly onDone: (sentence: string) => void;
}

/** An override: for which gate, for which reasons, how long, and what the viewer may do about it. */
export function OverrideCard({ override, place, names, onDone }: Props): ReactElement {
  const { id, stage, reason, rationale, requestedBy, requestedAt, hours, covers, events, state, may } = override;
  const [ending, setEnding] = useState<'refuse' | 'revoke' | null>(null);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const now = useServerNow();
  const isLive = state === 'requested' || state === 'approved';
  const approve = async (): Promise<void> => {
    setBusy(true);
    const done = await approveOverride(place, id);
    setBusy(false);
    setProblem(done.problem);
    if (done.problem === null) onDone(done.sentence);
  };
  const end = async (because: string): Promise<string | null> => {
    if (ending === null) return null;
    const done = await endOverride(place, ending, id, because);
    if (done.problem === null) {
      setEnding(null);
      onDone(done.sentence);
    }
    return done.problem;
  };
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
      {problem !== null && (
        <p className="problem small" role="alert">
          {problem}
        </p>
      )}
      {ending === null && isLive && (may.approve || may.refuse || may.revoke) && (
        <div className="actions">
          {may.approve && (
            <Button appearance="primary" spacing="compact" isLoading={busy} onClick={() => void approve()}>
              Approve
            </Button>
          )}
          {may.refuse && (
            <Button spacing="compact" onClick={() => setEnding('refuse')}>
              Refuse
            </Button>
          )}
          {may.revoke && (
            <Button spacing="compact" appearance="subtle" onClick={() => setEnding('revoke')}>
              {state === 'requested' ? 'Take back' : 'Revoke'}
            </Button>
          )}
        </div>
      )}
      {ending !== null && (
        <BecauseForm
          name={ending === 'refuse' ? 'Refuse the override' : 'Revoke the override'}
          label="Why?"
          verb={ending === 'refuse' ? 'Refuse' : 'Revoke'}
          onSubmit={end}
          onCancel={() => setEnding(null)}
        />
      )}
      {events.length > 1 && <ControlHistory events={events.slice(1)} names={names} />}
    </li>
  );
}
