import type { TriageItem, TriageSession } from '../../contracts/triage-session';
import type { StoredDefect } from '../../defects/shell';
import { minute, plus } from '../../kernel/instant';
import type { Instant } from '../../kernel/instant';
import { blindView, onBoard } from '../../triage';
import type { SessionItem, Vote } from '../../triage';
import type { Seat, StoredSession } from '../../triage/shell';
import { targetsOf, triageRow } from './row';
import type { RowFacts } from './row';

/** What a screen has not asked for so long is not there any more. */
const presentFor = minute;

export function isPresent({ seenAt }: Seat, now: Instant): boolean {
  return seenAt > plus(now, -presentFor);
}

export interface SessionFacts {
  readonly session: StoredSession;
  readonly items: readonly SessionItem[];
  readonly votes: readonly Vote[];
  readonly seats: readonly Seat[];
  /** Those that the viewer may see. */
  readonly defects: ReadonlyMap<string, StoredDefect>;
  readonly rows: RowFacts;
  readonly revision: string;
}

/** A session as one of its people sees it. */
export function sessionOf({ session, items, votes, seats, defects, rows, revision }: SessionFacts): TriageSession {
  const { now, viewer, people } = rows;
  const currentVotes = votes.filter(({ defectId }) => defectId === session.currentId);
  const elsewhere = session.currentId !== null && !defects.has(session.currentId);
  const shown = onBoard(items).flatMap((item) => {
    const defect = defects.get(item.defectId);
    return defect === undefined ? [] : [itemView(item, defect, votes, rows)];
  });
  const decided = shown.filter(({ state }) => state === 'decided').length;
  return {
    ...{
      kind: 'session',
      now,
      revision,
      step: session.revision,
      id: session.id,
      projectId: session.projectId,
      title: session.title,
    },
    ...{ state: session.state, startedAt: session.openedAt, closedAt: session.closedAt },
    role: seats.find(({ person }) => person === viewer)?.role ?? null,
    people: seats.map((seat) => ({
      ...{ person: people.get(seat.person) ?? null, role: seat.role, me: seat.person === viewer, present: isPresent(seat, now) },
      voted: !elsewhere && currentVotes.some(({ person }) => person === seat.person),
    })),
    ...{ currentId: elsewhere ? null : session.currentId, elsewhere, items: shown, decided, left: shown.length - decided },
    targets: targetsOf(rows.versions, rows.settings),
  };
}

function itemView(item: SessionItem, defect: StoredDefect, votes: readonly Vote[], rows: RowFacts): TriageItem {
  const { votes: count, mine, revealed } = blindView(item, votes, rows.viewer);
  return {
    ...{ row: triageRow(defect, rows), state: item.state, skipped: item.skipped, votes: count, mine },
    revealed:
      revealed === null
        ? null
        : {
            ...{ risk: revealed.risk, impact: revealed.impact, disagreement: revealed.disagreement },
            ratings: revealed.votes.map(({ person, role, risk, impact }) => ({
              ...{ person: rows.people.get(person) ?? null, role, risk, impact, me: person === rows.viewer },
            })),
          },
  };
}
