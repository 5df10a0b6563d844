import Button from '@atlaskit/button/new';
import { useState, type ReactElement } from 'react';
import type { DrillView } from '../../../../../../src/contracts/gate-control';
import { RelativeTime } from '../../../shared/moment';
import { BecauseForm } from './because-form';
import { actOnDrill, type Place } from './control-call';
import { ControlHistory, personWords } from './control-history';
import { stagesWords } from './control-words';
import { drillSteps, drillWords } from './drill-words';

interface Props {
  readonly drill: DrillView;
  readonly place: Place;
  readonly names: ReadonlyMap<string, string>;
  readonly onDone: (sentence: string) => void;
}

const forms = {
  agree: { name: 'Agree in the drill', label: 'Why could the line go on?', verb: 'Agree' },
  'call-off': { name: 'Call off the drill', label: 'Why?', verb: 'Call it off' },
} as const;

/** A drill of stopping the line: what would be held, how long each step took, and what people have to do. */
export function DrillCard({ drill, place, names, onDone }: Props): ReactElement {
  const { id, stage, stages, state, startedAt, startedBy, notTold, may, events } = drill;
  const [acting, setActing] = useState<keyof typeof forms | null>(null);
  const submit = async (because: string): Promise<string | null> => {
    if (acting === null) return null;
    const { problem, sentence } = await actOnDrill(place, id, acting, because);
    if (problem === null) {
      setActing(null);
      onDone(sentence);
    }
    return problem;
  };
  return (
    <li className={`control-card${state === 'running' ? ' control-card-drill' : ''}`} data-drill={id}>
      <p className="control-title">
        <strong>Drill: stop the line</strong>
        <span className="control-state">{drillWords(drill)}</span>
      </p>
      <p>
        As if an S1 were seen in {stage}: {stagesWords({ stages })} would be held. Nothing is held.
      </p>
      <dl className="drill-times" aria-label="Times from the start of the drill">
        {drillSteps(drill).map(({ name, value }) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      {notTold !== null && <p className="small">Nobody was told. {notTold}</p>}
      <p className="subtle small">
        Started by {personWords(startedBy, names)}, <RelativeTime at={startedAt} />.
        {state === 'running' && ' It takes two different people to end it, as it takes two to lift a stopped line.'}
      </p>
      {acting === null && (may.agree || may.callOff) && (
        <div className="actions">
          {may.agree && (
            <Button spacing="compact" onClick={() => setActing('agree')}>
              Agree
            </Button>
          )}
          {may.callOff && (
            <Button spacing="compact" appearance="subtle" onClick={() => setActing('call-off')}>
              Call it off
            </Button>
          )}
        </div>
      )}
      {acting !== null && <BecauseForm {...forms[acting]} onSubmit={submit} onCancel={() => setActing(null)} />}
      {events.length > 1 && <ControlHistory events={events.slice(1)} names={names} />}
    </li>
  );
}
