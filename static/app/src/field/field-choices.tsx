import CheckIcon from '@atlaskit/icon/core/check-mark';
import type { KeyboardEvent, ReactElement } from 'react';
import { cancelField } from '../bridge/field-value';
import type { FieldEditorProps } from './field-editor';

const arrows: Record<string, number> = { ArrowDown: 1, ArrowUp: -1 };

function onKeyDown(event: KeyboardEvent<HTMLUListElement>): void {
  if (event.key === 'Escape') cancelField();
  const step = arrows[event.key];
  if (step === undefined) return;
  event.preventDefault();
  const buttons = [...event.currentTarget.querySelectorAll('button')];
  const at = buttons.findIndex((button) => button === document.activeElement);
  buttons.at((at + step + buttons.length) % buttons.length)?.focus();
}

/** Values with their meaning; one click or Enter chooses. */
export function FieldChoices({ kind, choices, current, submit }: FieldEditorProps): ReactElement {
  const gone = current !== null && !choices.some(({ value }) => value === current) ? [{ value: current, label: current }] : [];
  const all: readonly { value: string | null; label: string }[] = [{ value: null, label: 'Not set' }, ...choices, ...gone];
  return (
    // eslint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- arrow keys only move between the buttons
    <ul className="field-choices" aria-label={kind.name} onKeyDown={onKeyDown}>
      {all.map(({ value, label }) => (
        <li key={value ?? ''}>
          <button
            type="button"
            aria-pressed={value === current}
            // eslint-disable-next-line jsx-a11y/no-autofocus -- the editor was opened to choose
            autoFocus={value === current}
            onClick={() => submit(value)}
          >
            <span className="field-check">{value === current && <CheckIcon label="" size="small" />}</span>
            <span>
              {label}
              {value !== null && kind.meanings[value] !== undefined && (
                <span className="field-meaning">{kind.meanings[value]}</span>
              )}
            </span>
          </button>
        </li>
      ))}
    </ul>
  );
}
