import WarningIcon from '@atlaskit/icon/core/status-warning';
import type { ReactElement } from 'react';
import type { TriageItem } from '../../../../../src/contracts/triage-session';
import { dimensionNames, type Dimension } from './rating-rows';
import { capital, roleNames, spreadWords } from './triage-words';

interface Props {
  readonly revealed: NonNullable<TriageItem['revealed']>;
  readonly nameOf: (person: string | null) => string;
}

const dimensions: readonly Dimension[] = ['risk', 'impact'];

/** What everybody said, side by side; what people are far apart on stands first. */
export function Ratings({ revealed, nameOf }: Props): ReactElement {
  const { ratings } = revealed;
  if (ratings.length === 0) return <p className="subtle">Nobody rated it.</p>;
  const apart = dimensions.filter((dimension) => revealed.disagreement[dimension]);
  return (
    <div className="ratings" data-section="ratings">
      {apart.map((dimension) => (
        <p key={dimension} className="talk-about">
          <WarningIcon label="" size="small" />
          <span>
            <strong>Talk about {dimensionNames[dimension].toLowerCase()}:</strong>{' '}
            {spreadWords(ratings.map((rating) => rating[dimension]))}
          </span>
        </p>
      ))}
      <table className="plain-table" aria-label="Ratings of everybody">
        <thead>
          <tr>
            <th scope="col">Who</th>
            {dimensions.map((dimension) => (
              <th key={dimension} scope="col">
                {dimensionNames[dimension]}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {ratings.map((rating, at) => (
            <tr key={at}>
              <th scope="row">
                {rating.me ? 'You' : capital(nameOf(rating.person))}{' '}
                <span className="subtle small">{roleNames[rating.role]}</span>
              </th>
              {dimensions.map((dimension) => (
                <td key={dimension}>
                  <Scale value={rating[dimension]} />
                </td>
              ))}
            </tr>
          ))}
          <tr>
            <th scope="row">The middle</th>
            {dimensions.map((dimension) => (
              <td key={dimension}>
                <strong>{revealed[dimension] ?? 'None'}</strong>{' '}
                <span className="subtle small">{spreadWords(ratings.map((rating) => rating[dimension]))}</span>
              </td>
            ))}
          </tr>
        </tbody>
      </table>
    </div>
  );
}

/** A rating as a number on its line of five. */
function Scale({ value }: { value: number }): ReactElement {
  return (
    <span className="scale">
      <strong>{value}</strong>
      <span className="scale-dots" aria-hidden="true">
        {[1, 2, 3, 4, 5].map((place) => (
          <span key={place} data-here={place === value} />
        ))}
      </span>
    </span>
  );
}
