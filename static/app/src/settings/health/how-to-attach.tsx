import Button from '@atlaskit/button/new';
import { useContext, type ReactElement } from 'react';
import type { ProjectHealth } from '../../../../../src/contracts/health';
import { WorkflowDoor } from '../workflows/workflow-door';
import { lockWords } from './lock-words';

/** The way to the set-up of a project's workflows; beside it the way by hand, in the words of Jira's workflow editor. */
export function HowToAttach({ project, open }: { project: ProjectHealth['project']; open: boolean }): ReactElement {
  const setUp = useContext(WorkflowDoor);
  return (
    <>
      {open && (
        <div className="actions">
          <Button aria-label={`Set up the workflows of ${project.name}`} onClick={() => setUp(project.id)}>
            Set up the workflows
          </Button>
        </div>
      )}
      <details className="how-to">
        <summary>How to attach a gate by hand</summary>
        <ol className="how-to-steps">
          <li>In Jira&apos;s settings, open Workflows and edit the workflow that the release tickets of this project follow.</li>
          <li>
            Choose the transition into the stage and add these three rules:
            <ul>
              {lockWords.map(({ lock, rule, does }) => (
                <li key={lock}>
                  <strong>{rule}</strong> {does}
                </li>
              ))}
            </ul>
          </li>
          <li>Pick the stage in each of them, then publish the workflow. This page shows it at its next look.</li>
        </ol>
      </details>
    </>
  );
}
