import { IconButton } from '@atlaskit/button/new';
import DownIcon from '@atlaskit/icon/core/arrow-down';
import UpIcon from '@atlaskit/icon/core/arrow-up';
import { useRef, useState, type FormEvent, type ReactElement } from 'react';
import Button from '@atlaskit/button/new';
import { addStage, changeStage, moveStage, removeStage } from './edit-settings';
import { FieldProblem, hasProblem, problemId } from './field-problem';
import { RemoveButton } from './row-buttons';
import type { SettingsEditor } from './use-settings';

/** The stages that a release goes through, in promotion order. */
export function StagesSection({ editor: { draft, problems, edit } }: { editor: SettingsEditor }): ReactElement {
  const newName = useRef<HTMLInputElement>(null);
  return (
    <section aria-labelledby="stages-heading">
      <h2 id="stages-heading">Stages</h2>
      <p className="subtle">
        In promotion order. A stage without a gate decides nothing; transitions whose rule still names it are refused, so take the
        rule off the workflow as well.
      </p>
      <ol className="rows" aria-label="Stages in promotion order">
        {draft.stages.map((stage, at) => (
          <li key={stage.key} className="row">
            <input
              className="input"
              aria-label={`Name of stage ${at + 1}`}
              aria-invalid={hasProblem(problems, `stages.${at}.name`)}
              aria-describedby={problemId(`stages.${at}.name`)}
              value={stage.name}
              maxLength={80}
              onChange={(event) => edit(changeStage(at, { name: event.target.value }))}
            />
            <code className="subtle">{stage.key}</code>
            <label className="check">
              <input
                type="checkbox"
                checked={stage.gated}
                onChange={(event) => edit(changeStage(at, { gated: event.target.checked }))}
              />
              has a gate
            </label>
            <span className="row-end">
              <IconButton
                icon={UpIcon}
                label={`Move ${stage.name} earlier`}
                appearance="subtle"
                isDisabled={at === 0}
                onClick={() => edit(moveStage(at, -1))}
              />
              <IconButton
                icon={DownIcon}
                label={`Move ${stage.name} later`}
                appearance="subtle"
                isDisabled={at === draft.stages.length - 1}
                onClick={() => edit(moveStage(at, 1))}
              />
              <RemoveButton
                what={`${stage.name} and its limits`}
                onClick={() => {
                  edit(removeStage(at));
                  newName.current?.focus();
                }}
              />
            </span>
            <FieldProblem problems={problems} path={`stages.${at}.name`} />
            <FieldProblem problems={problems} path={`stages.${at}.key`} />
          </li>
        ))}
      </ol>
      <NewStage inputRef={newName} add={(name) => edit(addStage(name))} />
      <FieldProblem problems={problems} path="stages" />
    </section>
  );
}

function NewStage({ inputRef, add }: { inputRef: React.RefObject<HTMLInputElement>; add: (name: string) => void }): ReactElement {
  const [name, setName] = useState('');
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (name.trim() === '') return inputRef.current?.focus();
    add(name.trim());
    setName('');
  };
  return (
    <form className="inline" onSubmit={submit}>
      <input
        ref={inputRef}
        className="input"
        aria-label="Name of a new stage"
        placeholder="e.g. Canary"
        maxLength={80}
        value={name}
        onChange={(event) => setName(event.target.value)}
      />
      <Button type="submit">Add a stage</Button>
    </form>
  );
}
