/** What two stack traces have in common. */
export interface TraceSimilarity {
  /** 0 to 1; 0 where one of them has no frames. */
  readonly score: number;
  /** Positions, in the first trace, of the calls that stand in both in the same order. */
  readonly aligned: readonly number[];
}

type Calls = Uint32Array | readonly number[];

/** How much less each further call says: half after about five. */
const decay = 0.87;

/**
 * How alike two traces are, innermost call first: the best alignment in order, in which calls near the innermost weigh most and calls that
 * stand in only one of them (wrappers, other versions of a library) cost little. Symmetrical. Time is the product of the lengths.
 */
export function traceSimilarity(one: Calls, other: Calls): TraceSimilarity {
  if (one.length === 0 || other.length === 0) return { score: 0, aligned: [] };
  const width = other.length + 1;
  const best = new Float64Array((one.length + 1) * width);
  const cell = (a: number, b: number) => best[a * width + b] ?? 0;
  for (let a = one.length - 1; a >= 0; a -= 1) {
    for (let b = other.length - 1; b >= 0; b -= 1) {
      const both = one[a] === other[b] ? weight(a, b) + cell(a + 1, b + 1) : 0;
      best[a * width + b] = Math.max(both, cell(a + 1, b), cell(a, b + 1));
    }
  }
  const whole = Math.sqrt(total(one.length) * total(other.length));
  return { score: Math.min(1, cell(0, 0) / whole), aligned: walk(one, other, cell) };
}

/** Of a pair of calls; added frames shift one of the places, so both count. */
const weight = (a: number, b: number) => decay ** ((a + b) / 2);

function total(length: number): number {
  return (1 - decay ** length) / (1 - decay);
}

function walk(one: Calls, other: Calls, cell: (a: number, b: number) => number): number[] {
  const aligned: number[] = [];
  let [a, b] = [0, 0];
  while (a < one.length && b < other.length) {
    if (one[a] === other[b] && cell(a, b) === weight(a, b) + cell(a + 1, b + 1)) {
      aligned.push(a);
      a += 1;
      b += 1;
    } else if (cell(a + 1, b) >= cell(a, b + 1)) a += 1;
    else b += 1;
  }
  return aligned;
}
