import { useEffect, type ReactElement } from 'react';
import { nameWindow } from '../../bridge/jira-pages';
import { ProjectGates } from '../../settings/gates/project-gates';
import '../../settings/settings.css';

/** What releases of the project must meet, and who asks for it. */
export function GatesScreen({ projectId }: { projectId: string }): ReactElement {
  useEffect(() => nameWindow('Gates - Holdpoint'), []);
  return (
    <div className="settings">
      <section aria-labelledby="gates-heading">
        <h1 id="gates-heading">Gates of this project</h1>
        <ProjectGates projectId={projectId} />
      </section>
    </div>
  );
}
