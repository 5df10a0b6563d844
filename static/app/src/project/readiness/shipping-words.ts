import type { ReleaseNotesView } from '../../../../../src/contracts/release-notes';

const counted = (count: number, one: string, many: string): string =>
  count === 1 ? `1 ${one}` : `${count.toLocaleString('en')} ${many}`;

/** `4.2.0 fixes 51 defects and ships with 2 known issues; 12 open ones would be left behind, 3 of them not for the first time.` */
export function shippingWords(version: string, { fixed, known, left }: ReleaseNotesView): string {
  const again = left.filter(({ slips }) => slips > 0).length;
  const brings = `${version} fixes ${counted(fixed.length, 'defect', 'defects')} and ships with ${
    known.length === 0 ? 'no known issue' : counted(known.length, 'known issue', 'known issues')
  }`;
  if (left.length === 0) return `${brings}; nothing is left behind.`;
  const isAgain =
    again === 0 ? '' : `, ${again === left.length ? 'all' : again.toLocaleString('en')} of them not for the first time`;
  return `${brings}; ${counted(left.length, 'open one', 'open ones')} would be left behind${isAgain}.`;
}

/** How often a defect was moved from release to release. */
export function slipWords(slips: number): string {
  if (slips === 0) return 'Never';
  if (slips === 1) return 'Once';
  return slips === 2 ? 'Twice' : `${slips} times`;
}

/** What became of a roll-over. */
export function movedWords(results: readonly { readonly problem: string | null }[], target: string): string {
  const moved = results.filter(({ problem }) => problem === null).length;
  const left = results.length - moved;
  const first =
    moved === 0 ? `None was moved to ${target}.` : `${counted(moved, 'defect is', 'defects are')} planned for ${target} now.`;
  return left === 0 ? first : `${first} ${counted(left, 'stays', 'stay')} where ${left === 1 ? 'it is' : 'they are'}:`;
}
