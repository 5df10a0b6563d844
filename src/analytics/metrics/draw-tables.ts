/** Numbers from 0 up to this one can be drawn. */
export const drawWidth = 256;

/**
 * Tables to draw whole numbers from 0 to 255 with given chances, one number of chance and one look-up a draw, however uneven the chances:
 * Walker's alias method ("An efficient method for generating discrete random variables with general distributions", 1977), filled as by
 * Vose (1991). Table t stands from `t * 256`; of an entry, the upper 24 bits say how much of its place is its own, the lower 8 what the
 * rest stands for.
 */
export type DrawTables = Int32Array;

const whole = 2 ** 24;

/** @param chances `chances[t * 256 + k]`: of k by table t; those of a table add up to more than 0, to 1 or not */
export function drawTables(chances: Float64Array): DrawTables {
  const entries = new Int32Array(chances.length);
  const own = new Float64Array(drawWidth);
  const [scarce, ample] = [new Uint16Array(drawWidth), new Uint16Array(drawWidth)];
  for (let from = 0; from < chances.length; from += drawWidth) {
    let sum = 0;
    for (let k = 0; k < drawWidth; k += 1) sum += chances[from + k] ?? 0;
    let [fewer, more] = [0, 0];
    for (let k = 0; k < drawWidth; k += 1) {
      own[k] = ((chances[from + k] ?? 0) * drawWidth) / sum;
      // What keeps its place to itself has itself for the rest.
      entries[from + k] = k;
      if ((own[k] ?? 0) < 1) scarce[fewer++] = k;
      else ample[more++] = k;
    }
    while (fewer > 0 && more > 0) {
      const taker = scarce[--fewer] ?? 0;
      const giver = ample[more - 1] ?? 0;
      entries[from + taker] = Math.floor((own[taker] ?? 0) * whole) * drawWidth + giver;
      own[giver] = (own[giver] ?? 0) - 1 + (own[taker] ?? 0);
      if ((own[giver] ?? 0) >= 1) continue;
      more -= 1;
      scarce[fewer++] = giver;
    }
  }
  return entries;
}

/**
 * @param bits 32 of them, by chance: the first 8 choose the place, the others between what stands there. Without a branch, which a processor
 * could only guess at, it takes half the time.
 */
export function drawn(tables: DrawTables, table: number, bits: number): number {
  const place = bits >>> 24;
  const entry = tables[table * drawWidth + place] ?? 0;
  const isOwn = ((bits & 0xff_ffff) - (entry >>> 8)) >> 31;
  return (place & isOwn) | (entry & 0xff & ~isOwn);
}
