import Button from '@atlaskit/button/new';
import { useState, type ReactElement } from 'react';
import type { TriageSession } from '../../../../../src/contracts/triage-session';
import { Announcer } from '../../shared/announcer';
import { RelativeTime } from '../../shared/moment';
import { useServerNow } from '../../shared/server-clock';
import { comingUp } from './ahead';
import { BoardList } from './board-list';
import { BoardSubject } from './board-subject';
import { CloseSession } from './close-session';
import { boardKeys, commandOf, ratingOf } from './keys';
import { KeyCap } from './key-cap';
import { KeysHelp } from './keys-help';
import { PeopleLine } from './people-line';
import { usePersonNames } from './person-names';
import { SentList } from './sent-list';
import { TakePart } from './take-part';
import { progressWords } from './triage-words';
import { useBoard, type BoardState } from './use-board';
import type { Decisions } from './use-decisions';
import { useKeys, useKeysOn } from './use-keys';
import { useParts } from './use-parts';
import type { LiveSession } from './use-session';

interface Props {
  readonly live: LiveSession;
  readonly session: TriageSession;
  readonly projectId: string;
  readonly decisions: Decisions;
  readonly inTurn: (act: () => Promise<void>) => void;
}
const prefetched = 2;

/** An open session. */
export function Board(props: Props): ReactElement {
  const { live, projectId, decisions } = props;
  const board = useBoard(props);
  const { session, item, notice } = board;
  const [closing, setClosing] = useState(false);
  const [help, setHelp] = useState(false);
  const keys = useKeysOn();
  const nameOf = usePersonNames([...session.people.map(({ person }) => person), ...(item === null ? [] : peopleOf(item.row))]);
  const parts = useParts([...(item === null ? [] : [item.row.defectId]), ...comingUp(session, prefetched)]);
  useKeys(keys.on, (event) => pressed(event, board, { closing, setClosing, help, setHelp }));
  return (
    <>
      <Announcer view={session} describe={shownNow} />
      <BoardHead session={session} live={live} onClose={() => setClosing(true)} onHelp={() => setHelp(!help)} keys={keys.on} />
      <PeopleLine people={session.people} nameOf={nameOf} isShown={item?.revealed != null} />
      {help && <KeysHelp keys={boardKeys} on={keys.on} turn={keys.turn} onClose={() => setHelp(false)} />}
      {session.role === null && <TakePart join={board.join} />}
      <SentList decisions={decisions} targets={session.targets} onOpen={board.back} />
      {notice !== null && (
        <p className="problem" role="alert">
          {notice}
        </p>
      )}
      {closing ? (
        <CloseSession session={session} close={board.close} onCancel={() => setClosing(false)} />
      ) : (
        <BoardSubject
          board={board}
          projectId={projectId}
          nameOf={nameOf}
          parts={item === null ? undefined : parts.get(item.row.defectId)}
          keys={keys.on}
          onClose={() => setClosing(true)}
        />
      )}
      {!closing && <BoardList session={session} onChoose={board.back} />}
    </>
  );
}

function peopleOf({ owner, decision, question }: TriageSession['items'][number]['row']): (string | null)[] {
  return [owner, decision?.by ?? null, question?.askedBy ?? null, question?.asked ?? null];
}

/** Read out: that the ratings are there to be talked about. */
function shownNow(before: TriageSession, after: TriageSession): string[] {
  const stateOf = ({ items, currentId }: TriageSession) => items.find(({ row }) => row.defectId === currentId)?.state;
  const isNew = before.currentId === after.currentId && stateOf(before) !== 'revealed' && stateOf(after) === 'revealed';
  return isNew ? ['The ratings are shown.'] : [];
}

interface Panes {
  readonly closing: boolean;
  readonly setClosing: (closing: boolean) => void;
  readonly help: boolean;
  readonly setHelp: (help: boolean) => void;
}

/** @returns whether the key did something */
function pressed(event: KeyboardEvent, board: BoardState, { closing, setClosing, help, setHelp }: Panes): boolean {
  const command = commandOf(event);
  if (command === 'keys') setHelp(!help);
  else if (command === 'leave') {
    if (board.form !== null) board.openForm(null);
    else if (closing) setClosing(false);
    else setHelp(false);
  } else if (closing || board.form !== null) return false;
  else return onBoard(event, board);
  return true;
}

function onBoard(event: KeyboardEvent, board: BoardState): boolean {
  const rating = ratingOf(event);
  if (rating !== null) {
    board.rate(rating.row, rating.value);
    return true;
  }
  const command = commandOf(event);
  switch (command) {
    case 'fix-now':
    case 'defer':
    case 'duplicate':
    case 'not-a-defect':
    case 'need-information':
      board.openForm(command);
      return true;
    case 'reveal':
      board.reveal();
      return true;
    case 'skip':
      board.skip();
      return true;
    case 'back':
      board.back(null);
      return true;
    default:
      return false;
  }
}

interface HeadProps {
  readonly session: TriageSession;
  readonly live: LiveSession;
  readonly keys: boolean;
  readonly onClose: () => void;
  readonly onHelp: () => void;
}

function BoardHead({ session, live, keys, onClose, onHelp }: HeadProps): ReactElement {
  const now = useServerNow();
  const all = session.decided + session.left;
  return (
    <header className="page-head">
      <div className="stack stack-tight">
        <h1>{session.title}</h1>
        <div className="session-progress">
          <progress value={session.decided} max={Math.max(1, all)} aria-label="Decided" />
          <span data-progress={session.decided}>{progressWords(session, now)}</span>
          {live.silentSince !== null && (
            <span className="data-age data-age-silent">
              No answer since <RelativeTime at={live.silentSince} />
            </span>
          )}
        </div>
      </div>
      <span className="actions">
        <Button appearance="subtle" onClick={onHelp}>
          Keys{keys && <KeyCap>?</KeyCap>}
        </Button>
        <Button onClick={onClose}>Close the session</Button>
      </span>
    </header>
  );
}
