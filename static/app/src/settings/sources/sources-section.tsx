import { useRef, type ReactElement } from 'react';
import { Announcer } from '../../shared/announcer';
import { Loading } from '../../shared/loading';
import { ProblemNotice } from '../../shared/problem-notice';
import { useServerNow } from '../../shared/server-clock';
import { FoldedSection } from '../fold';
import { CreateSource } from './create-source';
import { SourceList } from './source-list';
import { arrangeSources, sourceChanges, sourcesSummary, type SourcesView } from './source-words';
import { UnusableDeliveries } from './unusable-deliveries';
import { useLookAgain, useSources, type Sources } from './use-sources';
import './sources.css';

/** Who may send test results, builds and deployments, and what they prove themselves by. */
export function SourcesSection(): ReactElement {
  const sources = useSources();
  const now = useServerNow();
  const summary = sources.view === null ? 'Who may send test results and deployments' : sourcesSummary(sources.view, now);
  return (
    <FoldedSection id="pipelines" title="Pipelines" summary={summary} problems={0}>
      <Content sources={sources} />
    </FoldedSection>
  );
}

function Content({ sources: { view, problem, reload } }: { sources: Sources }): ReactElement {
  useLookAgain(reload);
  if (view === null)
    return problem === null ? (
      <Loading what="the pipelines" heights={[48, 48]} />
    ) : (
      <ProblemNotice problem={problem} retry={() => void reload()} />
    );
  return <Connected view={view} reload={reload} />;
}

function Connected({ view, reload }: { view: SourcesView; reload: () => Promise<void> }): ReactElement {
  const { active, revoked } = arrangeSources(view.sources);
  const group = useRef<HTMLDivElement>(null);
  // The row that had the focus leaves the list.
  const onRevoked = (): void => group.current?.focus();
  return (
    <div ref={group} className="connected wide" role="group" aria-label="Pipelines" tabIndex={-1}>
      <Announcer view={view} describe={sourceChanges} />
      <p className="subtle">
        Who may send test results, builds, deployments and commits to Holdpoint, and ask its gates. What you do here takes effect
        at once; it is not part of what Save saves.
      </p>
      {active.length === 0 ? (
        <p>
          Nothing sends deliveries yet. Connect a pipeline, and its failed tests become defects and its deployments tell Holdpoint
          what runs where.
        </p>
      ) : (
        <SourceList label="Connected pipelines" sources={active} view={view} reload={reload} onRevoked={onRevoked} />
      )}
      <CreateSource projects={view.projects} reload={reload} />
      <UnusableDeliveries view={view} />
      {revoked.length > 0 && (
        <details className="folded wide">
          <summary>{revoked.length === 1 ? '1 revoked pipeline' : `${revoked.length} revoked pipelines`}</summary>
          <SourceList label="Revoked pipelines" sources={revoked} view={view} reload={reload} onRevoked={onRevoked} />
        </details>
      )}
    </div>
  );
}
