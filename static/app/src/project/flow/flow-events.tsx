import type { ReactElement } from 'react';
import type { FlowView } from '../../../../../src/contracts/flow';
import { dayName } from '../../chart/axes';
import { usePage } from '../../shared/page-context';
import { markerWords } from './flow-words';

/** Releases, freezes and deployments of the days that are shown, as a list, the newest first. */
export function FlowEvents({ markers }: Pick<FlowView, 'markers'>): ReactElement | null {
  const { format } = usePage();
  if (markers.length === 0) return null;
  return (
    <details className="flow-events">
      <summary>Releases and deployments in these days: {markers.length}</summary>
      <ul>
        {markers.toReversed().map((marker) => (
          <li key={`${marker.day} ${marker.kind} ${marker.name}`}>
            <span className="subtle">{format.date(dayName(marker.day))}</span> {markerWords(marker)}
          </li>
        ))}
      </ul>
    </details>
  );
}
