import type { ReactElement } from 'react';
import type { DataQualityView } from '../../../../../src/contracts/data-quality';

/** How well the duplicates hold that were suggested to people. */
export function SuggestedDuplicates({ duplicates }: Pick<DataQualityView, 'duplicates'>): ReactElement {
  const { sentence, places } = duplicates;
  return (
    <section className="quality-card" aria-labelledby="duplicates-heading" data-section="duplicates">
      <h2 id="duplicates-heading">Suggested duplicates</h2>
      <p>{sentence}</p>
      {places.length > 0 && (
        <details>
          <summary>By their place in the list</summary>
          <ul className="quality-defects">
            {places.map(({ place, shown, accepted, refused }) => (
              <li key={place}>
                Place {place}: {shown.toLocaleString('en')} shown, {accepted.toLocaleString('en')} confirmed,{' '}
                {refused.toLocaleString('en')} refused
              </li>
            ))}
          </ul>
        </details>
      )}
    </section>
  );
}
