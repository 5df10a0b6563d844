/** Words that name a line of development. */
const lines =
  /\b(?:v?\d+(?:[._-]?(?:\d+|x\b|rc|beta|alpha))*|[a-z]+\d+|trunk|master|main|mainline|develop|stable|nightly|lts|esr|backport\w*|cherry-?pick\w*|forward-?port\w*|uplift\w*)\b/g;

/**
 * Versions, numbers and branches that a title names, each once and in order. Titles that differ in them alone are about releases of the
 * same work, or members of a series, and no duplicates.
 */
export function seriesOf(title: string): readonly string[] {
  const found = [...title.toLowerCase().matchAll(lines)].map(([word]) => word.replace(/^v(?=\d)/, '').replace(/[_-]/g, '.'));
  return [...new Set(found)].sort();
}
