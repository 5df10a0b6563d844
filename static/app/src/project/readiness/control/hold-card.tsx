import Button from '@atlaskit/button/new';
import LockIcon from '@atlaskit/icon/core/lock-locked';
import { useState, type ReactElement } from 'react';
import type { HoldView } from '../../../../../../src/contracts/gate-control';
import { IssueLink } from '../../../shared/jira-link';
import { RelativeTime } from '../../../shared/moment';
import { BecauseForm } from './because-form';
import { liftHold, type Place } from './control-call';
import { ControlHistory, personWords } from './control-history';
import { stagesWords } from './control-words';
import { stoppedWords } from './drill-words';

interface Props {
  readonly hold: HoldView;
  readonly place: Place;
  readonly names: ReadonlyMap<string, string>;
  readonly onDone: (sentence: string) => void;
}

/** A hold with its cause, its owner, since when, and how it is lifted. */
export function HoldCard({ hold, place, names, onDone }: Props): ReactElement {
  const [lifting, setLifting] = useState(false);
  const { id, title, because, placedAt, placedBy, lifters, agreed, mayLift, standing, line, events } = hold;
  const two = lifters === 2;
  const verb = two && agreed.length === 0 ? 'Agree to lift it' : 'Lift it';
  const submit = async (why: string): Promise<string | null> => {
    const { problem, sentence } = await liftHold(place, id, why);
    if (problem === null) {
      // After the first of two the card stays.
      setLifting(false);
      onDone(sentence);
    }
    return problem;
  };
  return (
    <li className={`control-card${standing ? ' control-card-standing' : ''}`} data-hold={id}>
      <p className="control-title">
        {standing && <LockIcon label="" />} <strong>{title}</strong> for {stagesWords(hold)}
        {!standing && ', lifted'}
      </p>
      {line === null ? <p>“{because}”</p> : <p>{because}</p>}
      {line !== null && (
        <p>
          {line.defect !== null && <IssueLink issueKey={line.defect} />}
          {line.defect !== null && ': '}
          {stoppedWords(line)}
        </p>
      )}
      <p className="subtle small">
        Placed by {personWords(placedBy, names)}, <RelativeTime at={placedAt} />
        {standing && two && `. It takes two people to lift it; ${agreed.length} of 2 have agreed`}.
      </p>
      {standing && mayLift && !lifting && (
        <div className="actions">
          <Button spacing="compact" onClick={() => setLifting(true)}>
            {verb}
          </Button>
        </div>
      )}
      {lifting && (
        <BecauseForm
          name="Lift the hold"
          label="Why may it be lifted?"
          verb={verb}
          onSubmit={submit}
          onCancel={() => setLifting(false)}
        />
      )}
      {events.length > 1 && <ControlHistory events={events.slice(1)} names={names} />}
    </li>
  );
}
