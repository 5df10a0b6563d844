import { useRef, type ReactElement } from 'react';
import type { SettingsProblem } from '../../../../../src/contracts/settings';
import { AddForm } from '../add-form';
import { CheckField } from '../check-field';
import { ChoiceField } from '../choice-field';
import { changeCommits, moved, replaced, without } from '../edit-settings';
import { FieldProblem } from '../field-problem';
import { NamesField } from '../names-field';
import { MoveButtons, RemoveButton } from '../row-buttons';
import { TextField } from '../text-field';
import type { SettingsEditor } from '../use-settings';
import { keyChoices, newRule, versionChoices, type BranchRule } from './commit-words';

/** What commits to the branches of each pattern must name, in the order that they are tried. */
export function BranchRules({ editor: { draft, problems, edit } }: { editor: SettingsEditor }): ReactElement {
  const { branches } = draft.commits;
  const newBranch = useRef<HTMLInputElement>(null);
  const set = (changed: BranchRule[]): void => edit(changeCommits({ branches: changed }));
  return (
    <>
      <ol className="rows" aria-label="Branch rules, in the order that they are tried">
        {branches.map((rule, at) => (
          <li key={at} className="row">
            <RuleFields
              rule={rule}
              name={`branch rule ${at + 1}`}
              path={`commits.branches.${at}`}
              onChange={(change) => set(replaced(branches, at, change))}
              problems={problems}
            />
            <span className="row-end">
              <MoveButtons
                what={`the rule of ${rule.branch}`}
                isFirst={at === 0}
                isLast={at === branches.length - 1}
                onMove={(by) => set(moved(branches, at, by))}
              />
              <RemoveButton
                what={`the rule of ${rule.branch}`}
                onClick={() => {
                  set(without(branches, at));
                  newBranch.current?.focus();
                }}
              />
            </span>
          </li>
        ))}
      </ol>
      <AddForm
        ref={newBranch}
        label="Pattern of another branch"
        placeholder="e.g. release/{version}"
        maxLength={200}
        add={(branch) => set([...branches, newRule(branch)])}
      >
        Add a branch rule
      </AddForm>
      <FieldProblem problems={problems} path="commits.branches" />
    </>
  );
}

interface FieldsProps {
  readonly rule: BranchRule;
  readonly name: string;
  readonly path: string;
  readonly onChange: (change: Partial<BranchRule>) => void;
  readonly problems: readonly SettingsProblem[];
}

function RuleFields({ rule, name, path, onChange, problems }: FieldsProps): ReactElement {
  return (
    <>
      <span className="row-words">On</span>
      <TextField
        label={`Branches, ${name}`}
        path={`${path}.branch`}
        value={rule.branch}
        maxLength={200}
        onChange={(branch) => onChange({ branch })}
        problems={problems}
      />
      <span className="row-words">a commit names</span>
      <ChoiceField
        label={`How many issues, ${name}`}
        path={`${path}.keys`}
        value={rule.keys}
        choices={keyChoices}
        onChange={(keys) => onChange({ keys })}
        problems={problems}
      />
      <ChoiceField
        label={`Version of the issues, ${name}`}
        path={`${path}.version`}
        value={rule.version}
        choices={versionChoices}
        onChange={(version) => onChange({ version })}
        problems={problems}
      />
      <div className="branch-more">
        <CheckField checked={rule.exists} onChange={(exists) => onChange({ exists })} about={name}>
          they exist
        </CheckField>
        <CheckField checked={rule.notDeferred} onChange={(notDeferred) => onChange({ notDeferred })} about={name}>
          none is deferred
        </CheckField>
        <CheckField checked={rule.notFrozen} onChange={(notFrozen) => onChange({ notFrozen })} about={name}>
          none is kept out by a freeze
        </CheckField>
      </div>
      <div className="branch-more branch-names">
        <NamesField
          label="of the work types"
          about={`, ${name}, with commas between them; empty for any`}
          path={`${path}.workTypes`}
          names={rule.workTypes}
          placeholder="any, or e.g. Bug, Task"
          onChange={(workTypes) => onChange({ workTypes })}
          problems={problems}
        />
        <NamesField
          label="in the statuses"
          about={`, ${name}, with commas between them; empty for any`}
          path={`${path}.statuses`}
          names={rule.statuses}
          placeholder="any, or e.g. In Progress"
          onChange={(statuses) => onChange({ statuses })}
          problems={problems}
        />
      </div>
    </>
  );
}
