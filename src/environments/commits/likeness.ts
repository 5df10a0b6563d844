/** Keys of a keyboard beside and above one another, and letters and digits that look alike. */
const rows = ['1234567890', 'QWERTYUIOP', 'ASDFGHJKL', 'ZXCVBNM'];
const lookalikes = ['0O', '1I', '1L', 'IL', '5S', '8B', '2Z', '6G'];

const neighbours: ReadonlySet<string> = new Set([
  ...lookalikes.flatMap(bothWays),
  ...rows.flatMap((row, y) =>
    [...row].flatMap((key, x) => {
      const below = rows[y + 1] ?? '';
      return [row[x + 1], below[x], below[x - 1]].flatMap((other) => (other === undefined ? [] : bothWays(key + other)));
    }),
  ),
]);

function bothWays(pair: string): string[] {
  return [pair, [...pair].reverse().join('')];
}

const [swap, slip, edit] = [8, 7, 10];

/**
 * How far one project key is from another: the cheapest way to get from one to the other by letters that are missing, too many or wrong
 * (10 each; 7 where the wrong one is the neighbour on a keyboard or looks alike) and neighbours that changed places (8).
 * @param limit nobody wants to know more
 * @returns Infinity above the limit
 */
export function distance(written: string, meant: string, limit: number): number {
  if (Math.abs(written.length - meant.length) * edit > limit) return Infinity;
  let [older, last]: [number[], number[]] = [[], Array.from({ length: meant.length + 1 }, (_, n) => n * edit)];
  let leastBefore = 0;
  for (let i = 1; i <= written.length; i += 1) {
    const row = [i * edit];
    let least = i * edit;
    for (let j = 1; j <= meant.length; j += 1) {
      const [a, b] = [written[i - 1] ?? '', meant[j - 1] ?? ''];
      const changed = a === b ? 0 : neighbours.has(a + b) ? slip : edit;
      let cost = Math.min(at(last, j) + edit, at(row, j - 1) + edit, at(last, j - 1) + changed);
      if (i > 1 && j > 1 && a === meant[j - 2] && written[i - 2] === b) cost = Math.min(cost, at(older, j - 2) + swap);
      row.push(cost);
      least = Math.min(least, cost);
    }
    // Letters that changed places reach over a row.
    if (Math.min(least, leastBefore) > limit) return Infinity;
    leastBefore = least;
    [older, last] = [last, row];
  }
  const cost = at(last, meant.length);
  return cost > limit ? Infinity : cost;
}

function at(row: readonly number[], index: number): number {
  return row[index] ?? Infinity;
}

/** Two mistakes are believed of a long key only, and of two letters only that they were swapped or that one slipped. */
function limitFor(length: number): number {
  return length >= 5 ? 2 * edit : length >= 3 ? edit : swap;
}

/** Which known project was probably meant by a key that no project has. */
export class ProjectGuesser {
  private readonly guesses = new Map<string, readonly string[]>();
  /** Known keys by what is left of them without a letter or two; made when it is first needed. */
  private remains: ReadonlyMap<string, readonly string[]> | null = null;

  constructor(private readonly projects: ReadonlySet<string>) {}

  /** @returns at most three, the likeliest first; of equally likely ones the first of the alphabet */
  guess(written: string): readonly string[] {
    const before = this.guesses.get(written);
    if (before !== undefined) return before;
    this.remains ??= remainsOf(this.projects);
    const { remains } = this;
    // Two words that are two mistakes apart leave the same when each loses the right two letters; this spares nearly all comparisons.
    const near = new Set([...without(written)].flatMap((rest) => remains.get(rest) ?? []));
    const found = [...near]
      .map((key) => ({ key, cost: distance(written, key, Math.min(limitFor(written.length), limitFor(key.length))) }))
      .filter(({ cost }) => cost < Infinity)
      .sort((a, b) => a.cost - b.cost || (a.key < b.key ? -1 : 1))
      .slice(0, 3)
      .map(({ key }) => key);
    this.guesses.set(written, found);
    return found;
  }
}

function remainsOf(projects: ReadonlySet<string>): Map<string, string[]> {
  const remains = new Map<string, string[]>();
  for (const key of projects) {
    for (const rest of without(key)) {
      const others = remains.get(rest);
      if (others === undefined) remains.set(rest, [key]);
      else others.push(key);
    }
  }
  return remains;
}

/** Keys longer than this are believed one mistake. */
const longest = 20;

/** A word, and what is left of it without one letter, or without two where two mistakes are believed of it. */
function without(word: string): Set<string> {
  const found = new Set([word]);
  const rounds = limitFor(word.length) === 2 * edit && word.length <= longest ? 2 : 1;
  for (let round = 1; round <= rounds; round += 1) {
    for (const one of [...found]) for (let at = 0; at < one.length; at += 1) found.add(one.slice(0, at) + one.slice(at + 1));
  }
  return found;
}
