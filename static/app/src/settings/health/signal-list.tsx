import type { ReactElement } from 'react';
import type { Signal } from '../../../../../src/contracts/health';
import { HealthMark } from './health-mark';
import { worstFirst } from './health-words';

interface Props {
  readonly signals: readonly Signal[];
  readonly label: string;
  /** Keeps apart what is well, where something else needs the eyes. */
  readonly fold?: boolean;
}

/** What is watched: what was found, and what to do about it. */
export function SignalList({ signals, label, fold = false }: Props): ReactElement | null {
  const good = fold ? signals.filter(({ state }) => state === 'good') : [];
  const shown = signals.filter((signal) => !good.includes(signal));
  if (signals.length === 0) return null;
  return (
    <div className="signals">
      {shown.length > 0 && <Signals signals={shown} label={label} />}
      {good.length > 0 && (
        <details className="folded">
          <summary>
            {good.length} {shown.length === 0 ? '' : 'more '}
            {good.length === 1 ? 'thing is' : 'things are'} watched: all is well
          </summary>
          <Signals signals={good} label={`${label}: all is well`} />
        </details>
      )}
    </div>
  );
}

function Signals({ signals, label }: Pick<Props, 'signals' | 'label'>): ReactElement {
  return (
    <ul className="signals" aria-label={label}>
      {worstFirst(signals).map(({ id, title, state, sentence, action }) => (
        <li key={id} className="signal" data-signal={id} data-state={state}>
          <HealthMark state={state} />
          <div>
            <p>
              <strong className="signal-title">{title}.</strong> {sentence}
            </p>
            {action !== null && <WhatToDo>{action}</WhatToDo>}
          </div>
        </li>
      ))}
    </ul>
  );
}

/** What somebody should do, told from what was found. */
export function WhatToDo({ children }: { children: string }): ReactElement {
  return (
    <p className="what-to-do">
      <span className="what-to-do-lead">What to do:</span> {children}
    </p>
  );
}
