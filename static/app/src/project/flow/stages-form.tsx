import Button from '@atlaskit/button/new';
import { useId, useState, type ReactElement } from 'react';
import type { FlowStage, WorkflowStatus } from '../../../../../src/contracts/flow';
import { draftOf, draftProblem, stageRoles, stagesOf, type StageDraft } from './stage-draft';

interface Props {
  readonly workflow: readonly WorkflowStatus[];
  readonly stages: readonly FlowStage[] | null;
  /** @param stages null: the statuses as the project has them */
  readonly onChoose: (stages: readonly FlowStage[] | null) => void;
}

type Row = StageDraft[number];
const roleNames: Readonly<Record<Row['role'], string>> = {
  ...{ own: 'A stage', joined: 'One stage with the one above', out: 'Left out' },
};

/** Which statuses are the stages of the flow. Nothing changes before somebody uses them. */
export function StagesForm({ workflow, stages, onChoose }: Props): ReactElement {
  const explanation = useId();
  const [draft, setDraft] = useState<StageDraft>(() => draftOf(workflow, stages));
  const [problem, setProblem] = useState<string | null>(null);
  const change = (id: string, changed: Partial<Row>): void =>
    setDraft(draft.map((row) => (row.id === id ? { ...row, ...changed } : row)));
  const choose = (): void => {
    const found = draftProblem(draft);
    setProblem(found);
    if (found === null) onChoose(stagesOf(draft));
  };
  return (
    <fieldset aria-describedby={explanation}>
      <legend>Stages of the flow</legend>
      <p id={explanation} className="subtle">
        The first stage begins the flow; a defect that comes to the last one is done. What is left out is in no band.
      </p>
      <ul className="flow-stages">
        {draft.map((row) => (
          <Stage key={row.id} row={row} change={(changed) => change(row.id, changed)} />
        ))}
      </ul>
      <p role="status" className="problem">
        {problem}
      </p>
      <span className="actions">
        <Button onClick={choose}>Use these stages</Button>
        {stages !== null && (
          <Button appearance="subtle" onClick={() => onChoose(null)}>
            As the project has them
          </Button>
        )}
      </span>
    </fieldset>
  );
}

function Stage({ row, change }: { row: Row; change: (changed: Partial<Row>) => void }): ReactElement {
  const { name, now, role, stageName } = row;
  const id = useId();
  return (
    <li>
      <label htmlFor={id}>
        {name} <span className="subtle">({now.toLocaleString('en')} now)</span>
      </label>
      <select
        id={id}
        className="select"
        value={role}
        onChange={({ target }) => change({ role: stageRoles.find((one) => one === target.value) ?? role })}
      >
        {stageRoles.map((one) => (
          <option key={one} value={one}>
            {roleNames[one]}
          </option>
        ))}
      </select>
      {role === 'own' && (
        <input
          className="input"
          aria-label={`Name of the stage that begins with ${name}`}
          placeholder="Own name"
          maxLength={40}
          value={stageName}
          onChange={({ target }) => change({ stageName: target.value })}
        />
      )}
    </li>
  );
}
