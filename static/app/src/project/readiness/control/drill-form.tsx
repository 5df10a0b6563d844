import { useState, type ReactElement } from 'react';
import type { GateControlView } from '../../../../../../src/contracts/gate-control';
import { FormField } from '../../../deferral/form-field';
import { InPlaceForm } from '../../../shared/in-place-form';
import { startDrill, type Place } from './control-call';

interface Props {
  readonly stages: GateControlView['drillStages'];
  readonly place: Place;
  readonly onDone: (sentence: string) => void;
  readonly onCancel: () => void;
}

/** Starts a drill: in which stage is the S1 thought to be seen? */
export function DrillForm({ stages, place, onDone, onCancel }: Props): ReactElement {
  const [stage, setStage] = useState(stages.at(-2)?.key ?? stages.at(-1)?.key ?? '');
  const [problem, setProblem] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const submit = async (): Promise<void> => {
    setBusy(true);
    const done = await startDrill(place, stage);
    setBusy(false);
    setProblem(done.problem);
    if (done.problem === null) onDone(done.sentence);
  };
  return (
    <InPlaceForm
      name="Drill: stop the line"
      verb="Start the drill"
      busy={busy}
      problem={problem}
      onSubmit={() => void submit()}
      onCancel={onCancel}
    >
      <FormField
        label="As if an S1 were seen in"
        problem={undefined}
        hint="The owners get a message that says that it is a drill. Nothing is held."
      >
        {(attributes) => (
          <select {...attributes} className="select" value={stage} onChange={({ target }) => setStage(target.value)}>
            {stages.map(({ key, name }) => (
              <option key={key} value={key}>
                {name}
              </option>
            ))}
          </select>
        )}
      </FormField>
    </InPlaceForm>
  );
}
