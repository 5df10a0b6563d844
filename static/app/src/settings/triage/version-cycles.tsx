import { useState, type ReactElement } from 'react';
import type { TriageCycle } from '../../../../../src/contracts/triage-settings';
import { ChoiceField } from '../choice-field';
import type { SettingsEditor } from '../use-settings';
import { useVersions } from '../use-versions';
import { changeTriage, cycleChoices, withCycle } from './triage-words';

/** Which releases are release candidates and hotfixes, project by project. */
export function VersionCycles({ editor: { saved, draft, problems, edit } }: { editor: SettingsEditor }): ReactElement {
  const [projectId, setProject] = useState(saved.projects[0]?.id ?? '');
  const versions = useVersions(projectId);
  const { cycles } = draft.triage;
  const set = Object.keys(cycles).length;
  if (saved.projects.length === 0) return <p className="subtle">There is no project yet.</p>;
  return (
    <div className="stack stack-tight wide">
      <label className="inline">
        <span className="row-words">Project</span>
        <select className="select" value={projectId} onChange={(event) => setProject(event.target.value)}>
          {saved.projects.map(({ id, key, name }) => (
            <option key={id} value={id}>
              {key} {name}
            </option>
          ))}
        </select>
      </label>
      {versions === null ? (
        <p className="subtle">Reading the releases from Jira…</p>
      ) : versions === 'silent' ? (
        <p className="problem">Jira did not tell the releases of this project. Reload the page to ask again.</p>
      ) : versions.length === 0 ? (
        <p className="subtle">This project has no release that is still to come.</p>
      ) : (
        <ul className="rows" aria-label="Kind of each release">
          {versions.map(({ id, name }) => (
            <li key={id} className="row">
              <span className="version-name">{name}</span>
              <ChoiceField<TriageCycle>
                label={`Kind of release ${name}`}
                path={`triage.cycles.${id}`}
                value={cycles[id] ?? 'normal'}
                choices={cycleChoices}
                onChange={(cycle) => edit(changeTriage(withCycle(draft.triage, id, cycle)))}
                problems={problems}
              />
            </li>
          ))}
        </ul>
      )}
      {set > 0 && (
        <p className="subtle small">
          {set === 1 ? '1 release is' : `${set} releases are`} not normal, over all projects; those that are out count for
          nothing.
        </p>
      )}
    </div>
  );
}
