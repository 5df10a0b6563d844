import SectionMessage from '@atlaskit/section-message';
import { lazy, Suspense, useEffect, useState, useSyncExternalStore, type ReactElement } from 'react';
import { projectPageUrl } from '../bridge/jira-pages';
import { openNavigation, type Navigation } from '../bridge/navigation';
import { Loading } from '../shared/loading';
import { usePage } from '../shared/page-context';
import { RoutingProvider } from './routing';
import { ProjectNavigation } from './project-navigation';
import { ReleasesScreen } from './releases/releases-screen';
import { toRoute, type Route } from './route';
import './project-page.css';

const ReadinessScreen = lazy(async () => ({ default: (await import('./readiness/readiness-screen')).ReadinessScreen }));
const DecisionsScreen = lazy(async () => ({ default: (await import('./decisions/decisions-screen')).DecisionsScreen }));
const GatesScreen = lazy(async () => ({ default: (await import('./gates/gates-screen')).GatesScreen }));
const DataQualityScreen = lazy(async () => ({ default: (await import('./data-quality/data-quality-screen')).DataQualityScreen }));
const DeferralsScreen = lazy(async () => ({ default: (await import('./deferrals/deferrals-screen')).DeferralsScreen }));
const FlowScreen = lazy(async () => ({ default: (await import('./flow/flow-screen')).FlowScreen }));
const QueueScreen = lazy(async () => ({ default: (await import('./triage/queue-screen')).QueueScreen }));
const SessionScreen = lazy(async () => ({ default: (await import('./triage/session-screen')).SessionScreen }));
const ForecastScreen = lazy(async () => ({ default: (await import('./forecast/forecast-screen')).ForecastScreen }));
const ScopeScreen = lazy(async () => ({ default: (await import('./scope/scope-screen')).ScopeScreen }));
const AgingScreen = lazy(async () => ({ default: (await import('./aging/aging-screen')).AgingScreen }));
const RepairScreen = lazy(async () => ({ default: (await import('./repair/repair-screen')).RepairScreen }));
const EscapesScreen = lazy(async () => ({ default: (await import('./escapes/escapes-screen')).EscapesScreen }));
const AnalysisScreen = lazy(async () => ({ default: (await import('./rca/analysis-screen')).AnalysisScreen }));
const TrainScreen = lazy(async () => ({ default: (await import('./trains/train-screen')).TrainScreen }));
const PipelinesScreen = lazy(async () => ({ default: (await import('./pipelines/pipelines-screen')).PipelinesScreen }));

/** Holdpoint's page of a project: its releases and the readiness of one, what may wait, what pipelines told, what was decided, and what makes figures doubtful. */
export function ProjectPage(): ReactElement {
  const { project } = usePage().context.extension;
  const [navigation, setNavigation] = useState<Navigation | null>(null);
  const [base, setBase] = useState<string | null>(null);
  useEffect(() => {
    void openNavigation().then(setNavigation);
    if (project !== undefined) void projectPageUrl(project.key).then(setBase);
  }, [project]);

  if (project === undefined) {
    return (
      <SectionMessage appearance="warning" title="No project here">
        <p>Open Holdpoint from the menu of a Jira project.</p>
      </SectionMessage>
    );
  }
  if (navigation === null) return <Loading what="Holdpoint" heights={[32, 120, 120]} />;
  return (
    <main className="page">
      <Routed navigation={navigation} base={base} projectId={project.id} />
    </main>
  );
}

function Routed({
  navigation,
  base,
  projectId,
}: {
  navigation: Navigation;
  base: string | null;
  projectId: string;
}): ReactElement {
  const route = toRoute(useSyncExternalStore(navigation.listen, navigation.current));
  return (
    <RoutingProvider navigation={navigation} base={base}>
      <ProjectNavigation route={route} />
      <Suspense fallback={<Loading what="the page" heights={[32, 160, 240]} />}>
        <Screen route={route} projectId={projectId} />
      </Suspense>
    </RoutingProvider>
  );
}

function Screen({ route, projectId }: { route: Route; projectId: string }): ReactElement {
  switch (route.screen) {
    case 'releases':
      return <ReleasesScreen projectId={projectId} />;
    case 'readiness':
      return <ReadinessScreen key={route.versionId} projectId={projectId} versionId={route.versionId} filters={route.filters} />;
    case 'decisions':
      return <DecisionsScreen projectId={projectId} filters={route.filters} />;
    case 'deferrals':
      return <DeferralsScreen projectId={projectId} filters={route.filters} />;
    case 'forecast':
      return <ForecastScreen key={route.versionId} projectId={projectId} versionId={route.versionId} />;
    case 'scope':
      return <ScopeScreen key={route.versionId} projectId={projectId} versionId={route.versionId} />;
    case 'aging':
      return <AgingScreen projectId={projectId} filters={route.filters} />;
    case 'repair':
      return <RepairScreen projectId={projectId} filters={route.filters} />;
    case 'escapes':
      return <EscapesScreen projectId={projectId} filters={route.filters} />;
    case 'flow':
      return <FlowScreen projectId={projectId} filters={route.filters} />;
    case 'gates':
      return <GatesScreen projectId={projectId} />;
    case 'data-quality':
      return <DataQualityScreen projectId={projectId} />;
    case 'triage':
      return route.sessionId === null ? (
        <QueueScreen projectId={projectId} />
      ) : (
        <SessionScreen key={route.sessionId} projectId={projectId} sessionId={route.sessionId} />
      );
    case 'analysis':
      return (
        <AnalysisScreen
          key={`${route.which} ${route.versionId}`}
          projectId={projectId}
          versionId={route.versionId}
          which={route.which}
        />
      );
    case 'train':
      return <TrainScreen key={route.trainId} projectId={projectId} trainId={route.trainId} />;
    case 'pipelines':
      return <PipelinesScreen projectId={projectId} />;
  }
}
