import { useMemo, type ReactElement } from 'react';
import type { DeferralRow } from '../../../../../src/contracts/deferrals';
import { peopleIn } from '../../deferral/deferral-words';
import { useNames } from '../decisions/use-names';
import { ShowMore } from '../show-more';
import { DeferralItem } from './deferral-item';

interface Props {
  readonly projectId: string;
  readonly rows: readonly DeferralRow[];
  readonly picked: ReadonlySet<string>;
  /** Null where nothing can be picked. */
  readonly pick: ((id: string) => void) | null;
  readonly onDone: (sentence: string) => void;
}

const first = 25;

/** Deferrals with everything that whoever decides about them wants to know. */
export function DeferralList({ projectId, rows, picked, pick, onDone }: Props): ReactElement {
  return (
    <ShowMore rows={rows} first={first} what="deferrals">
      {(shown) => <Shown projectId={projectId} rows={shown} picked={picked} pick={pick} onDone={onDone} />}
    </ShowMore>
  );
}

function Shown({ projectId, rows, picked, pick, onDone }: Props): ReactElement {
  const names = useNames(useMemo(() => rows.flatMap(peopleIn), [rows]));
  return (
    <ul className="register-rows" aria-label="Deferrals">
      {rows.map((row) => (
        <DeferralItem
          key={row.id}
          projectId={projectId}
          row={row}
          names={names}
          picked={picked.has(row.id)}
          onPick={pick === null || !row.may.approve ? null : () => pick(row.id)}
          onDone={onDone}
        />
      ))}
    </ul>
  );
}
