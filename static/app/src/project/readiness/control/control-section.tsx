import Button from '@atlaskit/button/new';
import { useCallback, useEffect, useState, type ReactElement } from 'react';
import type { GateControlView } from '../../../../../../src/contracts/gate-control';
import type { ReadinessView } from '../../../../../../src/contracts/readiness';
import { call } from '../../../bridge/call';
import { Loading } from '../../../shared/loading';
import { useNames } from '../../decisions/use-names';
import { NoAnswer } from '../../no-answer';
import { useFollowed } from '../../use-followed';
import { controlSentence } from './control-words';
import { DrillCard } from './drill-card';
import { DrillForm } from './drill-form';
import { isUnderWay } from './drill-words';
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

/** The app works on a drill for seconds: so long until the screen looks how far it is. */
const lookAgainAfter = 1500;

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
  useEffect(() => {
    if (control?.drills.some(isUnderWay) !== true) return undefined;
    const soon = setTimeout(() => void readAgain(), lookAgainAfter);
    return () => clearTimeout(soon);
  }, [control, readAgain]);
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
  const { holds, overrides, drills, stages, may } = control;
  const place = { projectId: view.project.id, versionId: view.version.id };
  const [open, setOpen] = useState<'hold' | 'override' | 'drill' | null>(null);
  const people = [...holds, ...overrides, ...drills].flatMap(({ events }) => events.flatMap(({ who }) => who?.accountId ?? []));
  const names = useNames(people);
  const present = {
    holds: holds.filter(({ standing }) => standing),
    overrides: overrides.filter(isLive),
    drills: drills.filter(isShown),
  };
  const past = {
    holds: holds.filter(({ standing }) => !standing),
    overrides: overrides.filter((one) => !isLive(one)),
    drills: drills.filter((drill, n) => !isShown(drill, n)),
  };
  const earlier = past.holds.length + past.overrides.length + past.drills.length;
  const runs = drills.some(({ state }) => state === 'running');
  const close = (): void => setOpen(null);
  const done = (sentence: string): void => {
    close();
    onDone(sentence);
  };
  const cards = ({ holds: some, overrides: others, drills: rehearsed }: typeof present): ReactElement => (
    <ul className="control-cards">
      {some.map((hold) => (
        <HoldCard key={hold.id} hold={hold} place={place} names={names} onDone={done} />
      ))}
      {others.map((override) => (
        <OverrideCard key={override.id} override={override} place={place} names={names} onDone={done} />
      ))}
      {rehearsed.map((drill) => (
        <DrillCard key={drill.id} drill={drill} place={place} names={names} onDone={done} />
      ))}
    </ul>
  );
  const canAsk = stages.some(({ askable }) => askable);
  return (
    <>
      <p className="summary">{controlSentence(control)}</p>
      {present.holds.length + present.overrides.length + present.drills.length > 0 && cards(present)}
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
          {may.hold && !runs && (
            <Button spacing="compact" appearance="subtle" onClick={() => setOpen('drill')}>
              Drill: stop the line
            </Button>
          )}
        </div>
      )}
      {open === 'hold' && <HoldForm stages={stages} place={place} onDone={done} onCancel={close} />}
      {open === 'override' && <OverrideForm view={control} place={place} onDone={done} onCancel={close} />}
      {open === 'drill' && <DrillForm stages={control.drillStages} place={place} onDone={done} onCancel={close} />}
      {earlier > 0 && (
        <details className="control-past">
          <summary>Earlier ({earlier})</summary>
          {cards(past)}
        </details>
      )}
    </>
  );
}

/** The newest drill stays in sight with its times; earlier ones are folded away. */
function isShown({ state }: GateControlView['drills'][number], n: number): boolean {
  return state === 'running' || n === 0;
}

function isLive({ state }: GateControlView['overrides'][number]): boolean {
  return state === 'requested' || state === 'approved';
}
