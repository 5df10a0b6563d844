/** How often suggestions were answered, and how. */
export interface Answers {
  /** Suggestions that were shown, answered or not. */
  readonly shown: number;
  readonly accepted: number;
  readonly refused: number;
}

/** Fewer answers than that say nothing. */
const enough = 10;
/** Of a normal distribution: 95 of 100 lie within. */
const within = 1.96;

/** The share that holds in 95 of 100 cases, after Wilson (1927): it is right for few answers and for shares near 0 and 1, too. */
export function shareInterval(hits: number, of: number): readonly [low: number, high: number] {
  if (of <= 0) return [0, 1];
  const share = hits / of;
  const square = within ** 2;
  const middle = (share + square / (2 * of)) / (1 + square / of);
  const half = (within / (1 + square / of)) * Math.sqrt((share * (1 - share)) / of + square / (4 * of ** 2));
  return [Math.max(0, middle - half), Math.min(1, middle + half)];
}

/** How many of the suggestions that people answered held, as a finished sentence. @param what are counted, e.g. "likely duplicates" */
export function precisionSentence(what: string, { accepted, refused }: Answers): string {
  const answered = accepted + refused;
  if (answered === 0) return `Nobody has confirmed or refused any ${what} yet.`;
  const said = `${figure(accepted)} of ${figure(answered)} ${what} ${accepted === 1 ? 'was' : 'were'} confirmed`;
  if (answered < enough) return `${said}: too few to say how often they hold.`;
  const [low, high] = shareInterval(accepted, answered).map((share) => Math.round(share * 100));
  return `${said} (interval ${low ?? 0} to ${high ?? 100} %).`;
}

function figure(count: number): string {
  return count.toLocaleString('en');
}
