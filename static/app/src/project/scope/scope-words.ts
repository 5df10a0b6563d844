import type { MoveScopeView, ScopeUnitView, ScopeView } from '../../../../../src/contracts/scope';

/** `7 issues`, `1.5 points`; at most one decimal. */
export function sized(size: number, unit: ScopeUnitView): string {
  const number = rounded(size);
  return `${number} ${number === '1' ? unit.slice(0, -1) : unit}`;
}

function rounded(size: number): string {
  return (Math.round(size * 10) / 10).toLocaleString('en');
}

/** `1 issue`, `5 issues`. */
export function counted(count: number, one = 'issue'): string {
  return `${count.toLocaleString('en')} ${count === 1 ? one : `${one}s`}`;
}

/** The budget in words: how much of it is spent, and what is left or too much. */
export function budgetWords({ size, done, planned, left, over }: NonNullable<ScopeView['budget']>, unit: ScopeUnitView): string {
  const spent = `${rounded(done + planned)} of ${sized(size, unit)} spent: ${rounded(done)} done, ${rounded(planned)} planned`;
  return over > 0.05 ? `${spent}. Burnt by ${sized(over, unit)}.` : `${spent}. ${sized(left, unit)} left.`;
}

/** What leaving comes to: `5 issues, 5 points, worth 120 together`. */
export function leavingWords(leaving: { ids: readonly string[]; size: number; value: number }, unit: ScopeUnitView): string {
  const size = unit === 'issues' ? '' : `, ${sized(leaving.size, unit)}`;
  return `${counted(leaving.ids.length)}${size}, worth ${Math.round(leaving.value).toLocaleString('en')} together`;
}

type Results = Extract<MoveScopeView, { kind: 'done' }>['results'];

/** What became of a move. */
export function movedWords(results: Results, target: string): string {
  const moved = results.filter(({ problem }) => problem === null).length;
  const stayed = results.length - moved;
  const what = moved === 0 ? 'Nothing moved' : `${counted(moved)} moved to ${target}`;
  return stayed === 0 ? `${what}.` : `${what}; ${counted(stayed)} stayed.`;
}
