import { useId, useState, type ReactElement } from 'react';
import type { BehaviourCellView, BehaviourState } from '../../../../src/contracts/behaviours';
import type { BridgePayload } from '../../../../src/contracts/bridge';
import { behaviourChoices } from './behaviour-words';
import { PanelForm } from './panel-form';

/** What a person says of one stage. */
export type Word = Omit<BridgePayload<'setBehaviour'>, 'issueId'>;

interface Props {
  readonly cell: BehaviourCellView;
  /** What was typed before, where it could not be saved. */
  readonly draft: Word | null;
  readonly onSave: (word: Word) => void;
  readonly onCancel: () => void;
}

/** Says how the defect behaves in a stage: a choice, the build and a note. */
export function BehaviourEditor({ cell, draft, onSave, onCancel }: Props): ReactElement {
  const { stage, deployed } = cell;
  const [state, setState] = useState<BehaviourState>(draft?.state ?? cell.state);
  const [build, setBuild] = useState(draft?.build ?? deployed[0] ?? '');
  const [note, setNote] = useState(draft?.note ?? '');
  const id = useId();
  const save = (): void => onSave({ stage: stage.key, state, build: build.trim(), note: note.trim() });
  return (
    <PanelForm className="behaviour-editor" label={`How it behaves in ${stage.name}`} onSave={save} onCancel={onCancel}>
      <label>
        <span>In {stage.name} it is</span>
        <select
          className="select"
          value={state}
          onChange={(event) => {
            const chosen = behaviourChoices.find((choice) => choice.state === event.target.value);
            if (chosen !== undefined) setState(chosen.state);
          }}
        >
          {behaviourChoices.map((choice) => (
            <option key={choice.state} value={choice.state}>
              {choice.label}
            </option>
          ))}
        </select>
      </label>
      <label>
        <span>On build {deployed.length === 0 && <span className="subtle">(may be left empty)</span>}</span>
        <input
          className="input"
          list={`${id}-builds`}
          maxLength={200}
          value={build}
          onChange={(event) => setBuild(event.target.value)}
        />
        <datalist id={`${id}-builds`}>
          {deployed.map((one) => (
            <option key={one} value={one} />
          ))}
        </datalist>
      </label>
      {deployed.length > 0 && <p className="subtle small">Deployed there now: {deployed.join(', ')}.</p>}
      <label>
        <span>
          Note <span className="subtle">(may be left empty)</span>
        </span>
        <input className="input" maxLength={500} value={note} onChange={(event) => setNote(event.target.value)} />
      </label>
    </PanelForm>
  );
}
