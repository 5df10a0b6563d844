import type { ReactElement } from 'react';
import type { WorkflowSetupView } from '../../../../../src/contracts/workflow-setup';
import { Loading } from '../../shared/loading';
import { ProblemNotice } from '../../shared/problem-notice';
import { FoldedSection } from '../fold';
import { useWorkflowSetup } from './use-workflow-setup';
import { WorkflowCard } from './workflow-card';
import { workflowsId } from './workflow-door';
import './workflows.css';

interface Props {
  /** Null for the first project that can be shown. */
  readonly projectId: string | null;
  readonly onProject: (projectId: string) => void;
}

/** Which transitions the gates guard, and putting Holdpoint's rules on them or off, without Jira's workflow editor. */
export function WorkflowsSection({ projectId, onProject }: Props): ReactElement {
  return (
    <FoldedSection id={workflowsId} title="Workflows" summary="Which transitions the gates guard" problems={0}>
      <Content projectId={projectId} onProject={onProject} />
    </FoldedSection>
  );
}

function Content({ projectId, onProject }: Props): ReactElement {
  const { view, problem, reload } = useWorkflowSetup(projectId);
  if (problem !== null) return <ProblemNotice problem={problem} retry={() => void reload()} />;
  return (
    <div className="workflows">
      <p className="subtle">
        A gate stops a release only where Holdpoint&apos;s rules stand on the transition into its stage. Choose the stage of each
        transition, and what it asks of a defect; look at the preview, then change the workflow. It takes effect in Jira at once;
        it is not part of what Save saves.
      </p>
      {view === null ? (
        <Loading what="the workflows" heights={[32, 120, 120]} />
      ) : (
        <Shown view={view} reload={reload} onProject={onProject} />
      )}
    </div>
  );
}

interface ShownProps {
  readonly view: WorkflowSetupView;
  readonly reload: () => Promise<void>;
  readonly onProject: (projectId: string) => void;
}

function Shown({ view: { projects, project, stages, lack, workflows }, reload, onProject }: ShownProps): ReactElement {
  return (
    <>
      {project !== null && projects.length > 1 && (
        <label className="workflow-project">
          <span>Project</span>
          <select className="select" value={project.id} onChange={(event) => onProject(event.target.value)}>
            {projects.map(({ id, key, name }) => (
              <option key={id} value={id}>
                {name} ({key})
              </option>
            ))}
          </select>
        </label>
      )}
      {lack !== null && <p className="note">{lack}</p>}
      {workflows.map((workflow) => (
        <WorkflowCard key={workflow.id} workflow={workflow} stages={stages} reload={reload} />
      ))}
    </>
  );
}
