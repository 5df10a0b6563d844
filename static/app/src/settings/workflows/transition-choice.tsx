import Button from '@atlaskit/button/new';
import Lozenge from '@atlaskit/lozenge';
import type { ReactElement } from 'react';
import type { SetupTransitionView } from '../../../../../src/contracts/workflow-setup';
import { CheckField } from '../check-field';
import { choiceOf, suggestionOf, type Choice } from './choices';

interface Props {
  readonly transition: SetupTransitionView;
  readonly choice: Choice | undefined;
  readonly isChanged: boolean;
  readonly stages: readonly { readonly key: string; readonly name: string }[];
  readonly isDisabled: boolean;
  readonly onChoose: (choice: Choice) => void;
}

/** One transition: what it does now, which stage it leads into, and how it shall hold. */
export function TransitionChoice({ transition, choice, isChanged, stages, isDisabled, onChoose }: Props): ReactElement {
  const { name, from, to, words, isOdd, offersGate, offersDeferral } = transition;
  const chosen = choice ?? choiceOf(transition);
  return (
    <li className="workflow-transition" data-transition={name}>
      <div className="workflow-way">
        <strong>{name}</strong>
        <span className="subtle small">
          from {from} to {to}
        </span>
        {isChanged && (
          <Lozenge appearance="information" maxWidth="none">
            Not changed yet
          </Lozenge>
        )}
      </div>
      <p className={isOdd ? 'workflow-now health-attention' : 'workflow-now subtle'}>Now it {words}.</p>
      <fieldset className="workflow-fields" disabled={isDisabled}>
        <legend className="unseen">{name}</legend>
        {offersGate && (
          <select
            className="select"
            aria-label={`Gate of ${name}`}
            value={isOdd && choice === undefined ? 'odd' : (chosen.stage ?? '')}
            onChange={({ target: { value } }) => value !== 'odd' && onChoose({ ...chosen, stage: value === '' ? null : value })}
          >
            {isOdd && choice === undefined && <option value="odd">Choose anew to put it in order</option>}
            <option value="">No gate</option>
            {stages.map((stage) => (
              <option key={stage.key} value={stage.key}>
                Gate of {stage.name}
              </option>
            ))}
            {chosen.stage !== null && !stages.some(({ key }) => key === chosen.stage) && (
              <option value={chosen.stage}>{chosen.stage} (has no gate)</option>
            )}
          </select>
        )}
        {offersGate && chosen.stage !== null && (
          <CheckField checked={chosen.hide} about={name} onChange={(hide) => onChoose({ ...chosen, hide })}>
            Hide it while held
          </CheckField>
        )}
        {offersDeferral && (
          <CheckField checked={chosen.deferral} about={name} onChange={(deferral) => onChoose({ ...chosen, deferral })}>
            Only with an approved deferral
          </CheckField>
        )}
      </fieldset>
      <Suggested {...{ transition, choice, stages, isDisabled, onChoose }} />
    </li>
  );
}

function Suggested({ transition, choice, stages, isDisabled, onChoose }: Omit<Props, 'isChanged'>): ReactElement | null {
  const { name, suggested } = transition;
  if (suggested === null || choice !== undefined) return null;
  const what = suggested.deferral
    ? 'asking for an approved deferral'
    : `all three rules for ${stages.find(({ key }) => key === suggested.stage)?.name ?? ''}`;
  return (
    <p className="workflow-suggested small">
      <span>
        Suggested: {what}. {suggested.because}
      </span>
      <Button
        spacing="compact"
        isDisabled={isDisabled}
        aria-label={`Choose it for ${name}`}
        onClick={() => onChoose(suggestionOf(transition))}
      >
        Choose it
      </Button>
    </p>
  );
}
