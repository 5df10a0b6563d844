import type { ReactElement } from 'react';
import { ChoiceField } from '../choice-field';
import type { SettingsEditor } from '../use-settings';
import { delegate } from './edit-gates';
import { ProjectGates } from './project-gates';

/** Stands for all projects in the choice. */
export const allProjects = '';

const delegationChoices = [
  { value: 'nothing', label: 'nothing' },
  { value: 'tighter', label: 'only so that it asks for more' },
  { value: 'anything', label: 'anything' },
] as const;

interface ChoiceProps {
  readonly editor: SettingsEditor;
  readonly chosen: string;
  readonly onChoose: (projectId: string) => void;
}

/** For whom the gates are shown: all projects, or one with what it has of its own. */
export function ForChoice({ editor: { saved }, chosen, onChoose }: ChoiceProps): ReactElement {
  const own = saved.settings.gates.byProject;
  const choices = saved.projects.map(({ id, key, name }) => ({
    value: id,
    label: `${name} (${key})${own[id] === undefined ? '' : ', has rules of its own'}`,
  }));
  return (
    <p className="field-line">
      <span className="row-words">For</span>
      <ChoiceField
        label="For which projects"
        path="gates.for"
        value={chosen}
        choices={[{ value: allProjects, label: 'all projects' }, ...choices]}
        onChange={onChoose}
        problems={[]}
      />
    </p>
  );
}

/** What people who administer a project may change of its gates. */
export function DelegationField({ editor: { draft, problems, edit } }: { editor: SettingsEditor }): ReactElement {
  return (
    <p className="field-line">
      <span className="row-words">Of the gates of their project, people who administer it may change</span>
      <ChoiceField
        label="What project admins may change of their gates"
        path="gates.delegated"
        value={draft.gates.delegated}
        choices={delegationChoices}
        onChange={(delegated) => edit(delegate(delegated))}
        problems={problems}
      />
    </p>
  );
}

/** The gates of one project, saved by themselves: so nothing else may wait to be saved. */
export function OneProject({ editor, projectId }: { editor: SettingsEditor; projectId: string }): ReactElement {
  if (editor.dirty) return <p>Save or discard your other changes first. The gates of one project are saved by themselves.</p>;
  return <ProjectGates key={projectId} projectId={projectId} onSaved={() => void editor.reload()} />;
}
