import { useRef, type ReactElement } from 'react';
import { ChoiceField } from '../choice-field';
import { moved, without } from '../edit-settings';
import { FieldProblem } from '../field-problem';
import { AddButton, MoveButtons, RemoveButton } from '../row-buttons';
import type { SettingsEditor } from '../use-settings';
import { changeDeferrals, levelKinds, levelName, levelOf, type ApproverLevel } from './deferral-policy';
import { PeopleField } from './people-field';

const most = 5;

/** Who approves the first deferral of a defect, the second, and so on. */
export function ApproverLevels({ editor: { draft, problems, edit } }: { editor: SettingsEditor }): ReactElement {
  const { approvers } = draft.deferrals;
  const adder = useRef<HTMLButtonElement>(null);
  const set = (levels: ApproverLevel[]): void => edit(changeDeferrals({ approvers: levels }));
  const put = (at: number, level: ApproverLevel): void => set(approvers.map((one, index) => (index === at ? level : one)));
  return (
    <>
      <p className="subtle">Each time a defect is deferred again, the next level approves.</p>
      <ol className="rows" aria-label="Levels of approval">
        {approvers.map((level, at) => {
          const name = levelName(at, approvers.length);
          const path = `deferrals.approvers.${at}`;
          return (
            <li key={at} className="row">
              <span className="level-name">{name}</span>
              <ChoiceField
                label={`${name}: who approves`}
                path={`${path}.kind`}
                value={level.kind}
                choices={levelKinds}
                onChange={(kind) => put(at, levelOf(kind))}
                problems={problems}
              />
              <span className="row-end">
                <MoveButtons
                  what={`level ${at + 1}`}
                  isFirst={at === 0}
                  isLast={at === approvers.length - 1}
                  onMove={(by) => set(moved(approvers, at, by))}
                />
                {approvers.length > 1 && (
                  <RemoveButton
                    what={`level ${at + 1}`}
                    onClick={() => {
                      set(without(approvers, at));
                      adder.current?.focus();
                    }}
                  />
                )}
              </span>
              {level.kind === 'people' && (
                <PeopleField
                  of={name}
                  path={`${path}.accountIds`}
                  accountIds={level.accountIds}
                  onChange={(accountIds) => put(at, { kind: 'people', accountIds })}
                  problems={problems}
                />
              )}
              <FieldProblem problems={problems} path={path} />
            </li>
          );
        })}
      </ol>
      {approvers.length < most && (
        <AddButton ref={adder} onClick={() => set([...approvers, levelOf('project-admins')])}>
          Add a level
        </AddButton>
      )}
      <FieldProblem problems={problems} path="deferrals.approvers" />
    </>
  );
}
