import CheckIcon from '@atlaskit/icon/core/check-mark';
import CrossIcon from '@atlaskit/icon/core/cross';
import type { ReactElement } from 'react';
import type { GuardedTransition, Lock } from '../../../../../src/contracts/health';
import { ScrollRegion } from '../../shared/scroll-region';
import { useNarrow } from '../../shared/use-narrow';
import { lockWords } from './lock-words';

interface Props {
  readonly transitions: readonly GuardedTransition[];
  readonly projectName: string;
}

/** The transitions that carry Holdpoint's rules, with the locks that are there and those that are missing. */
export function TransitionLocks({ transitions, projectName }: Props): ReactElement {
  const narrow = useNarrow();
  return narrow ? (
    <ul className="lock-cards" aria-label={`Guarded transitions of ${projectName}`}>
      {transitions.map((transition, at) => (
        <LockCard key={at} transition={transition} />
      ))}
    </ul>
  ) : (
    <LockTable transitions={transitions} projectName={projectName} />
  );
}

function LockTable({ transitions, projectName }: Props): ReactElement {
  return (
    <ScrollRegion label={`Guarded transitions of ${projectName}`}>
      <table className="plain-table lock-table">
        <thead>
          <tr>
            <th scope="col">Workflow</th>
            <th scope="col">Transition</th>
            <th scope="col">Stage</th>
            {lockWords.map(({ lock, title }) => (
              <th key={lock} scope="col">
                {title}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {transitions.map((transition, at) => (
            <tr key={at} data-transition={transition.transition}>
              <td>{transition.workflow}</td>
              <th scope="row">
                {transition.transition} <span className="subtle">→ {transition.to}</span>
              </th>
              <td>
                <StageName stage={transition.stage} />
              </td>
              {lockWords.map(({ lock }) => (
                <td key={lock}>
                  <LockMark locks={transition.locks} lock={lock} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollRegion>
  );
}

function LockCard({ transition }: { transition: GuardedTransition }): ReactElement {
  return (
    <li className="lock-card" data-transition={transition.transition}>
      <p>
        <strong>{transition.transition}</strong> <span className="subtle">→ {transition.to}</span>
      </p>
      <p className="subtle small">{transition.workflow}</p>
      <dl className="lock-facts">
        <div>
          <dt>Stage</dt>
          <dd>
            <StageName stage={transition.stage} />
          </dd>
        </div>
        {lockWords.map(({ lock, title }) => (
          <div key={lock}>
            <dt>{title}</dt>
            <dd>
              <LockMark locks={transition.locks} lock={lock} />
            </dd>
          </div>
        ))}
      </dl>
    </li>
  );
}

function StageName({ stage }: { stage: string | null }): ReactElement {
  return stage === null ? <span className="health-attention">None picked: it refuses everything</span> : <>{stage}</>;
}

function LockMark({ locks, lock }: { locks: readonly Lock[]; lock: Lock }): ReactElement {
  const there = locks.includes(lock);
  return (
    <span className={there ? 'lock health-good' : 'lock health-bad'} data-lock={lock} data-there={there}>
      {there ? <CheckIcon label="" size="small" /> : <CrossIcon label="" size="small" />} {there ? 'there' : 'missing'}
    </span>
  );
}
