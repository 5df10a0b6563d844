import { useState, type ReactElement } from 'react';
import type { GateControlView } from '../../../../../../src/contracts/gate-control';
import { FormField } from '../../../deferral/form-field';
import { BecauseForm } from './because-form';
import { placeHold, type Place } from './control-call';

interface Props {
  readonly stages: GateControlView['stages'];
  readonly place: Place;
  readonly onDone: (sentence: string) => void;
  readonly onCancel: () => void;
}

const every = '';

/** Holds the release by hand, for a stage or for all of them. */
export function HoldForm({ stages, place, onDone, onCancel }: Props): ReactElement {
  const [stage, setStage] = useState(every);
  const submit = async (because: string): Promise<string | null> => {
    const { problem, sentence } = await placeHold(place, stage === every ? null : [stage], because);
    if (problem === null) onDone(sentence);
    return problem;
  };
  return (
    <BecauseForm
      name="Hold this release"
      label="Why? Everybody who may see this project can read it."
      verb="Hold it"
      onSubmit={submit}
      onCancel={onCancel}
    >
      <FormField label="Hold it for" problem={undefined}>
        {(attributes) => (
          <select {...attributes} className="select" value={stage} onChange={({ target }) => setStage(target.value)}>
            <option value={every}>Every stage</option>
            {stages.map(({ key, name }) => (
              <option key={key} value={key}>
                {name}
              </option>
            ))}
          </select>
        )}
      </FormField>
    </BecauseForm>
  );
}
