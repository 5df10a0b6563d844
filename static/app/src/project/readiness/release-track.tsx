import HereIcon from '@atlaskit/icon/core/location';
import { useCallback, type ReactElement } from 'react';
import type { BridgeView } from '../../../../../src/contracts/bridge';
import type { ReadinessView, StageReadiness } from '../../../../../src/contracts/readiness';
import { call } from '../../bridge/call';
import { RelativeTime } from '../../shared/moment';
import { VerdictLozenge } from '../../shared/verdict-lozenge';
import { useFollowed } from '../use-followed';
import { liveWords } from './track-words';
import './track.css';

type Track = BridgeView<'releaseTrack'>;

interface Stop {
  readonly key: string;
  readonly name: string;
  /** Null of a stage without a gate. */
  readonly verdict: StageReadiness | null;
  /** Undefined until pipelines' word of it is there. */
  readonly live: Track['stages'][number]['live'] | undefined;
}

/** The stages in the order in which the release passes them: their verdicts, what stands in them, and where the release stands now. */
export function ReleaseTrack({ view }: { view: ReadinessView }): ReactElement | null {
  const { project, version, revision } = view;
  const read = useCallback(
    () => call('releaseTrack', { projectId: project.id, versionId: version.id }),
    [project.id, version.id],
  );
  const { view: track } = useFollowed(read, revision);
  const stops = stopsOf(view.stages, track);
  if (stops.length === 0) return null;
  return (
    <ol className="track" aria-label={`Stages of ${version.name} in order`}>
      {stops.map((stop) => (
        <li
          key={stop.key}
          className="track-stop"
          data-stop={stop.key}
          data-verdict-of={stop.verdict?.state ?? 'none'}
          aria-current={track?.standsIn === stop.key ? 'step' : undefined}
        >
          <span className="track-name">
            <strong>{stop.name}</strong>
            {track?.standsIn === stop.key && (
              <span className="track-here small">
                <HereIcon label="" size="small" />
                {version.name} stands here
              </span>
            )}
          </span>
          {stop.verdict === null ? (
            <span className="subtle">No gate</span>
          ) : (
            <span>
              <VerdictLozenge stage={stop.verdict} quiet />
            </span>
          )}
          <LiveLine stop={stop} told={track?.told ?? true} />
        </li>
      ))}
    </ol>
  );
}

/** Stages with a gate are known with the page; those without one come with what stands in them. */
function stopsOf(gated: readonly StageReadiness[], track: Track | null): Stop[] {
  const verdicts = new Map(gated.map((stage) => [stage.stage.key, stage]));
  if (track === null) return gated.map((stage) => ({ ...stage.stage, verdict: stage, live: undefined }));
  return track.stages.map(({ key, name, live }) => ({ key, name, live, verdict: verdicts.get(key) ?? null }));
}

function LiveLine({ stop: { live }, told }: { stop: Stop; told: boolean }): ReactElement {
  if (live === undefined) return <span className="subtle small track-live">…</span>;
  const words = liveWords(live);
  if (words === null) return <span className="subtle small track-live">{told ? 'Nothing live' : 'No deployment told'}</span>;
  return (
    <span className="small track-live">
      <span className="subtle">Live: </span>
      {words.what} <span className="subtle">deployed</span> <RelativeTime at={words.since} />
      {words.more > 0 && (
        <span className="subtle">
          , and {words.more} more {words.more === 1 ? 'service' : 'services'}
        </span>
      )}
    </span>
  );
}
