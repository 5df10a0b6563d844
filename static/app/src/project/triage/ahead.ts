import type { TriageItem, TriageSession } from '../../../../../src/contracts/triage-session';

/** What was done here and is not answered yet. */
export interface OnItsWay {
  readonly defectId: string;
  readonly act: 'decide' | 'skip';
}

/**
 * The session as it will be once what is on its way has been taken: the next defect is there without waiting. Whoever leaves the defect
 * that everybody looks at goes on to the one that was put off the fewest times, in the order of the board.
 */
export function ahead(session: TriageSession, onItsWay: readonly OnItsWay[]): TriageSession {
  if (session.state === 'closed' || onItsWay.length === 0) return session;
  const did = (item: TriageItem, act: OnItsWay['act']) =>
    item.state !== 'decided' && onItsWay.some((one) => one.act === act && one.defectId === item.row.defectId);
  const items = session.items.map((item): TriageItem => {
    if (did(item, 'decide')) return { ...item, state: 'decided' };
    return did(item, 'skip') ? { ...item, skipped: item.skipped + 1 } : item;
  });
  const decided = items.filter(({ state }) => state === 'decided').length;
  const leaves = onItsWay.some(({ defectId }) => defectId === session.currentId);
  const currentId = leaves ? nextOf(items) : session.currentId;
  return { ...session, items, decided, left: items.length - decided, currentId };
}

function nextOf(items: readonly TriageItem[]): string | null {
  const left = items.filter(({ state }) => state !== 'decided').sort((a, b) => a.skipped - b.skipped);
  return left[0]?.row.defectId ?? null;
}

/**
 * Whether a session was read before another. Answers overtake each other, and each is signed with the moment at which it was asked for:
 * what somebody did may have been asked for before a look that missed it, so that what has happened counts first.
 */
export function isOlder(session: Pick<TriageSession, 'step' | 'now'>, than: Pick<TriageSession, 'step' | 'now'>): boolean {
  return session.step === than.step ? session.now < than.now : session.step < than.step;
}

/** Those that come after the current one, for what is to be there before they are. */
export function comingUp(session: TriageSession, count: number): string[] {
  const after = session.items.filter(({ state, row }) => state !== 'decided' && row.defectId !== session.currentId);
  return [...after]
    .sort((a, b) => a.skipped - b.skipped)
    .slice(0, count)
    .map(({ row }) => row.defectId);
}
