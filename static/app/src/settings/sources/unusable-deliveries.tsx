import type { ReactElement } from 'react';
import { ClockTime } from '../../shared/moment';
import type { SourcesView } from './source-words';

/** The last deliveries that could not be used: when, from whom, and what is wrong with them. */
export function UnusableDeliveries({ view: { problems, sources } }: { view: SourcesView }): ReactElement | null {
  if (problems.length === 0) return null;
  const nameOf = (id: string): string => sources.find((source) => source.id === id)?.name ?? id;
  return (
    <details className="folded wide">
      <summary>
        {problems.length === 1
          ? 'The last delivery that could not be used'
          : `The last ${problems.length} deliveries that could not be used`}
      </summary>
      <ul className="unusable" aria-label="Deliveries that could not be used">
        {problems.map(({ at, source, type, because }, n) => (
          <li key={n}>
            <p className="subtle small">
              <ClockTime at={at} /> {nameOf(source)}, {type}
            </p>
            <p>{because}</p>
          </li>
        ))}
      </ul>
    </details>
  );
}
