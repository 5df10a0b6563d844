import Button from '@atlaskit/button/new';
import Lozenge from '@atlaskit/lozenge';
import type { ReactElement } from 'react';
import type { DefectCheck, SetupTransitionView } from '../../../../../src/contracts/workflow-setup';
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

/** What a transition can ask of a defect: beside its box, and in the middle of a suggestion. */
const checkWords: Readonly<Record<DefectCheck, { readonly choice: string; readonly asking: string }>> = {
  deferral: { choice: 'Only with an approved deferral', asking: 'asking for an approved deferral' },
  freeze: { choice: 'Keep it out of frozen releases', asking: 'keeping defects out of frozen releases' },
  map: { choice: 'Only as the transition map allows', asking: 'asking for what the transition map says' },
};

/** One transition: what it does now, which stage it leads into, and how it shall hold. */
export function TransitionChoice({ transition, choice, isChanged, stages, isDisabled, onChoose }: Props): ReactElement {
  const { name, from, to, words, isOdd, offersGate, offersChecks } = transition;
  const chosen = choice ?? choiceOf(transition);
  return (
    <li className="workflow-transition" data-transition={name}>
      <div className="workflow-way">
        <strong>{name}</strong>
        <span className="subtle small">{from === null ? `creates the issue, in ${to}` : `from ${from} to ${to}`}</span>
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
        {offersChecks.map((check) => (
          <CheckField key={check} checked={chosen[check]} about={name} onChange={(is) => onChoose({ ...chosen, [check]: is })}>
            {checkWords[check].choice}
          </CheckField>
        ))}
      </fieldset>
      <Suggested {...{ transition, choice, stages, isDisabled, onChoose }} />
    </li>
  );
}

function Suggested({ transition, choice, stages, isDisabled, onChoose }: Omit<Props, 'isChanged'>): ReactElement | null {
  const { name, suggested } = transition;
  if (suggested === null || choice !== undefined) return null;
  const what =
    suggested.stage === null
      ? suggested.checks.map((check) => checkWords[check].asking).join(' and ')
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
