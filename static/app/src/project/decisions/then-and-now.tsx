import TurnedIcon from '@atlaskit/icon/core/refresh';
import { useId, type ReactElement } from 'react';
import type { ThenAndNow } from '../../../../../src/contracts/hindsight';
import { IssueLink } from '../../shared/jira-link';
import { usePage } from '../../shared/page-context';
import { VerdictLozenge } from '../../shared/verdict-lozenge';
import { hindsightSentence, lateWords, sideWords } from './hindsight-words';

/** A verdict as known then and as known now, side by side, and what makes the difference. */
export function ThenAndNowView({ decision }: { decision: ThenAndNow }): ReactElement {
  const { format } = usePage();
  const { at, then, now, mode, turned, same, conditions } = decision;
  const differing = conditions.filter(({ differs }) => differs);
  const alike = conditions.filter(({ differs }) => !differs);
  return (
    <div className="then-now" data-turned={turned}>
      <p className="then-now-head">
        {turned && <TurnedIcon label="" size="small" />}
        <strong>{hindsightSentence(decision)}</strong>
      </p>
      <div className="then-now-sides">
        <Side title="As known then" note={format.moment(at)} verdict={{ ...then, mode }} />
        <Side title="As known now" note="The same moment, with what was learned since" verdict={{ ...now, mode }} />
      </div>
      {differing.length > 0 && <Conditions title="Conditions that differ" conditions={differing} />}
      <LateDefects decision={decision} />
      {alike.length > 0 && (
        <details>
          <summary>{alike.length === 1 ? 'One condition is the same' : `${alike.length} conditions are the same`}</summary>
          <Conditions title="Conditions that are the same" conditions={alike} />
        </details>
      )}
      <p className="subtle">
        {same
          ? 'Judged again from what was kept with it, the decision comes to what was written down.'
          : 'Holdpoint has learned to judge since: its rules of today come to something else on what was kept with this decision.'}
      </p>
    </div>
  );
}

interface SideProps {
  readonly title: string;
  readonly note: string;
  readonly verdict: ThenAndNow['then'] & Pick<ThenAndNow, 'mode'>;
}

function Side({ title, note, verdict }: SideProps): ReactElement {
  const heading = useId();
  return (
    <section className="then-now-side" aria-labelledby={heading}>
      <div className="then-now-title">
        <h3 id={heading}>{title}</h3>
        <VerdictLozenge stage={{ ...verdict, staleSince: null, until: null }} quiet />
      </div>
      <p className="subtle small">{note}</p>
      <p>{verdict.sentence}</p>
    </section>
  );
}

function Conditions({ title, conditions }: { title: string; conditions: ThenAndNow['conditions'] }): ReactElement {
  return (
    <ul className="then-now-conditions" aria-label={title}>
      {conditions.map(({ id, title: name, then, now }) => (
        <li key={id}>
          <strong>{name}</strong>
          <span>
            <span className="subtle">Then </span>
            {sideWords(then)}
          </span>
          <span>
            <span className="subtle">Now </span>
            {sideWords(now)}
          </span>
        </li>
      ))}
    </ul>
  );
}

function LateDefects({ decision: { late, hidden, more } }: { decision: ThenAndNow }): ReactElement | null {
  if (late.length + hidden === 0) return <p>Nothing more is known of its defects than was known then.</p>;
  const rest = [...(more === 0 ? [] : [`${more} more`]), ...(hidden === 0 ? [] : [`${hidden} that you may not see`])];
  return (
    <ul className="then-now-late" aria-label="What is known now">
      {late.map(({ id, key, conditions, ...words }) => (
        <li key={id}>
          <IssueLink issueKey={key} /> {lateWords(words)}
          {conditions.length > 0 && <span className="subtle"> · makes the difference</span>}
        </li>
      ))}
      {rest.length > 0 && <li className="subtle">And {rest.join(', and ')}.</li>}
    </ul>
  );
}
