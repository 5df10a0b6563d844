import EmptyState from '@atlaskit/empty-state';
import SectionMessage from '@atlaskit/section-message';
import { useCallback, type ReactElement } from 'react';
import type { ForecastView } from '../../../../../src/contracts/forecast';
import { call } from '../../bridge/call';
import { Figures } from '../../chart/figures';
import { usePage } from '../../shared/page-context';
import { StoreNotice } from '../../shared/store-notice';
import { useLiveView } from '../../shared/use-live-view';
import { LivePage } from '../live-page';
import { noFilters } from '../route';
import { RouteLink, useRouting } from '../routing';
import { VersionChoice } from '../version-choice';
import { BlockerList } from './blocker-list';
import { CalibrationSection } from './calibration-section';
import { DelayCard } from './delay-card';
import { ForecastSection } from './forecast-section';
import { inHundred } from './forecast-words';
import { FreezeForm } from './freeze-form';
import './forecast.css';

/** When will the blockers of a release be closed, and is a delay worth it? */
export function ForecastScreen({ projectId, versionId }: { projectId: string; versionId: string | null }): ReactElement {
  const live = useLiveView(
    useCallback(() => call('forecast', { projectId, versionId }), [projectId, versionId]),
    projectId,
  );
  return (
    <LivePage
      title="Forecast"
      live={live}
      summary={(view) =>
        view === null ? (
          <p className="subtle">When the blockers of a release will be closed.</p>
        ) : (
          view.state !== 'no-release' && <Summary view={view} reload={live.reload} />
        )
      }
      loading={{ what: 'the forecast', heights: [32, 64, 300] }}
    >
      {(view) =>
        view.state === 'no-release' ? (
          <EmptyState header="No release to look ahead to" headingLevel={2} description={view.sentence} />
        ) : (
          <>
            <StoreNotice store={view.store} projectId={projectId} />
            <Report view={view} />
          </>
        )
      }
    </LivePage>
  );
}

function Summary({ view, reload }: { view: ForecastView; reload: () => Promise<void> }): ReactElement {
  const { version, state, sentence } = view;
  const { go } = useRouting();
  return (
    <>
      <p className="summary" role="status">
        {sentence}
      </p>
      {version !== null && (
        <p>
          <RouteLink to={{ screen: 'readiness', versionId: version.id, filters: noFilters }}>
            {state === 'blocked' ? `Close what blocks ${version.name}: its readiness` : `Readiness of ${version.name}`}
          </RouteLink>
        </p>
      )}
      <div className="forecast-choices">
        <VersionChoice
          version={version}
          versions={view.versions}
          onChoose={(versionId) => go({ screen: 'forecast', versionId })}
        />
        {version !== null && state !== 'released' && (
          <FreezeForm key={version.id} view={view} version={version} reload={reload} />
        )}
      </div>
    </>
  );
}

function Report({ view }: { view: ForecastView }): ReactElement {
  const { outlook, refusal, calibration, delay, version, restsOn } = view;
  return (
    <>
      {refusal !== null && (
        <SectionMessage appearance="warning" title="Not calibrated" headingLevel="h2">
          <p>A forecast that cannot be relied on is not shown: {refusal.because}. What is missing:</p>
          <ul>
            {refusal.missing.map((sentence) => (
              <li key={sentence}>{sentence}</li>
            ))}
          </ul>
        </SectionMessage>
      )}
      {outlook !== null && (
        <>
          <Outcomes view={view} outlook={outlook} />
          <ForecastSection outlook={outlook} name={version?.name ?? ''} restsOn={restsOn} />
        </>
      )}
      {delay !== null && <DelayCard delay={delay} />}
      <BlockerList view={view} by={closedBy(view)} />
      {calibration !== null && <CalibrationSection calibration={calibration} />}
    </>
  );
}

function closedBy({ version, now }: ForecastView): string {
  const isAhead = version?.releaseDate != null && version.releaseDate >= now.slice(0, 10);
  return isAhead ? 'Closed by the release' : 'Closed in four weeks';
}

function Outcomes({ view, outlook }: { view: ForecastView; outlook: NonNullable<ForecastView['outlook']> }): ReactElement {
  const { format } = usePage();
  const { rows, hidden } = view.blockers;
  const mark = (label: string, at: typeof outlook.freeze) =>
    at === null
      ? []
      : [{ label, value: at.chance === null ? 'Over, or too far' : inHundred(at.chance), detail: format.date(at.day) }];
  return (
    <Figures
      items={[
        { label: 'Blockers now', value: (rows.length + hidden).toLocaleString('en') },
        ...mark(outlook.about === 'all-closed' ? 'Closed by the freeze' : 'None open at the freeze', outlook.freeze),
        ...mark(outlook.about === 'all-closed' ? 'Closed by the release' : 'None open at the release', outlook.release),
        ...outlook.dates.map(({ chance, day }) => ({
          label: `${Math.round(chance * 100)} in 100 by`,
          value: day === null ? 'Later than four months' : format.date(day),
        })),
      ]}
    />
  );
}
