/**
 * How much a word of a report says, after BM25F: both fields of a document are counted together before they saturate. Learned on one half
 * of a tracker's history and looked at on the other (`npm run bench -- duplicates`); few, and each near the middle of what did well.
 */
export const weights = {
  /** Occurrences after which more say little. */
  saturation: 3.5,
  /** A word of the title counts as so many of the description. */
  title: 4,
  /** How far a description's length divides what its words count, 0 to 1. */
  length: 0.85,
  /** The same of the report that is asked about. */
  queryTitle: 5,
  querySaturation: 3,
  queryLength: 0.5,
  /** How much more rare words count than the logarithm of their rareness. */
  rareness: 1.3,
  /** What an equal call of the innermost ones counts, as a word of the title. */
  frame: 0.5,
  /** Words that are looked for; the longest reports have hundreds. */
  mostTerms: 30,
} as const;

/** How often a word stands in a description, in six steps; how long that is, in fourteen. */
const timesSteps = [0, 1, 2, 3, 5, 9];
const lengthSteps = 14;
/** Of what is no word: a call, a fingerprint. */
export const markCode = 255;

/** What the index keeps of a word in a document: one byte. */
export function codeOf(inTitle: number, inBody: number, bodyLength: number): number {
  const times = inBody >= 7 ? 5 : inBody >= 4 ? 4 : inBody;
  const length = Math.round(2 * Math.log2(Math.max(8, bodyLength) / 8));
  return (Math.min(2, inTitle) * timesSteps.length + times) * lengthSteps + Math.min(lengthSteps - 1, length);
}

export function inTitleOf(code: number): boolean {
  return code !== markCode && code >= timesSteps.length * lengthSteps;
}

/** What each code counts, 0 to 1, where descriptions have so many words. */
export function weightTable(averageLength: number): Float32Array {
  return Float32Array.from({ length: 256 }, (_, code) => {
    const length = 8 * 2 ** ((code % lengthSteps) / 2);
    const fields = Math.floor(code / lengthSteps);
    const times = timesSteps[fields % timesSteps.length] ?? 0;
    const inTitle = Math.floor(fields / timesSteps.length);
    const norm = 1 - weights.length + (weights.length * length) / Math.max(8, averageLength);
    const counted = code === markCode ? weights.title : weights.title * inTitle + times / norm;
    return counted / (weights.saturation + counted);
  });
}

/** How rare a term is that stands in `df` of `n` documents, from about 0 upwards. */
export function rareness(df: number, n: number): number {
  return Math.log(1 + (Math.max(n, df) - df + 0.5) / (df + 0.5)) ** weights.rareness;
}
