import Button from '@atlaskit/button/new';
import SectionMessage from '@atlaskit/section-message';
import { useCallback, useState, type ReactElement } from 'react';
import type { PastGate } from '../../../../../src/contracts/past-gate';
import { call } from '../../bridge/call';
import { ToldTime } from '../../shared/told-time';
import { useNames } from '../decisions/use-names';
import { BecauseForm } from '../readiness/control/because-form';
import { personWords } from '../readiness/control/control-history';
import { useFollowed } from '../use-followed';
import { actWords, pastGateTitle } from './past-gate-words';
import '../../deferral/deferral.css';
import './past-gate.css';

interface Props {
  readonly projectId: string;
  readonly versionId: string;
  readonly revision: string;
}

/** Says that this release was released in Jira past its gate; nothing where it never was. Acknowledged, it speaks more quietly. */
export function PastGateBanner({ projectId, versionId, revision }: Props): ReactElement | null {
  const read = useCallback(() => call('pastGate', { projectId, versionId }), [projectId, versionId]);
  const { view, reload } = useFollowed(read, revision);
  const [told, setTold] = useState('');
  const names = useNames(view?.releases.flatMap(({ events }) => events.flatMap(({ who }) => who?.accountId ?? [])) ?? []);
  const [newest, ...earlier] = view?.releases ?? [];
  if (view === null || newest === undefined) return null;
  const acknowledge = async (breach: PastGate, because: string): Promise<string | null> => {
    const answer = await call('acknowledgeBreach', { projectId, versionId, breachId: breach.id, because });
    if (answer.kind !== 'ok') return answer.message;
    if (answer.view.kind === 'refused') return answer.view.message;
    setTold(answer.view.sentence);
    await reload();
    return null;
  };
  return (
    <div className="past-gate" data-section="past-gate">
      <Breach breach={newest} names={names} may={view.mayAcknowledge} acknowledge={acknowledge} />
      {earlier.length > 0 && (
        <details className="past-gate-earlier">
          <summary>{earlier.length === 1 ? 'Once before' : `${earlier.length} times before`}</summary>
          {earlier.map((breach) => (
            <Breach key={breach.id} breach={breach} names={names} may={view.mayAcknowledge} acknowledge={acknowledge} />
          ))}
        </details>
      )}
      <p role="status" className="past-gate-told">
        {told}
      </p>
    </div>
  );
}

interface BreachProps {
  readonly breach: PastGate;
  readonly names: ReadonlyMap<string, string>;
  readonly may: boolean;
  readonly acknowledge: (breach: PastGate, because: string) => Promise<string | null>;
}

function Breach({ breach, names, may, acknowledge }: BreachProps): ReactElement {
  const [open, setOpen] = useState(false);
  const { standing, stage, sentence, at, events } = breach;
  return (
    <SectionMessage appearance={standing ? 'error' : 'information'} title={pastGateTitle(breach)} headingLevel="h2">
      <p>
        Released in Jira <ToldTime at={at} />. Its gate for {stage} said: {sentence}
      </p>
      {events.length > 0 && (
        <ul className="past-gate-events" aria-label="What followed">
          {events.map(({ act, at: when, who, because }) => (
            <li key={`${act}-${when}`}>
              {actWords[act]} <ToldTime at={when} />
              {who !== null && ` by ${personWords(who, names)}`}
              {because !== '' && (who === null ? `: ${because}` : `: “${because}”`)}
            </li>
          ))}
        </ul>
      )}
      {standing && may && !open && (
        <Button spacing="compact" onClick={() => setOpen(true)}>
          Acknowledge
        </Button>
      )}
      {standing && open && (
        <BecauseForm
          name="Acknowledge that it went past its gate"
          label="What is to be thought of it?"
          verb="Acknowledge"
          onSubmit={(because) => acknowledge(breach, because)}
          onCancel={() => setOpen(false)}
        />
      )}
    </SectionMessage>
  );
}
