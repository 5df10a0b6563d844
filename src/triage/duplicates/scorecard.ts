import { shareOf } from '../../kernel/intervals';

/** How often suggestions were answered, and how. */
export interface Answers {
  /** Suggestions that were shown, answered or not. */
  readonly shown: number;
  readonly accepted: number;
  readonly refused: number;
}

/** Fewer answers than that say nothing. */
const enough = 10;
/** How many of the suggestions that people answered held, as a finished sentence. @param what are counted, e.g. "likely duplicates" */
export function precisionSentence(what: string, { accepted, refused }: Answers): string {
  const answered = accepted + refused;
  if (answered === 0) return `Nobody has confirmed or refused any ${what} yet.`;
  const said = `${figure(accepted)} of ${figure(answered)} ${what} ${accepted === 1 ? 'was' : 'were'} confirmed`;
  if (answered < enough) return `${said}: too few to say how often they hold.`;
  const { lower = 0, upper = 1 } = shareOf(accepted, answered) ?? {};
  return `${said} (interval ${Math.round(lower * 100)} to ${Math.round(upper * 100)} %).`;
}

function figure(count: number): string {
  return count.toLocaleString('en');
}
