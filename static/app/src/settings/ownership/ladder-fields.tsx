import { useRef, type ReactElement } from 'react';
import type { SettingsProblem } from '../../../../../src/contracts/settings';
import { ChoiceField } from '../choice-field';
import { replaced, without } from '../edit-settings';
import { NumberField } from '../number-field';
import { AddButton, RemoveButton } from '../row-buttons';
import { addStep, whoChoices, type Rota, type Step } from './edit-ownership';
import { minutesWords } from './ownership-words';
import { PersonSearch } from '../person-search';

interface Props {
  readonly rota: Rota;
  readonly of: string;
  readonly path: string;
  readonly nameOf: (accountId: string) => string;
  readonly problems: readonly SettingsProblem[];
  readonly onChange: (rota: Rota) => void;
}

const mostSteps = 6;

/** Whom to tell when nobody decides, and when. */
export function LadderFields({ rota, of, path, nameOf, problems, onChange }: Props): ReactElement {
  const add = useRef<HTMLButtonElement>(null);
  const change = (at: number, part: Partial<Step>): void => onChange({ ...rota, ladder: replaced(rota.ladder, at, part) });
  return (
    <>
      {rota.ladder.length > 0 && (
        <ol className="rows" aria-label={`When nobody decides, ${of}`}>
          {rota.ladder.map((step, at) => {
            const name = `step ${at + 1}, ${of}`;
            return (
              <li key={at} className="row">
                <span className="row-words">After</span>
                <NumberField
                  label={`Minutes of working time, ${name}`}
                  path={`${path}.ladder.${at}.afterMinutes`}
                  value={step.afterMinutes}
                  onChange={(afterMinutes) => change(at, { afterMinutes })}
                  problems={problems}
                />
                <span className="row-words">minutes ({minutesWords(step.afterMinutes)}) tell</span>
                <ChoiceField
                  label={`Who is told, ${name}`}
                  path={`${path}.ladder.${at}.who`}
                  value={step.who.kind}
                  choices={whoChoices}
                  onChange={(kind) => change(at, { who: kind === 'person' ? { kind, accountId: '' } : { kind } })}
                  problems={problems}
                />
                {step.who.kind === 'person' && step.who.accountId !== '' && <strong>{nameOf(step.who.accountId)}</strong>}
                {step.who.kind === 'person' && (
                  <PersonSearch
                    label={`Person who is told, ${name}`}
                    without={[step.who.accountId]}
                    onChoose={(accountId) => change(at, { who: { kind: 'person', accountId } })}
                  />
                )}
                <RemoveButton
                  what={name}
                  onClick={() => {
                    onChange({ ...rota, ladder: without(rota.ladder, at) });
                    add.current?.focus();
                  }}
                />
              </li>
            );
          })}
        </ol>
      )}
      {rota.ladder.length < mostSteps && (
        <AddButton ref={add} onClick={() => onChange(addStep(rota))}>
          Add a step
        </AddButton>
      )}
    </>
  );
}
