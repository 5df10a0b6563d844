import { useCallback, useState, useSyncExternalStore, type ReactElement } from 'react';
import type { AnalysisOverview, AnalysisPart } from '../../../../src/contracts/analysis-page';
import { askPage } from '../bridge/page-calls';
import type { Navigation } from '../bridge/navigation';
import { AgingScreen } from '../project/aging/aging-screen';
import { FlowScreen } from '../project/flow/flow-screen';
import { toRoute } from '../project/route';
import { RoutingProvider } from '../project/routing';
import { useFollowed } from '../project/use-followed';
import { ErrorBoundary } from '../shared/error-boundary';
import { Loading } from '../shared/loading';
import { ProblemNotice } from '../shared/problem-notice';
import { BacklogSection } from './backlog-section';
import { AnalysisHead } from './analysis-head';
import { NotKnown } from './not-known';
import { ownPlace } from './own-place';
import { partNames } from './part-names';
import { RepairTimes } from './repair-times';
import '../project/project-page.css';
import './analysis.css';

/** The page that `holdpoint analyse --html` writes: what an export comes to, and its charts beneath each other, so that all of it prints. */
export function AnalysisPage(): ReactElement {
  const { view, problem, reload } = useFollowed(
    useCallback(() => askPage('overview', {}), []),
    '',
  );
  if (problem !== null)
    return (
      <main className="page analysis">
        <ProblemNotice problem={problem} retry={() => void reload()} />
      </main>
    );
  if (view === null) return <Loading what="the page" heights={[32, 160, 240]} />;
  return (
    <main className="page analysis">
      <AnalysisHead view={view} />
      {view.verdicts.map(({ part, sentence, isDrawn }) => (
        <div key={part} id={part} className="analysis-part" data-part={part}>
          <ErrorBoundary>
            {isDrawn ? <Part part={part} view={view} /> : <NotDrawn part={part} sentence={sentence} />}
          </ErrorBoundary>
        </div>
      ))}
      <NotKnown view={view} />
    </main>
  );
}

function NotDrawn({ part, sentence }: { part: AnalysisPart; sentence: string }): ReactElement {
  return (
    <section className="stack stack-tight" aria-labelledby={`${part}-title`}>
      <h1 id={`${part}-title`}>{partNames[part]}</h1>
      <p className="summary">{sentence}</p>
    </section>
  );
}

function Part({ part, view }: { part: AnalysisPart; view: AnalysisOverview }): ReactElement {
  switch (part) {
    case 'backlog':
      return <BacklogSection />;
    case 'repair':
      return <RepairTimes />;
    case 'aging':
    case 'flow':
      return <AppScreen part={part} view={view} />;
  }
}

const firstSearch = { aging: '', flow: '?range=all' } as const;

/** A screen of the app as it is, with filters of its own. */
function AppScreen({ part, view }: { part: 'aging' | 'flow'; view: AnalysisOverview }): ReactElement {
  const [navigation] = useState(() => ownPlace(`/${part}`, firstSearch[part]));
  return (
    <RoutingProvider navigation={navigation} base={null}>
      <Routed navigation={navigation} projectId={view.project.id} />
    </RoutingProvider>
  );
}

function Routed({ navigation, projectId }: { navigation: Navigation; projectId: string }): ReactElement | null {
  const route = toRoute(useSyncExternalStore(navigation.listen, navigation.current));
  if (route.screen === 'aging') return <AgingScreen projectId={projectId} filters={route.filters} />;
  return route.screen === 'flow' ? <FlowScreen projectId={projectId} filters={route.filters} /> : null;
}
