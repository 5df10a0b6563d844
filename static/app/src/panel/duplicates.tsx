import Button from '@atlaskit/button/new';
import { useCallback, useEffect, useRef, useState, type ReactElement } from 'react';
import type { DuplicateSuggestion, DuplicatesView } from '../../../../src/contracts/duplicates';
import { call } from '../bridge/call';
import { useFollowed } from '../project/use-followed';
import { IssueLink } from '../shared/jira-link';
import { DuplicateDialog, type DuplicateAct } from './duplicate-dialog';
import { DuplicateEvidence } from './duplicate-evidence';
import './duplicates.css';

/** Further ones are a click away, unless they are likely. */
const shownAtOnce = 2;

/** Defects that may be the same as this one, why, and what the viewer can say to that. */
export function Duplicates({ issueId, revision }: { issueId: string; revision: string }): ReactElement | null {
  const read = useCallback(() => call('duplicates', { issueId }), [issueId]);
  const { view, reload } = useFollowed(read, revision);
  const [act, setAct] = useState<DuplicateAct | null>(null);
  const [said, setSaid] = useState<readonly string[]>([]);
  const section = useRef<HTMLElement>(null);
  // Whoever did something with the keyboard goes on from here: the button that did it is gone.
  useEffect(() => {
    if (said.length > 0) section.current?.focus();
  }, [said]);
  if (view === null) return null;
  const { canonical, same, suggestions, unfinished } = view;
  if (canonical === null && same.length + suggestions.length + said.length === 0) return null;
  const first = suggestions.filter(({ likely }, place) => likely || place < shownAtOnce);
  const further = suggestions.filter((suggestion) => !first.includes(suggestion));
  const close = (sentences: readonly string[] | null): void => {
    setAct(null);
    if (sentences === null) return;
    void reload().then(() => setSaid(sentences));
  };
  return (
    <section ref={section} tabIndex={-1} className="panel-release" data-section="duplicates" aria-labelledby="duplicates-heading">
      <h2 id="duplicates-heading">Duplicates</h2>
      <div role="status" className="duplicate-said">
        {said.map((sentence) => (
          <p key={sentence}>{sentence}</p>
        ))}
      </div>
      <Same view={view} />
      {unfinished !== null && (
        <div className="stack stack-tight" role="alert">
          <p>
            The merge of {unfinished.plan.duplicate} into {unfinished.plan.canonical} is not finished.
          </p>
          {view.mayEdit && (
            <div className="actions">
              <Button
                spacing="compact"
                onClick={() => setAct({ how: 'merge', otherId: unfinished.otherId, plan: unfinished.plan, reopened: null })}
              >
                Go on with it…
              </Button>
            </div>
          )}
        </div>
      )}
      {suggestions.length > 0 && (
        <>
          <p className="subtle small">These may be about the same.</p>
          <Suggestions suggestions={first} onAct={view.mayEdit ? setAct : null} />
          {further.length > 0 && (
            <details>
              <summary>
                {further.length === 1 ? 'One more that is less alike' : `${further.length} more that are less alike`}
              </summary>
              <Suggestions suggestions={further} onAct={view.mayEdit ? setAct : null} />
            </details>
          )}
          <p className="subtle small">
            {view.help} {!view.mayEdit && 'People who may edit this issue say what it is.'}
          </p>
        </>
      )}
      {act !== null && <DuplicateDialog issueId={issueId} issueKey={view.key} act={act} onClose={close} />}
    </section>
  );
}

function Same({ view: { canonical, same } }: { view: DuplicatesView }): ReactElement | null {
  if (same.length === 0) return null;
  const others = same.filter(({ id }) => id !== canonical?.id);
  return (
    <>
      {canonical !== null && (
        <p data-canonical={canonical.key}>
          It is a duplicate of <IssueLink issueKey={canonical.key} /> {canonical.summary}
          {!canonical.open && <span className="subtle"> (closed)</span>}
        </p>
      )}
      {others.length > 0 && (
        <details>
          <summary>{others.length === 1 ? 'One other is the same' : `${others.length} others are the same`}</summary>
          <ul className="trail-list">
            {others.map(({ id, key, summary, said }) => (
              <li key={id}>
                <IssueLink issueKey={key} /> {summary}
                <span className="subtle small">, {said === 'merging' ? 'merge not finished' : said}</span>
              </li>
            ))}
          </ul>
        </details>
      )}
    </>
  );
}

/** Null for a viewer who may not edit the issue. */
type OnAct = ((act: DuplicateAct) => void) | null;

function Suggestions({ suggestions, onAct }: { suggestions: readonly DuplicateSuggestion[]; onAct: OnAct }): ReactElement {
  return (
    <ul className="duplicates">
      {suggestions.map((suggestion) => (
        <Suggestion key={suggestion.id} suggestion={suggestion} onAct={onAct} />
      ))}
    </ul>
  );
}

function Suggestion({ suggestion, onAct }: { suggestion: DuplicateSuggestion; onAct: OnAct }): ReactElement {
  const { id, key, summary, confidence, likely, open, status, released, plan, reopened } = suggestion;
  const offer = (how: DuplicateAct['how']) => () => onAct?.({ how, otherId: id, otherKey: key, plan, reopened });
  return (
    <li data-candidate={key} data-likely={likely}>
      <div className="panel-stage">
        <h3>
          <IssueLink issueKey={key} /> {summary}
        </h3>
      </div>
      <p className="small subtle">
        <span className={likely ? 'duplicate-likely' : ''}>{confidence}</span> · {status}
        {!open && status.toLowerCase() !== 'closed' && ', closed'}
        {!open && released.length > 0 && `, released in ${released.join(', ')}`}
      </p>
      <DuplicateEvidence suggestion={suggestion} />
      {onAct !== null && (
        <div className="actions">
          <Button spacing="compact" onClick={offer('link')}>
            Link…<span className="unseen"> with {key}</span>
          </Button>
          <Button spacing="compact" onClick={offer('merge')}>
            Merge…<span className="unseen"> with {key}</span>
          </Button>
          <Button spacing="compact" appearance="subtle" onClick={offer('refuse')}>
            Not a duplicate…<span className="unseen"> of {key}</span>
          </Button>
        </div>
      )}
    </li>
  );
}
