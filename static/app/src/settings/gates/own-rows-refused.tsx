import Button from '@atlaskit/button/new';
import type { ReactElement } from 'react';
import type { SettingsProblem } from '../../../../../src/contracts/settings';
import { FieldProblem } from '../field-problem';
import { problemsUnder } from '../problems-under';
import type { SettingsEditor } from '../use-settings';
import { takeOwnRowsOut } from './edit-gates';

const under = 'gates.byProject';

interface Refused {
  readonly projectId: string;
  readonly name: string;
  readonly messages: readonly string[];
  /** Places of the rows among those of the project. */
  readonly rows: readonly number[];
}

const ofRow = /^gates\.byProject\.(\d+)\.rows\.(\d+)(?:\.|$)/;

/** Rules of single projects that the draft leaves without what they rest on: by project, with what can be done about them here. */
function refusedRows(problems: readonly SettingsProblem[], saved: SettingsEditor['saved']): Refused[] {
  const found = problems.flatMap(({ path, message }) => {
    const [, projectId, row] = ofRow.exec(path) ?? [];
    return projectId === undefined ? [] : [{ projectId, row: Number(row), message }];
  });
  return [...new Set(found.map(({ projectId }) => projectId))].map((projectId) => {
    const own = found.filter((one) => one.projectId === projectId);
    const project = saved.projects.find(({ id }) => id === projectId);
    return {
      ...{ projectId, name: project === undefined ? `the project ${projectId}` : `${project.name} (${project.key})` },
      messages: [...new Set(own.map(({ message }) => message))],
      rows: [...new Set(own.map(({ row }) => row))],
    };
  });
}

interface Props {
  readonly editor: Pick<SettingsEditor, 'problems' | 'saved' | 'edit'>;
  /** The button is gone with what it was for. */
  readonly onTakenOut: () => void;
}

/** What keeps the settings of all projects from being saved because of single projects, and the way out. */
export function OwnRowsRefused({ editor: { problems, saved, edit }, onTakenOut }: Props): ReactElement {
  const refused = refusedRows(problems, saved);
  const others = problemsUnder(
    problems.filter(({ path }) => !ofRow.test(path)),
    under,
  );
  return (
    <>
      <FieldProblem problems={others} path={under} />
      {refused.map(({ projectId, name, messages, rows }) => {
        const what = rows.length === 1 ? 'this rule' : `these ${rows.length} rules`;
        return (
          <div key={projectId} className="stage-gate own-rows-refused" role="alert">
            <h3>Of {name} alone</h3>
            {messages.map((message) => (
              <p key={message} className="problem">
                {message}
              </p>
            ))}
            <div className="actions">
              <Button
                onClick={() => {
                  edit(takeOwnRowsOut(projectId, rows));
                  onTakenOut();
                }}
              >
                Take {what} out of {name}
              </Button>
            </div>
          </div>
        );
      })}
    </>
  );
}
