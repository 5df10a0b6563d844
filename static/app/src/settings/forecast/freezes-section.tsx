import { useRef, useState, type ReactElement } from 'react';
import { freezeProblem } from '../../../../../src/contracts/forecast-settings';
import { usePage } from '../../shared/page-context';
import { FieldProblem, hasProblem, problemId } from '../field-problem';
import { FoldedSection } from '../fold';
import { countUnder } from '../problems-under';
import { RemoveButton } from '../row-buttons';
import type { SettingsEditor } from '../use-settings';
import { useVersions, type Version } from '../use-versions';
import { changeFreeze } from './freeze-edits';
import './freezes.css';

/** From which day on nothing but repairs goes into a release, project by project. */
export function FreezesSection({ editor }: { editor: SettingsEditor }): ReactElement {
  const { draft, saved, problems } = editor;
  const set = Object.keys(draft.forecast.freezes).length;
  const [projectId, setProject] = useState(saved.projects[0]?.id ?? '');
  return (
    <FoldedSection
      id="freezes"
      title="Freeze dates"
      summary={set === 0 ? 'None is set' : set === 1 ? '1 release has one' : `${set} releases have one`}
      problems={countUnder(problems, 'forecast')}
    >
      <p className="subtle">
        From this day on nothing but repairs goes into the release. Forecasts say how likely its blockers are closed by then.
      </p>
      {saved.projects.length === 0 ? (
        <p className="subtle">There is no project yet.</p>
      ) : (
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
          <Freezes editor={editor} projectId={projectId} />
        </div>
      )}
    </FoldedSection>
  );
}

function Freezes({ editor, projectId }: { editor: SettingsEditor; projectId: string }): ReactElement {
  const versions = useVersions(projectId);
  if (versions === null) return <p className="subtle">Reading the releases from Jira…</p>;
  if (versions === 'silent')
    return <p className="problem">Jira did not tell the releases of this project. Reload the page to ask again.</p>;
  if (versions.length === 0) return <p className="subtle">This project has no release that is still to come.</p>;
  return (
    <ul className="rows" aria-label="Freeze of each release">
      {versions.map((version) => (
        <li key={version.id} className="row freeze">
          <FreezeField editor={editor} version={version} />
        </li>
      ))}
    </ul>
  );
}

function FreezeField({ editor: { draft, problems, edit }, version }: { editor: SettingsEditor; version: Version }): ReactElement {
  const { format } = usePage();
  const field = useRef<HTMLInputElement>(null);
  const { id, name, releaseDate } = version;
  const freeze = draft.forecast.freezes[id];
  const path = `forecast.freezes.${id}.day`;
  const late = freeze === undefined ? null : freezeProblem(freeze, releaseDate);
  const shown = late === null || hasProblem(problems, path) ? problems : [{ path, message: late }];
  const isWrong = hasProblem(shown, path);
  const remove = (): void => {
    edit(changeFreeze(id, null));
    // The button goes with the freeze.
    field.current?.focus();
  };
  return (
    <>
      <span className="freeze-release">
        <span className="version-name">{name}</span>
        <span className="subtle small">
          {releaseDate === null ? 'has no release date' : `goes out on ${format.date(releaseDate)}`}
        </span>
      </span>
      <input
        ref={field}
        type="date"
        className="input"
        aria-label={`Freeze of ${name}`}
        aria-invalid={isWrong}
        aria-describedby={isWrong ? problemId(path) : undefined}
        value={freeze?.day ?? ''}
        onChange={({ target: { value: day } }) => edit(changeFreeze(id, day === '' ? null : { day, note: freeze?.note ?? '' }))}
      />
      {freeze !== undefined && (
        <>
          <input
            className="input freeze-note"
            aria-label={`Note on the freeze of ${name}`}
            placeholder="Note, e.g. who agreed to it"
            maxLength={200}
            value={freeze.note}
            onChange={(event) => edit(changeFreeze(id, { ...freeze, note: event.target.value }))}
          />
          <RemoveButton what={`the freeze of ${name}`} onClick={remove} />
        </>
      )}
      <FieldProblem problems={shown} path={path} />
    </>
  );
}
