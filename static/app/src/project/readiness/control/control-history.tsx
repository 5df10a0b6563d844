import type { ReactElement } from 'react';
import type { ControlEventView } from '../../../../../../src/contracts/gate-control';
import { ToldTime } from '../../../shared/told-time';
import { eventWords } from './control-words';

interface Props {
  readonly events: readonly ControlEventView[];
  /** Names by account id, as far as they are known. */
  readonly names: ReadonlyMap<string, string>;
}

/** Who did what, when and why, the oldest first. */
export function ControlHistory({ events, names }: Props): ReactElement {
  return (
    <ol className="control-history" aria-label="What happened">
      {events.map(({ act, at, who, because }) => (
        <li key={`${act}-${at}-${who?.pseudonym ?? ''}`}>
          {eventWords(act)} <ToldTime at={at} /> by {personWords(who, names)}
          {because !== null && <span className="control-because"> “{because}”</span>}
        </li>
      ))}
    </ol>
  );
}

/** A person by name; who was erased, or is not shown to the viewer, by a word. */
export function personWords(person: ControlEventView['who'], names: ReadonlyMap<string, string>): string {
  if (person === null) return 'Holdpoint';
  return names.get(person.accountId ?? '') ?? 'somebody';
}
