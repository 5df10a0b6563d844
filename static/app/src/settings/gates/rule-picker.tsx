import Button from '@atlaskit/button/new';
import { useEffect, useId, useRef, useState, type FormEvent, type ReactElement } from 'react';
import type { GateRow } from '../../../../../src/contracts/gate-settings';
import type { Settings } from '../../../../../src/contracts/settings';
import { newRow, type GateDocument, type RuleName } from './edit-gates';
import { ruleGroups } from './rule-texts';

interface Props {
  readonly stage: Settings['stages'][number];
  readonly settings: GateDocument;
  readonly onAdd: (row: GateRow) => void;
  readonly onClose: () => void;
}

/** The rules that a gate can have, by what they are about, each with what it is for. One stop of the Tab key; arrows choose, Enter adds. */
export function RulePicker({ stage, settings, onAdd, onClose }: Props): ReactElement {
  const id = useId();
  const form = useRef<HTMLFormElement>(null);
  const groups = ruleGroups.map(({ title, rules }) => ({
    title,
    rules: rules.map((text) => ({ ...text, row: newRow(settings, stage.key, text.rule) })),
  }));
  const all = groups.flatMap(({ rules }) => rules);
  const [chosen, setChosen] = useState<RuleName | null>(all.find(({ row }) => typeof row !== 'string')?.rule ?? null);
  useEffect(() => form.current?.querySelector<HTMLElement>('input:checked, button')?.focus(), []);
  useEffect(() => {
    const element = form.current;
    const escape = (event: KeyboardEvent): void => {
      if (event.key === 'Escape') onClose();
    };
    element?.addEventListener('keydown', escape);
    return () => element?.removeEventListener('keydown', escape);
  }, [onClose]);
  const row = all.find(({ rule }) => rule === chosen)?.row ?? '';
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (typeof row !== 'string') onAdd(row);
  };
  return (
    <form ref={form} className="rule-picker" aria-label={`Add a rule to ${stage.name}`} onSubmit={submit}>
      {groups.map(({ title, rules }) => (
        <fieldset key={title}>
          <legend>{title}</legend>
          {rules.map(({ rule, name, purpose, row: offered }) => (
            <label key={rule} className="rule-choice">
              <input
                type="radio"
                name={id}
                value={rule}
                checked={rule === chosen}
                disabled={typeof offered === 'string'}
                onChange={() => setChosen(rule)}
              />
              <span>
                {name}
                <span className="subtle small">{typeof offered === 'string' ? `${offered} ${purpose}` : purpose}</span>
              </span>
            </label>
          ))}
        </fieldset>
      ))}
      <div className="actions">
        <Button type="submit" appearance="primary" isDisabled={typeof row === 'string'}>
          Add this rule
        </Button>
        <Button appearance="subtle" onClick={onClose}>
          Cancel
        </Button>
      </div>
    </form>
  );
}
