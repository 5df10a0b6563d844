import type { ReactElement } from 'react';
import { KeyCap } from './key-cap';

export type Dimension = 'risk' | 'impact';
export const dimensionNames: Readonly<Record<Dimension, string>> = { risk: 'Deployment risk', impact: 'Business impact' };
const words = ['hardly any', 'little', 'some', 'high', 'very high'] as const;

/** What a person has said so far. */
export interface Draft {
  readonly risk: number | null;
  readonly impact: number | null;
}

interface Props {
  readonly draft: Draft;
  /** The row that the next number rates. */
  readonly turn: Dimension;
  readonly onRate: (dimension: Dimension, value: number) => void;
  readonly onTurn: (dimension: Dimension) => void;
  readonly keys: boolean;
}

/** Two rows of 1 to 5. A number rates the row whose turn it is, then it is the turn of the other one. */
export function RatingRows({ draft, turn, onRate, onTurn, keys }: Props): ReactElement {
  return (
    <div className="rating-rows">
      {(['risk', 'impact'] as const).map((dimension) => (
        <fieldset
          key={dimension}
          className="rating-row"
          data-rating={dimension}
          data-turn={turn === dimension}
          onFocus={() => onTurn(dimension)}
        >
          <legend>
            {dimensionNames[dimension]}{' '}
            {keys && turn === dimension && (
              <span className="subtle small keys-hint">
                press <KeyCap>1</KeyCap> to <KeyCap>5</KeyCap>
              </span>
            )}
          </legend>
          <div className="rating-choices">
            {words.map((word, at) => (
              <label key={word} className="rating-choice">
                <input
                  type="radio"
                  name={`rating-${dimension}`}
                  checked={draft[dimension] === at + 1}
                  onChange={() => onRate(dimension, at + 1)}
                />
                <strong>{at + 1}</strong>
                <span className="small">{word}</span>
              </label>
            ))}
          </div>
        </fieldset>
      ))}
    </div>
  );
}
