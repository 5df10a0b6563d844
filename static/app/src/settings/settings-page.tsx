import SectionMessage from '@atlaskit/section-message';
import { useRef, useState, type ReactElement } from 'react';
import { Loading } from '../shared/loading';
import { useHiddenBelow } from '../shared/use-hidden-below';
import { ProblemNotice } from '../shared/problem-notice';
import { CommitsSection } from './commits/commits-section';
import { DeferralsSection } from './deferrals/deferrals-section';
import { FailuresSection } from './failures/failures-section';
import { FreezesSection } from './forecast/freezes-section';
import { GatesSection } from './gates/gates-section';
import { HealthSection } from './health/health-section';
import { useHealth } from './health/use-health';
import { MaskingSection } from './masking/masking-section';
import { ModesSection } from './modes-section';
import { NamesSection } from './names-section';
import { NotificationsSection } from './notifications-section';
import { OwnershipSection } from './ownership/ownership-section';
import { ReadingSection } from './reading-section';
import { RetentionSection } from './retention-section';
import { SaveBar } from './save-bar';
import { ScopeSection } from './scope/scope-section';
import { ScoringSection } from './scoring/scoring-section';
import { SlaSection } from './sla-section';
import { SourcesSection } from './sources/sources-section';
import { StagesSection } from './stages-section';
import { BreachesSection } from './transition-map/breaches-section';
import { TransitionMapSection } from './transition-map/transition-map-section';
import { TriageSection } from './triage/triage-section';
import { useSettings } from './use-settings';
import { useMeantWorkflows } from './workflows/use-meant-workflows';
import { openWorkflows, WorkflowDoor } from './workflows/workflow-door';
import { WorkflowsSection } from './workflows/workflows-section';
import './settings.css';

/** Holdpoint's settings for the whole site. */
export function SettingsPage(): ReactElement {
  const { editor, problem, reload } = useSettings();
  const health = useHealth();
  const page = useRef<HTMLElement>(null);
  const [workflowsOf, setWorkflowsOf] = useState<string | null>(null);
  const setUp = (projectId: string): void => {
    setWorkflowsOf(projectId);
    openWorkflows();
  };
  useMeantWorkflows(editor !== null, setUp);
  const unsaved = editor !== null && (editor.dirty || editor.saved.damaged !== null);
  const hiddenBelow = useHiddenBelow(page, unsaved);
  return (
    <main ref={page} className="page settings">
      <header>
        <h1>Holdpoint settings</h1>
        <p className="subtle">
          Which defects hold a release, in which stage, and what a held gate does. Nothing but Workflows and Pipelines changes
          until you save.
        </p>
      </header>
      <WorkflowDoor.Provider value={setUp}>
        <HealthSection health={health} />
      </WorkflowDoor.Provider>
      {editor === null && problem !== null && <ProblemNotice problem={problem} retry={() => void reload()} />}
      {editor === null && problem === null && <Loading what="the settings" heights={[120, 200, 120]} />}
      {editor !== null && (
        <>
          {editor.saved.damaged !== null && (
            <SectionMessage appearance="error" title="The saved settings could not be read" headingLevel="h2">
              <p>{editor.saved.damaged}</p>
              <p>Every gate is unknown until they are saved again. Below are the defaults: check them, then save.</p>
            </SectionMessage>
          )}
          <ModesSection editor={editor} />
          <GatesSection editor={editor} />
          <SlaSection editor={editor} />
          <ScoringSection editor={editor} />
          <TriageSection editor={editor} />
          <FreezesSection editor={editor} />
          <ScopeSection editor={editor} />
          <OwnershipSection editor={editor} />
          <DeferralsSection editor={editor} />
          <TransitionMapSection editor={editor} />
          <BreachesSection editor={editor} />
          <StagesSection editor={editor} />
          <NamesSection editor={editor} />
          <WorkflowsSection projectId={workflowsOf} onProject={setWorkflowsOf} />
          <SourcesSection />
          <FailuresSection editor={editor} />
          <MaskingSection editor={editor} />
          <CommitsSection editor={editor} />
          <NotificationsSection editor={editor} />
          <ReadingSection editor={editor} points={health.view?.signals.find(({ id }) => id === 'points') ?? null} />
          <RetentionSection editor={editor} />
          <SaveBar editor={editor} lift={hiddenBelow} />
        </>
      )}
    </main>
  );
}
