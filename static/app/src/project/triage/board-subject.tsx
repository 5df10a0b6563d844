import Button from '@atlaskit/button/new';
import { useEffect, useRef, type ReactElement } from 'react';
import type { TriageItem } from '../../../../../src/contracts/triage-session';
import { DecisionBar } from './decision-bar';
import { DefectLarge } from './defect-large';
import { KeyCap } from './key-cap';
import { unknownPerson } from './person-names';
import { RatingRows } from './rating-rows';
import { Ratings } from './ratings';
import type { BoardState } from './use-board';
import type { DefectParts } from './use-parts';

interface Props {
  readonly board: BoardState;
  readonly projectId: string;
  readonly nameOf: (person: string | null) => string;
  readonly parts: DefectParts | undefined;
  readonly keys: boolean;
  readonly onClose: () => void;
}

/** The defect that everybody looks at: what it is, the ratings, and what becomes of it. */
export function BoardSubject(props: Props): ReactElement {
  const { board, projectId, nameOf, parts, keys } = props;
  const { session, item } = board;
  if (item === null) return <NothingLeft {...props} />;
  const { row } = item;
  const elsewhere = row.defectId !== session.currentId && session.currentId !== null;
  const near = session.people.flatMap(({ person, me }) =>
    person === null || me || nameOf(person) === unknownPerson ? [] : [{ id: person, name: nameOf(person) }],
  );
  return (
    <div className="board">
      {elsewhere && (
        <p className="note" role="status">
          The others look at {session.items.find(({ row: other }) => other.defectId === session.currentId)?.row.key} now. Finish
          here, or press Esc to go along.
        </p>
      )}
      <div className="board-columns">
        <DefectLarge row={row} parts={parts} nameOf={nameOf} takesFocus={board.form === null} isRated={item.revealed !== null} />
        <section className="board-side" aria-label="Ratings">
          {item.revealed === null ? (
            <>
              <RatingRows draft={board.draft} turn={board.turn} onRate={board.rate} onTurn={board.setTurn} keys={keys} />
              <p className="inline">
                <Button onClick={board.reveal}>Show all ratings{keys && <KeyCap>r</KeyCap>}</Button>
                <span className="subtle small">{votesWords(item)}</span>
              </p>
            </>
          ) : (
            <Ratings revealed={item.revealed} nameOf={nameOf} />
          )}
        </section>
      </div>
      <DecisionBar
        key={row.defectId}
        row={row}
        projectId={projectId}
        targets={session.targets}
        near={near}
        form={board.form}
        onForm={board.openForm}
        onDecide={board.decide}
        keys={keys}
      >
        <Button appearance="subtle" isDisabled={item.state === 'decided'} onClick={board.skip}>
          Skip{keys && <KeyCap>s</KeyCap>}
        </Button>
        <Button appearance="subtle" onClick={() => board.back(null)}>
          Back{keys && <KeyCap>b</KeyCap>}
        </Button>
      </DecisionBar>
    </div>
  );
}

function votesWords({ votes, mine }: TriageItem): string {
  if (votes === 0) return 'Nobody has rated it yet.';
  if (votes === 1) return mine === null ? 'One person has rated it.' : 'You have rated it.';
  return `${votes} people have rated it.`;
}

/** The end of the queue, or a defect that the viewer may not see. */
function NothingLeft({ board: { session, back }, onClose }: Props): ReactElement {
  const frame = useRef<HTMLDivElement>(null);
  useEffect(() => frame.current?.querySelector('button')?.focus({ preventScroll: true }), []);
  if (session.elsewhere) {
    return <p className="nothing">The others look at a defect that Jira hides from you. You follow along with the next one.</p>;
  }
  return (
    <section className="stack stack-tight nothing" data-section="end">
      <h2>{session.items.length === 0 ? 'No defect that you may see is left here' : 'Everything is decided'}</h2>
      <p className="subtle">Closing the session writes one comment on each issue that was decided or rated.</p>
      <div ref={frame} className="actions">
        <Button appearance="primary" onClick={onClose}>
          Close the session
        </Button>
        <Button appearance="subtle" onClick={() => back(null)}>
          Back to the last one
        </Button>
      </div>
    </section>
  );
}
