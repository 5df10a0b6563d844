import type { ReactElement } from 'react';
import type { ConditionView } from '../../../../../../src/contracts/readiness';
import { DoneDefects } from '../done-defects';
import { computedWords, itemState, itemTitle } from './checklist-words';
import { ItemMark } from './item-mark';

/** An item that Holdpoint works out and nobody can tick: what it says, how it is worked out, and the defects behind it. */
export function ComputedItem({ condition }: { condition: ConditionView }): ReactElement {
  const { id, reason, definition, done, hidden } = condition;
  const state = itemState(condition);
  return (
    <li className="checklist-item" data-item={id}>
      <p className="checklist-line">
        <strong>{itemTitle(condition)}</strong>
        <ItemMark state={state} words={computedWords[state]} />
      </p>
      <div className="checklist-body">
        <p>
          {reason.charAt(0).toUpperCase()}
          {reason.slice(1)}.
        </p>
        {done !== undefined && <DoneDefects done={done} />}
        {hidden > 0 && <p className="subtle small">{hidden} you may not see: Jira hides them from you.</p>}
        <details className="small">
          <summary>How it is worked out</summary>
          <p className="subtle">{definition} Nobody can tick it by hand.</p>
        </details>
      </div>
    </li>
  );
}
