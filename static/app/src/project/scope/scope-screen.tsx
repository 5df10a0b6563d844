import Button from '@atlaskit/button/new';
import EmptyState from '@atlaskit/empty-state';
import { useCallback, useState, type ReactElement } from 'react';
import type { ScopeView } from '../../../../../src/contracts/scope';
import { call } from '../../bridge/call';
import { ClockTime } from '../../shared/moment';
import { StoreNotice } from '../../shared/store-notice';
import { useLiveView } from '../../shared/use-live-view';
import { LivePage } from '../live-page';
import { noFilters } from '../route';
import { RouteLink, useRouting } from '../routing';
import { VersionChoice } from '../version-choice';
import { LeavingSection } from './leaving-section';
import { MoveDialog } from './move-dialog';
import { PlannedSection } from './planned-section';
import { ScopeFigures } from './scope-figures';
import { counted } from './scope-words';
import './scope.css';

/** What a release holds against what can be finished by its date, and what would have to leave. */
export function ScopeScreen({ projectId, versionId }: { projectId: string; versionId: string | null }): ReactElement {
  const live = useLiveView(
    useCallback(() => call('scope', { projectId, versionId }), [projectId, versionId]),
    projectId,
  );
  const [moving, setMoving] = useState<readonly string[] | null>(null);
  return (
    <LivePage
      title="Scope"
      live={live}
      summary={(view) =>
        view === null ? (
          <p className="subtle">What a release holds against what can be finished by its date.</p>
        ) : (
          view.state !== 'no-release' && <Summary view={view} reload={live.reload} move={setMoving} />
        )
      }
      loading={{ what: 'the scope', heights: [32, 96, 240] }}
    >
      {(view) => (
        <>
          {view.state === 'no-release' ? (
            <EmptyState header="No release to plan" headingLevel={2} description={view.sentence} />
          ) : (
            <StoreNotice store={view.store} projectId={projectId} />
          )}
          <Report view={view} move={setMoving} />
          {moving !== null && view.version !== null && (
            <MoveDialog
              view={view}
              version={view.version}
              ids={moving}
              onClose={(isChanged) => {
                setMoving(null);
                if (isChanged) void live.reload();
              }}
            />
          )}
        </>
      )}
    </LivePage>
  );
}

interface SummaryProps {
  readonly view: ScopeView;
  readonly reload: () => Promise<void>;
  readonly move: (ids: readonly string[]) => void;
}

function Summary({ view, reload, move }: SummaryProps): ReactElement {
  const { version, sentence, leaving, targets } = view;
  const { go } = useRouting();
  const [busy, setBusy] = useState(false);
  const readAgain = async (): Promise<void> => {
    setBusy(true);
    await reload();
    setBusy(false);
  };
  return (
    <>
      <p className="summary" role="status">
        {sentence}
      </p>
      <div className="scope-choices">
        {leaving !== null && leaving.ids.length > 0 && leaving.short === 0 && targets.length > 0 && (
          <Button appearance="primary" onClick={() => move(leaving.ids)}>
            Move {counted(leaving.ids.length)}…
          </Button>
        )}
        <VersionChoice version={version} versions={view.versions} onChoose={(versionId) => go({ screen: 'scope', versionId })} />
        {version !== null && (
          <RouteLink to={{ screen: 'readiness', versionId: version.id, filters: noFilters }}>
            Readiness of {version.name}
          </RouteLink>
        )}
        <span className="inline subtle">
          As of <ClockTime at={view.now} />
          <Button appearance="subtle" spacing="compact" isLoading={busy} onClick={() => void readAgain()}>
            Read again
          </Button>
        </span>
      </div>
    </>
  );
}

function Report({ view, move }: { view: ScopeView; move: (ids: readonly string[]) => void }): ReactElement | null {
  if (['no-release', 'released', 'not-read'].includes(view.state)) return null;
  return (
    <>
      {view.cut.map((sentence) => (
        <p key={sentence} className="note">
          {sentence}
        </p>
      ))}
      {view.state !== 'empty' && <ScopeFigures view={view} />}
      {view.leaving !== null && <LeavingSection view={view} leaving={view.leaving} move={move} />}
      <PlannedSection view={view} move={move} />
    </>
  );
}
