import type { ReactElement } from 'react';
import type { DeferralsView } from '../../../../../src/contracts/deferrals';
import { counted } from '../../deferral/deferral-words';
import { ShowMore } from '../show-more';
import { RouteLink } from '../routing';
import { riskWords } from './register-words';

const first = 4;

/** What ends soon, and what each release goes out with. Every figure opens the rows behind it. */
export function DeferralSums({ view: { sums } }: { view: DeferralsView }): ReactElement {
  const { expiring, active, releases } = sums;
  return (
    <div className="register-sums" data-section="sums">
      <p>
        {expiring.length === 0 ? (
          active === 0 ? (
            'No defect is deferred now.'
          ) : (
            `None of the ${active.toLocaleString('en')} that hold ends in the next 14 days.`
          )
        ) : (
          <>
            <RouteLink to={{ screen: 'deferrals', filters: { show: 'expiring', release: null } }}>
              {counted(expiring.length, 'deferral')}
            </RouteLink>{' '}
            {expiring.length === 1 ? 'ends' : 'end'} in the next 14 days.
          </>
        )}
      </p>
      {releases.length > 0 && (
        <ShowMore rows={releases} first={first} what="releases">
          {(shown) => (
            <ul className="register-risk" aria-label="What each release goes out with">
              {shown.map((carried) => (
                <li key={carried.release.id} data-carried={carried.release.name}>
                  <strong>{carried.release.name}</strong> goes out with{' '}
                  <RouteLink to={{ screen: 'deferrals', filters: { show: 'active', release: carried.release.id } }}>
                    {riskWords(carried)}
                  </RouteLink>
                </li>
              ))}
            </ul>
          )}
        </ShowMore>
      )}
    </div>
  );
}
