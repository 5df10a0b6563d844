const { imul } = Math;

/** A source of chance: what it has come to, in four numbers of 32 bits. */
export type Random = Int32Array;

/**
 * A source of chance that gives the same numbers for the same seed on every machine: xoshiro128** by Blackman and Vigna ("Scrambled linear
 * pseudorandom number generators", 2018). Good for simulations, not for secrets.
 * @param seed at least 32 hexadecimal digits, e.g. those of a hash
 * @throws RangeError with fewer
 */
export function randomFrom(seed: string): Random {
  if (!/^[0-9a-f]{32}/i.test(seed)) throw new RangeError('A seed has at least 32 hexadecimal digits.');
  const state = Int32Array.from([0, 1, 2, 3], (n) => Number.parseInt(seed.slice(8 * n, 8 * n + 8), 16) | 0);
  // With nothing but zeros it would stay there.
  if (state.every((part) => part === 0)) state[0] = 1;
  return state;
}

/**
 * Fills a column with 32 bits each, as whole numbers from -2^31 up to 2^31. Many at a time: between two of them nothing is written to memory
 * but the number.
 */
export function fillBits(state: Random, column: Int32Array): void {
  let a = state[0] ?? 0;
  let b = state[1] ?? 0;
  let c = state[2] ?? 0;
  let d = state[3] ?? 0;
  for (let n = 0; n < column.length; n += 1) {
    const mixed = imul(b, 5);
    column[n] = imul((mixed << 7) | (mixed >>> 25), 9);
    const shifted = b << 9;
    c ^= a;
    d ^= b;
    b ^= c;
    a ^= d;
    c ^= shifted;
    d = (d << 11) | (d >>> 21);
  }
  state[0] = a;
  state[1] = b;
  state[2] = c;
  state[3] = d;
}
