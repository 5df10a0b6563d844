/** A defect in a session: it waits, somebody has rated it, everybody sees the ratings, it is decided. */
export const itemStates = ['waiting', 'voting', 'revealed', 'decided'] as const;
export type ItemState = (typeof itemStates)[number];

export interface SessionItem {
  readonly defectId: string;
  /** 0, 1, 2, … in the order of the queue when the session was opened. */
  readonly place: number;
  readonly state: ItemState;
  /** How often the group went on without deciding it. */
  readonly skipped: number;
  /** It was revealed, and people were more than a step apart. */
  readonly disagreed: boolean;
}

export interface Session {
  readonly state: 'open' | 'closed';
  /** The defect that everybody looks at; null where nothing is left. */
  readonly currentId: string | null;
  readonly items: readonly SessionItem[];
}

export type SessionAct =
  | { readonly kind: 'vote'; readonly defectId: string }
  /** @property disagreed what the ratings show once they are seen */
  | { readonly kind: 'reveal'; readonly defectId: string; readonly disagreed: boolean }
  | { readonly kind: 'decide'; readonly defectId: string }
  | { readonly kind: 'skip'; readonly defectId: string }
  /** To an item that is named, else to the one that stands before the current one. */
  | { readonly kind: 'back'; readonly defectId: string | null }
  | { readonly kind: 'close' };

export type SessionOutcome =
  { readonly kind: 'done'; readonly session: Session } | { readonly kind: 'refused'; readonly because: string };

/** A session over defects in the order of the queue. */
export function openSession(defectIds: readonly string[]): Session {
  const items = [...new Set(defectIds)].map((defectId, place): SessionItem => ({
    ...{ defectId, place, state: 'waiting', skipped: 0, disagreed: false },
  }));
  return { state: 'open', currentId: items[0]?.defectId ?? null, items };
}

/** What becomes of a session by something that somebody does, or why that cannot be done, in words for that person. */
export function inSession(session: Session, act: SessionAct): SessionOutcome {
  if (session.state === 'closed') return refused('This session is closed. Open another one to go on.');
  if (act.kind === 'close') return done({ ...session, state: 'closed' });
  if (act.kind === 'back' && act.defectId === null) return goBack(session);
  const item = session.items.find(({ defectId }) => defectId === act.defectId);
  if (item === undefined) return refused('This defect is not part of the session.');
  switch (act.kind) {
    case 'vote':
      return vote(session, item);
    case 'reveal':
      return reveal(session, item, act.disagreed);
    case 'decide':
      return decide(session, item);
    case 'skip':
      return skip(session, item);
    case 'back':
      return done({ ...session, currentId: item.defectId });
  }
}

function vote(session: Session, item: SessionItem): SessionOutcome {
  if (item.state === 'revealed')
    return refused('The ratings are shown already, so yours came too late to count. Say it to the others.');
  if (item.state === 'decided') return refused('It is decided already, so your rating came too late to count.');
  return done(withItem(session, { ...item, state: 'voting' }));
}

function reveal(session: Session, item: SessionItem, disagreed: boolean): SessionOutcome {
  if (item.state === 'decided') return refused('It is decided already.');
  if (item.state === 'revealed') return done(session);
  return done(withItem(session, { ...item, state: 'revealed', disagreed }));
}

function decide(session: Session, item: SessionItem): SessionOutcome {
  return goOn(withItem(session, { ...item, state: 'decided' }), item);
}

function skip(session: Session, item: SessionItem): SessionOutcome {
  if (item.state === 'decided') return goOn(session, item);
  return goOn(withItem(session, { ...item, skipped: item.skipped + 1 }), item);
}

/** Only who leaves the item that everybody looks at takes everybody along. */
function goOn(session: Session, left: SessionItem): SessionOutcome {
  return done(session.currentId === left.defectId ? { ...session, currentId: nextOf(session.items) } : session);
}

function goBack(session: Session): SessionOutcome {
  const ordered = [...session.items].sort((a, b) => a.place - b.place);
  const at = ordered.findIndex(({ defectId }) => defectId === session.currentId);
  const before = ordered[at === -1 ? ordered.length - 1 : at - 1];
  return before === undefined ? refused('This is the first one.') : done({ ...session, currentId: before.defectId });
}

/**
 * What the group looks at next: nothing that is decided; what was put off the fewest times; what people disagreed on before the rest;
 * then the order of the queue.
 */
export function nextOf(items: readonly SessionItem[]): string | null {
  const left = items.filter(({ state }) => state !== 'decided');
  const order = (a: SessionItem, b: SessionItem) =>
    a.skipped - b.skipped || Number(b.disagreed) - Number(a.disagreed) || a.place - b.place;
  return [...left].sort(order)[0]?.defectId ?? null;
}

/** How the items stand on the board: decided ones last, what people disagreed on first. */
export function onBoard<Item extends SessionItem>(items: readonly Item[]): Item[] {
  const rank = ({ state, disagreed }: SessionItem) => (state === 'decided' ? 2 : disagreed ? 0 : 1);
  return [...items].sort((a, b) => rank(a) - rank(b) || a.place - b.place);
}

/** Those that were rated for everybody to see, and not decided. @param rated ids of the defects that somebody rated */
export function leftOpen<Item extends Pick<SessionItem, 'defectId' | 'state'>>(
  items: readonly Item[],
  rated: readonly string[],
): Item[] {
  return items.filter(({ defectId, state }) => state === 'revealed' && rated.includes(defectId));
}

/** Whether everybody who is there has rated it. */
export function allHaveVoted(present: readonly string[], voted: readonly string[]): boolean {
  return present.length > 0 && present.every((person) => voted.includes(person));
}

function withItem(session: Session, item: SessionItem): Session {
  return { ...session, items: session.items.map((one) => (one.defectId === item.defectId ? item : one)) };
}

function done(session: Session): SessionOutcome {
  return { kind: 'done', session };
}

function refused(because: string): SessionOutcome {
  return { kind: 'refused', because };
}
