import type { ReactElement } from 'react';
import type { AgingView } from '../../../../../src/contracts/aging';
import { ScrollRegion } from '../../shared/scroll-region';
import { DotKey } from './dot-shape';
import { severityLabels } from './mark-words';

/** How long closed ones of each severity took, and what open ones are beyond that. */
export function SeverityTable({ view }: { view: AgingView }): ReactElement {
  const { severities, windowDays, least } = view;
  return (
    <section className="stack stack-tight" aria-labelledby="aging-severities-heading" data-section="severities">
      <h2 id="aging-severities-heading">Against closed ones of the same severity</h2>
      <ScrollRegion label="Age by severity">
        <table className="plain-table aging-table">
          <thead>
            <tr>
              <th scope="col">Severity</th>
              <th scope="col">Open</th>
              <th scope="col">Beyond p85</th>
              <th scope="col">Debt exposure</th>
              <th scope="col">p50</th>
              <th scope="col">p85</th>
              <th scope="col">p95</th>
              <th scope="col">Closed</th>
            </tr>
          </thead>
          <tbody>
            {severities.map(({ severity, open, late, exposureDays, p50, p85, p95, restsOn }) => (
              <tr key={severity} data-severity={severity}>
                <th scope="row">
                  <span className="severity">
                    <DotKey severity={severity} />
                    {severityLabels[severity]}
                  </span>
                </th>
                <td>{open.toLocaleString('en')}</td>
                {p50 === null || p85 === null || p95 === null ? (
                  <td colSpan={5} className="subtle">
                    too few ({restsOn}) to say
                  </td>
                ) : (
                  <>
                    <td>{late.toLocaleString('en')}</td>
                    <td>{counted(exposureDays)}</td>
                    <td>{upTo(p50)}</td>
                    <td>{upTo(p85)}</td>
                    <td>{upTo(p95)}</td>
                  </>
                )}
                <td>{restsOn.toLocaleString('en')}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollRegion>
      <p className="subtle small">
        p85: 85 of 100 that were closed in the {windowDays} days up to the base day took no longer, from their creation to their
        end. With fewer than {least} closed ones Holdpoint does not say. The choice of a release leaves these as they are; that of
        a work type or a component narrows them.
      </p>
    </section>
  );
}

function counted(days: number): string {
  return days === 1 ? '1 day' : `${days.toLocaleString('en')} days`;
}

/** Rounded up: a percentile is a time within which they were closed. */
function upTo(days: number): string {
  return counted(Math.ceil(days));
}
