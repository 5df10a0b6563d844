import type { ReactElement } from 'react';
import type { DelayView } from '../../../../../src/contracts/forecast';
import { usePage } from '../../shared/page-context';
import { ScrollRegion } from '../../shared/scroll-region';
import { about } from './forecast-words';

/** Delay or ship: what goes out with open blockers, and what waiting would spare. */
export function DelayCard({ delay }: { delay: DelayView }): ReactElement {
  const { format } = usePage();
  return (
    <section className="delay-card" aria-labelledby="delay-heading" data-section="delay">
      <h2 id="delay-heading">Delay or ship</h2>
      {delay.kind === 'cannot-say' ? (
        <p className="subtle">This cannot be weighed. {delay.because}</p>
      ) : (
        <>
          <p>{delay.sentence}</p>
          <ScrollRegion label="What each day of going out would mean">
            <table className="plain-table">
              <thead>
                <tr>
                  <th scope="col">Goes out on</th>
                  <th scope="col">Days late</th>
                  <th scope="col">Open blockers</th>
                  <th scope="col">Users who meet them</th>
                </tr>
              </thead>
              <tbody>
                {delay.choices.map(({ day, delay: late, escapes, users }) => (
                  <tr key={day}>
                    <th scope="row">{format.date(day)}</th>
                    <td>{late}</td>
                    <td>{about(escapes)}</td>
                    <td>{about(users)}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </ScrollRegion>
          <ul className="rests-on small subtle">
            {delay.restsOn.map((sentence) => (
              <li key={sentence}>{sentence}</li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}
