import { useEffect, useState, type ReactElement } from 'react';
import { z } from 'zod';
import type { TriageCycle } from '../../../../../src/contracts/triage-settings';
import { readJira } from '../../bridge/jira';
import { ChoiceField } from '../choice-field';
import type { SettingsEditor } from '../use-settings';
import { changeTriage, cycleChoices, withCycle } from './triage-words';

const versionsSchema = z.array(
  z.looseObject({ id: z.string(), name: z.string(), released: z.boolean().default(false), archived: z.boolean().default(false) }),
);
type Version = z.infer<typeof versionsSchema>[number];

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

/** Releases that are still to come, as Jira shows them to the viewer: GET /rest/api/3/project/{id}/versions. Null while it is asked. */
function useVersions(projectId: string): readonly Version[] | null {
  const [read, setRead] = useState<{ readonly projectId: string; readonly versions: readonly Version[] } | null>(null);
  useEffect(() => {
    let gone = false;
    if (projectId === '') return undefined;
    void readJira(`/rest/api/3/project/${encodeURIComponent(projectId)}/versions`, versionsSchema).then((versions) => {
      const open = (versions ?? []).filter(({ released, archived }) => !released && !archived);
      if (!gone) setRead({ projectId, versions: open });
    });
    return () => {
      gone = true;
    };
  }, [projectId]);
  return read?.projectId === projectId ? read.versions : null;
}
