import { useRef, type ReactElement } from 'react';
import { AddForm } from './add-form';
import { addStage, changeStage, moveStage, removeStage } from './edit-settings';
import { FieldProblem, hasProblem, problemId } from './field-problem';
import { NamesField } from './names-field';
import { MoveButtons, RemoveButton } from './row-buttons';
import type { SettingsEditor } from './use-settings';

/** The stages that a release goes through, in promotion order. */
export function StagesSection({ editor: { draft, problems, edit } }: { editor: SettingsEditor }): ReactElement {
  const newName = useRef<HTMLInputElement>(null);
  return (
    <section aria-labelledby="stages-heading">
      <h2 id="stages-heading">Stages</h2>
      <p className="subtle">
        In promotion order. A stage without a gate decides nothing; transitions whose rule still names it are refused, so take the
        rule off the workflow as well. Pipelines name a stage by its key or by what stands below it.
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
              <MoveButtons
                what={stage.name}
                isFirst={at === 0}
                isLast={at === draft.stages.length - 1}
                onMove={(by) => edit(moveStage(at, by))}
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
            <span className="stage-names">
              <NamesField
                label="Pipelines call it"
                about={`: stage ${at + 1}, beside its key, with commas between names`}
                path={`stages.${at}.environments`}
                names={stage.environments}
                placeholder={`${stage.key}, or e.g. live`}
                onChange={(environments) => edit(changeStage(at, { environments }))}
                problems={problems}
              />
            </span>
          </li>
        ))}
      </ol>
      <AddForm
        ref={newName}
        label="Name of a new stage"
        placeholder="e.g. Canary"
        maxLength={80}
        add={(name) => edit(addStage(name))}
      >
        Add a stage
      </AddForm>
      <FieldProblem problems={problems} path="stages" />
    </section>
  );
}
