import Button from '@atlaskit/button/new';
import { useEffect, useRef, useState, type FormEvent, type KeyboardEvent, type ReactElement } from 'react';
import type { GateControlView } from '../../../../../../src/contracts/gate-control';
import { FormField } from '../../../deferral/form-field';
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
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => form.current?.querySelector('select')?.focus(), []);
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    if (busy) return;
    setBusy(true);
    const done = await startDrill(place, stage);
    setBusy(false);
    setProblem(done.problem);
    if (done.problem === null) onDone(done.sentence);
  };
  const leave = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape') return;
    event.stopPropagation();
    onCancel();
  };
  return (
    // eslint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- Escape leaves it from any of its fields
    <form
      ref={form}
      className="act-form"
      aria-label="Drill: stop the line"
      noValidate
      onSubmit={(event) => void submit(event)}
      onKeyDown={leave}
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
      {problem !== null && (
        <p className="problem small" role="alert">
          {problem}
        </p>
      )}
      <div className="actions">
        <Button type="submit" appearance="primary" spacing="compact" isLoading={busy}>
          Start the drill
        </Button>
        <Button appearance="subtle" spacing="compact" onClick={onCancel}>
          Cancel
        </Button>
      </div>
    </form>
  );
}
