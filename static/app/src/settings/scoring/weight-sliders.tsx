import { useRef, useState, type ReactElement } from 'react';
import { reweighted, scoreTermNames } from '../../../../../src/contracts/score';
import type { ScoreTermName } from '../../../../../src/contracts/score';
import { termLabels } from '../../panel/score-words';
import type { Weights } from './weigh';

interface Props {
  readonly weights: Weights;
  readonly onChange: (weights: Weights) => void;
}

/** One slider a weight; the others make room in proportion, so that they sum to 100 % always. */
export function WeightSliders({ weights, onChange }: Props): ReactElement {
  const [locked, setLocked] = useState<ReadonlySet<ScoreTermName>>(new Set());
  // While one is dragged, the others follow from where they began, so that dragging back leads back.
  const drag = useRef<{ name: ScoreTermName; from: Weights; last: Weights } | null>(null);
  const change = (name: ScoreTermName, to: number): void => {
    if (!Number.isFinite(to)) return;
    const going = drag.current;
    const from = going !== null && going.name === name && going.last === weights ? going.from : weights;
    const next = reweighted(from, scoreTermNames, { name, to, locked });
    drag.current = { name, from, last: next };
    onChange(next);
  };
  const lock = (name: ScoreTermName): void => {
    drag.current = null;
    const next = new Set(locked);
    if (!next.delete(name)) next.add(name);
    setLocked(next);
  };
  return (
    <ul className="weights" aria-label="Weights">
      {scoreTermNames.map((name) => (
        <li key={name} data-term={name}>
          <span className="weight-name">{termLabels[name]}</span>
          <input
            type="range"
            min={0}
            max={100}
            step={1}
            aria-label={`Weight of ${termLabels[name]}`}
            aria-valuetext={`${weights[name]} %`}
            disabled={locked.has(name)}
            value={weights[name]}
            onChange={(event) => change(name, event.target.valueAsNumber)}
          />
          <span className="weight-number">
            <input
              className="input input-number"
              type="number"
              inputMode="numeric"
              min={0}
              max={100}
              step={1}
              aria-label={`Weight of ${termLabels[name]} in percent`}
              disabled={locked.has(name)}
              value={weights[name]}
              onChange={(event) => change(name, event.target.valueAsNumber)}
            />{' '}
            %
          </span>
          <label className="check small">
            <input type="checkbox" checked={locked.has(name)} onChange={() => lock(name)} />
            <span>
              Lock<span className="unseen"> {termLabels[name]}</span>
            </span>
          </label>
        </li>
      ))}
    </ul>
  );
}
