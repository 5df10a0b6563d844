import CheckIcon from '@atlaskit/icon/core/status-success';
import ChevronIcon from '@atlaskit/icon/core/chevron-right';
import QuestionIcon from '@atlaskit/icon/core/question-circle';
import WarningIcon from '@atlaskit/icon/core/status-warning';
import type { ReactElement } from 'react';
import type { TraceNumber } from '../../../../../src/contracts/traceability';
import { IssueLink, SearchLink } from '../../shared/jira-link';
import { ToldTime } from '../../shared/told-time';
import { ShowMore } from '../show-more';

const figure = (count: number): string => count.toLocaleString('en');

/** A number that opens: how it is counted, from what, and what was counted. */
export function TraceRow({ number }: { number: TraceNumber }): ReactElement {
  const { id, title, definition, inputs, rows, hidden, jql, count } = number;
  return (
    <details className="condition trace" data-trace={id}>
      <summary>
        <span className="condition-chevron">
          <ChevronIcon label="" size="small" />
        </span>
        <span>{title}</span>
        <TraceCount number={number} />
      </summary>
      <div className="condition-detail">
        <p>{definition}</p>
        <p className="subtle">Counted from {inputs}</p>
        {rows.length > 0 && (
          <ShowMore rows={rows} first={10} what={jql === null ? (id === 'orphan-commits' ? 'commits' : 'of them') : 'defects'}>
            {(shown) => (
              <ul className="condition-defects trace-rows">
                {shown.map(({ key, sha, at, text }) => (
                  <li key={`${key ?? ''} ${sha ?? ''} ${at ?? ''} ${text}`}>
                    {key !== null && <IssueLink issueKey={key} />}
                    {sha !== null && <code>{sha.slice(0, 10)}</code>}
                    <span className="condition-defect-summary">{text}</span>
                    {at !== null && (
                      <span className="subtle">
                        <ToldTime at={at} />
                      </span>
                    )}
                  </li>
                ))}
              </ul>
            )}
          </ShowMore>
        )}
        {count !== null && count > rows.length && (
          <p className="subtle">
            The first {rows.length} of {figure(count)} are listed.
          </p>
        )}
        {hidden > 0 && (
          <p className="subtle">
            {rows.length === 0 ? 'There ' : 'And there '}
            {hidden === 1 ? 'is 1' : `are ${figure(hidden)}`} you may not see: Jira hides them from you.
          </p>
        )}
        {jql !== null && (
          <p>
            <SearchLink jql={jql}>Open in Jira</SearchLink>
          </p>
        )}
      </div>
    </details>
  );
}

function TraceCount({ number: { count, kind } }: { number: TraceNumber }): ReactElement {
  if (count === null)
    return (
      <span className="condition-state subtle">
        <QuestionIcon label="" color="var(--ds-icon-subtle)" /> Unknown
      </span>
    );
  const isGap = kind === 'gap' && count > 0;
  return (
    <span className="condition-state">
      {isGap ? (
        <WarningIcon label="To look at:" color="var(--ds-icon-warning)" />
      ) : (
        <CheckIcon label="" color={count === 0 && kind === 'good' ? 'var(--ds-icon-subtle)' : 'var(--ds-icon-success)'} />
      )}
      {count === 0 ? 'None' : <strong>{figure(count)}</strong>}
    </span>
  );
}
