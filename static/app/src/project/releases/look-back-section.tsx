import type { ReactElement } from 'react';
import type { ReleasesView } from '../../../../../src/contracts/releases';
import { RelativeTime } from '../../shared/moment';
import { useNarrow } from '../../shared/use-narrow';
import { PastReleaseCards, PastReleaseTable } from './past-releases';
import './look-back.css';

/** What the gates would have said of the last releases; nothing where none was ever released. */
export function LookBackSection({ view: { lookBack, store } }: { view: ReleasesView }): ReactElement | null {
  const Releases = useNarrow() ? PastReleaseCards : PastReleaseTable;
  if (lookBack === null && store.kind !== 'reading') return null;
  return (
    <section className="look-back" aria-labelledby="look-back-heading">
      <h2 id="look-back-heading">What the gates would have said</h2>
      {lookBack === null ? (
        <p className="subtle">Past releases are judged once all of the project has been read.</p>
      ) : (
        <>
          <p>{lookBack.sentence}</p>
          {lookBack.releases.length > 0 && <Releases releases={lookBack.releases} />}
          <p className="subtle small">
            Judged by today&apos;s settings on what was known at the end of each release date; escaped are defects that name the
            release as affected and were reported after it. Worked out <RelativeTime at={lookBack.at} />.
          </p>
        </>
      )}
    </section>
  );
}
