import { useState, type ReactElement } from 'react';
import { modeSchema } from '../../../../src/contracts/screen';
import { ScrollRegion } from '../shared/scroll-region';
import { modeMeanings } from '../shared/shown-verdict';
import { ChoiceField } from './choice-field';
import { setMode } from './edit-settings';
import type { SettingsEditor } from './use-settings';

const manyProjects = 8;
const shownAtOnce = 50;
const modeNames = { observe: 'Observe', warn: 'Warn', enforce: 'Enforce' } as const;
const modeChoices = modeSchema.options.map((value) => ({ value, label: modeNames[value] }));

/** What a held gate does, per project and stage. */
export function ModesSection({ editor: { saved, draft, problems, edit } }: { editor: SettingsEditor }): ReactElement {
  const [filter, setFilter] = useState('');
  const gated = draft.stages.filter((stage) => stage.gated);
  const wanted = filter.trim().toLowerCase();
  const matching = saved.projects.filter(({ key, name }) => `${key} ${name}`.toLowerCase().includes(wanted));
  const projects = matching.slice(0, shownAtOnce);
  return (
    <section aria-labelledby="modes-heading">
      <h2 id="modes-heading">What a held gate does</h2>
      <dl className="meanings">
        {modeSchema.options.map((mode) => (
          <div key={mode}>
            <dt>{modeNames[mode]}</dt>
            <dd>{modeMeanings[mode]}</dd>
          </div>
        ))}
      </dl>
      {saved.projects.length > manyProjects && (
        <label className="inline">
          Find a project
          <input className="input" type="search" value={filter} onChange={(event) => setFilter(event.target.value)} />
        </label>
      )}
      <ScrollRegion label="Mode of each project and stage">
        <table className="plain-table modes">
          <thead>
            <tr>
              <th scope="col">Project</th>
              {gated.map(({ key, name }) => (
                <th key={key} scope="col">
                  {name}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {projects.map((project) => (
              <tr key={project.id}>
                <th scope="row">
                  {project.name} <span className="subtle">{project.key}</span>
                </th>
                {gated.map(({ key, name }) => (
                  <td key={key}>
                    <ChoiceField
                      label={`${project.name}, ${name}`}
                      path={`projects.${project.id}.${key}`}
                      value={draft.projects[project.id]?.[key] ?? 'observe'}
                      choices={modeChoices}
                      onChange={(mode) => edit(setMode(project.id, key, mode))}
                      problems={problems}
                    />
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollRegion>
      {matching.length > projects.length && (
        <p className="subtle">
          {projects.length} of {matching.length} projects; type part of a name to find the others.
        </p>
      )}
      {saved.projects.length === 0 && <p className="subtle">Holdpoint sees no project yet.</p>}
    </section>
  );
}
