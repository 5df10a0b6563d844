import type { DeferralRow } from '../../../../src/contracts/deferrals';
import { lastDay } from './deferral-words';

export type Act = keyof DeferralRow['may'];

export interface ActWords {
  readonly act: Act;
  /** Of the button that begins it, and of the one that does it. */
  readonly verb: string;
  /** The question above the reason; null where none is needed. */
  readonly why: string | null;
  readonly asksDay: boolean;
}

/** What people do with a deferral, in the order of its buttons. */
const acts: readonly ActWords[] = [
  { act: 'approve', verb: 'Approve', why: null, asksDay: false },
  { act: 'refuse', verb: 'Refuse', why: 'Why is it refused?', asksDay: false },
  { act: 'extend', verb: 'Extend', why: 'Why does it have to wait longer?', asksDay: true },
  { act: 'withdraw', verb: 'Withdraw', why: 'Why is it withdrawn?', asksDay: false },
  { act: 'reinstate', verb: 'Reinstate', why: 'Why does it hold again?', asksDay: true },
];

/** What the viewer may do with it. One that lasts as long as it may already is not offered to be extended. */
export function offeredActs(row: DeferralRow): readonly ActWords[] {
  const canGrow = row.latestDay !== null && row.latestDay > lastDay(row);
  return acts.filter(({ act }) => row.may[act] && (act !== 'extend' || canGrow));
}
