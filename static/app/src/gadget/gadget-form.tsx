import Button from '@atlaskit/button/new';
import { useId, useState, type FormEvent, type ReactElement } from 'react';
import { nextRelease, saveGadget, type GadgetConfiguration } from '../bridge/gadget';
import { Loading } from '../shared/loading';
import { useProjects, useVersions, type ProjectChoice } from './use-choices';

/** Which release the gadget shows. */
export function GadgetForm({ saved }: { saved: GadgetConfiguration | null }): ReactElement {
  const projects = useProjects();
  if (projects === null) return <Loading what="your projects" heights={[52, 52]} />;
  if (projects === 'failed' || projects.length === 0) {
    return (
      <main className="gadget">
        <p role="alert">
          {projects === 'failed'
            ? 'Jira did not say which projects there are. Nothing was changed; close this and try again.'
            : 'You may browse no project, so there is no release to show.'}
        </p>
      </main>
    );
  }
  return <Form saved={saved} projects={projects} />;
}

function Form({ saved, projects }: { saved: GadgetConfiguration | null; projects: readonly ProjectChoice[] }): ReactElement {
  const id = useId();
  const known = projects.find((project) => project.id === saved?.projectId) ?? projects[0];
  const [projectId, setProjectId] = useState(known?.id ?? '');
  const [versionId, setVersionId] = useState(saved?.versionId ?? nextRelease);
  const [refused, setRefused] = useState(false);
  const [saving, setSaving] = useState(false);
  const versions = useVersions(projectId);
  const listed = versions === null || versions === 'failed' ? [] : versions;
  const isListed = versionId === nextRelease || listed.some((version) => version.id === versionId);
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    const project = projects.find((one) => one.id === projectId);
    if (project === undefined) return;
    setSaving(true);
    setRefused(!(await saveGadget({ projectId, projectKey: project.key, versionId })));
    setSaving(false);
  };
  return (
    <main className="gadget">
      <form className="stack" onSubmit={(event) => void submit(event)}>
        <div className="stack stack-tight">
          <label htmlFor={`${id}-project`}>Project</label>
          <select
            id={`${id}-project`}
            className="select"
            value={projectId}
            onChange={(event) => {
              setProjectId(event.target.value);
              setVersionId(nextRelease);
            }}
          >
            {projects.map((project) => (
              <option key={project.id} value={project.id}>
                {project.name} ({project.key})
              </option>
            ))}
          </select>
        </div>
        <div className="stack stack-tight">
          <label htmlFor={`${id}-version`}>Release</label>
          <select
            id={`${id}-version`}
            className="select"
            value={versionId}
            onChange={(event) => setVersionId(event.target.value)}
          >
            <option value={nextRelease}>The next one, whichever it is</option>
            {listed.map((version) => (
              <option key={version.id} value={version.id}>
                {version.name}
              </option>
            ))}
            {!isListed && (
              <option value={versionId}>
                {versions === null ? 'Reading the releases…' : 'As it was saved (released since)'}
              </option>
            )}
          </select>
          {versions === 'failed' && (
            <p className="subtle">
              Holdpoint could not list the releases of this project; the next one can be shown all the same.
            </p>
          )}
        </div>
        {refused && (
          <p className="problem" role="alert">
            Jira did not save the gadget. Nothing was changed; try again.
          </p>
        )}
        <div>
          <Button type="submit" appearance="primary" isLoading={saving}>
            Save
          </Button>
        </div>
      </form>
    </main>
  );
}
