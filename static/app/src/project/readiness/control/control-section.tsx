import Button from '@atlaskit/button/new';
import { useCallback, useState, type ReactElement } from 'react';
import type { GateControlView } from '../../../../../../src/contracts/gate-control';
import type { ReadinessView } from '../../../../../../src/contracts/readiness';
import { call } from '../../../bridge/call';
import { Loading } from '../../../shared/loading';
import { useNames } from '../../decisions/use-names';
import { NoAnswer } from '../../no-answer';
import { useFollowed } from '../../use-followed';
import { controlSentence } from './control-words';
import { HoldCard } from './hold-card';
import { HoldForm } from './hold-form';
import { OverrideCard } from './override-card';
import { OverrideForm } from './override-form';
import '../../../deferral/deferral.css';
import './control.css';

interface Props {
  readonly view: ReadinessView;
  /** Reads the verdicts again. */
  readonly reload: () => Promise<void>;
}

/** What people did to the gates of this release: holds that stand, and overrides by which a held gate may be passed. */
export function ControlSection({ view, reload }: Props): ReactElement {
  const { project, version, revision } = view;
  const read = useCallback(() => call('gateControl', { projectId: project.id, versionId: version.id }), [project.id, version.id]);
  const { view: control, problem, reload: readAgain } = useFollowed(read, revision);
  const [told, setTold] = useState('');
  const onDone = (sentence: string): void => {
    setTold(sentence);
    void Promise.all([readAgain(), reload()]);
  };
  return (
    <section className="told-section control" aria-labelledby="control-heading" data-section="control">
      <h2 id="control-heading">Holds and overrides</h2>
      {control === null ? (
        problem === null ? (
          <Loading what="holds and overrides" heights={[48]} />
        ) : (
          <NoAnswer problem={problem} retry={() => void readAgain()} />
        )
      ) : (
        <Control control={control} view={view} onDone={onDone} />
      )}
      <p role="status" className="control-told">
        {told}
      </p>
    </section>
  );
}

interface ControlProps {
  readonly control: GateControlView;
  readonly view: ReadinessView;
  readonly onDone: (sentence: string) => void;
}

function Control({ control, view, onDone }: ControlProps): ReactElement {
  const { holds, overrides, stages, may } = control;
  const place = { projectId: view.project.id, versionId: view.version.id };
  const [open, setOpen] = useState<'hold' | 'override' | null>(null);
  const people = [...holds, ...overrides].flatMap(({ events }) => events.flatMap(({ who }) => who?.accountId ?? []));
  const names = useNames(people);
  const present = { holds: holds.filter(({ standing }) => standing), overrides: overrides.filter(isLive) };
  const past = { holds: holds.filter(({ standing }) => !standing), overrides: overrides.filter((one) => !isLive(one)) };
  const earlier = past.holds.length + past.overrides.length;
  const close = (): void => setOpen(null);
  const done = (sentence: string): void => {
    close();
    onDone(sentence);
  };
  const cards = ({ holds: some, overrides: others }: typeof present): ReactElement => (
    <ul className="control-cards">
      {some.map((hold) => (
        <HoldCard key={hold.id} hold={hold} place={place} names={names} onDone={done} />
      ))}
      {others.map((override) => (
        <OverrideCard key={override.id} override={override} place={place} names={names} onDone={done} />
      ))}
    </ul>
  );
  const canAsk = stages.some(({ askable }) => askable);
  return (
    <>
      <p className="summary">{controlSentence(control)}</p>
      {present.holds.length + present.overrides.length > 0 && cards(present)}
      {open === null && !view.version.released && (may.hold || canAsk) && (
        <div className="actions">
          {may.hold && (
            <Button spacing="compact" onClick={() => setOpen('hold')}>
              Hold this release
            </Button>
          )}
          {canAsk && (
            <Button spacing="compact" onClick={() => setOpen('override')}>
              Ask for an override
            </Button>
          )}
        </div>
      )}
      {open === 'hold' && <HoldForm stages={stages} place={place} onDone={done} onCancel={close} />}
      {open === 'override' && <OverrideForm view={control} place={place} onDone={done} onCancel={close} />}
      {earlier > 0 && (
        <details className="control-past">
          <summary>Earlier ({earlier})</summary>
          {cards(past)}
        </details>
      )}
    </>
  );
}

function isLive({ state }: GateControlView['overrides'][number]): boolean {
  return state === 'requested' || state === 'approved';
}
