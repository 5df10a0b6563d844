import QuestionIcon from '@atlaskit/icon/core/question-circle';
import CrossIcon from '@atlaskit/icon/core/status-error';
import CheckIcon from '@atlaskit/icon/core/status-success';
import WarningIcon from '@atlaskit/icon/core/status-warning';
import type { ReactElement } from 'react';
import type { ItemState } from './checklist-words';

const icons = { done: CheckIcon, open: CrossIcon, warned: WarningIcon, unknown: QuestionIcon } as const;

/** How an item stands, by a sign and a word. */
export function ItemMark({ state, words }: { state: ItemState; words: string }): ReactElement {
  const Icon = icons[state];
  return (
    <span className={`item-mark item-mark-${state}`}>
      <Icon label="" /> {words}
    </span>
  );
}
