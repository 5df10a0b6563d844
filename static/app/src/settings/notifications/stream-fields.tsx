import type { ReactElement } from 'react';
import type { SettingsProblem } from '../../../../../src/contracts/settings';
import { ChoiceField } from '../choice-field';
import { FieldProblem } from '../field-problem';
import { Check } from './check';
import { toggled, type Rule } from './edit-notifications';

type Stream = Rule['stream'];

const choices = [
  { value: 'any', label: 'Every release, and what belongs to none' },
  { value: 'unreleased', label: 'Releases that are not released yet' },
  { value: 'deployed', label: 'Releases that are in a stage' },
] as const;
const states = [
  { state: 'deploying', label: 'while they are being deployed there' },
  { state: 'deployed', label: 'once they are there' },
] as const;

interface Props {
  readonly of: string;
  readonly path: string;
  readonly stream: Stream;
  readonly stages: readonly { readonly key: string; readonly name: string }[];
  readonly problems: readonly SettingsProblem[];
  readonly onChange: (stream: Stream) => void;
}

/** Which releases a rule is for. */
export function StreamFields({ of, path, stream, stages, problems, onChange }: Props): ReactElement {
  const choose = (kind: Stream['kind']): void => {
    if (kind !== 'deployed') return onChange({ kind });
    onChange({ kind, stages: stages.slice(-1).map(({ key }) => key), states: ['deploying', 'deployed'] });
  };
  return (
    <fieldset>
      <legend>For which releases</legend>
      <div className="field-line">
        <ChoiceField
          label={`Releases, ${of}`}
          path={path}
          value={stream.kind}
          choices={choices}
          onChange={choose}
          problems={problems}
        />
      </div>
      {stream.kind === 'deployed' && (
        <>
          <div className="check-line" role="group" aria-label={`Stages, ${of}`}>
            {stages.map(({ key, name }) => (
              <Check
                key={key}
                label={name}
                checked={stream.stages.includes(key)}
                onChange={() => onChange({ ...stream, stages: toggled(stream.stages, key) })}
              />
            ))}
          </div>
          <FieldProblem problems={problems} path={`${path}.stages`} />
          <div className="check-line" role="group" aria-label={`When, ${of}`}>
            {states.map(({ state, label }) => (
              <Check
                key={state}
                label={label}
                checked={stream.states.includes(state)}
                onChange={() => onChange({ ...stream, states: toggled(stream.states, state) })}
              />
            ))}
          </div>
          <FieldProblem problems={problems} path={`${path}.states`} />
        </>
      )}
    </fieldset>
  );
}
