/** What a pattern found in a text; `version` is what stands where the pattern says `{version}`, null where it does not say it. */
export interface Match {
  readonly version: string | null;
}

interface Part {
  readonly kind: 'text' | 'star' | 'stars' | 'version';
  readonly text: string;
}

/**
 * Compares a whole branch with a pattern: `*` stands for anything within a part of the name, `**` for anything, slashes included,
 * `{version}` for a part that is not empty and is remembered; everything else stands for itself. Takes time in proportion to the length
 * of the pattern times the square of the text's, whatever both say.
 * @returns null where the branch is another
 */
export function matchBranch(pattern: string, branch: string): Match | null {
  return match(partsOf(pattern), branch, '/');
}

/** Compares a whole e-mail address with a pattern in which `*` stands for anything; upper and lower case are alike. */
export function matchesAuthor(pattern: string, author: string): boolean {
  return match(partsOf(pattern.toLowerCase()), author.toLowerCase(), null) !== null;
}

function partsOf(pattern: string): Part[] {
  return pattern
    .split(/(\*\*+|\*|\{version\})/)
    .filter((text) => text !== '')
    .map((text) => ({
      kind: text === '*' ? 'star' : text.startsWith('**') ? 'stars' : text === '{version}' ? 'version' : 'text',
      text,
    }));
}

function match(parts: readonly Part[], text: string, separator: string | null): Match | null {
  const dead = new Set<number>();
  const follow = (part: number, at: number): Match | null => {
    const place = part * (text.length + 1) + at;
    if (dead.has(place)) return null;
    const found = attempt(part, at);
    if (found === null) dead.add(place);
    return found;
  };
  const attempt = (index: number, at: number): Match | null => {
    const part = parts[index];
    if (part === undefined) return at === text.length ? { version: null } : null;
    if (part.kind === 'text') return text.startsWith(part.text, at) ? follow(index + 1, at + part.text.length) : null;
    for (let end = part.kind === 'version' ? at + 1 : at; end <= text.length; end += 1) {
      if (part.kind !== 'stars' && separator !== null && end > at && text[end - 1] === separator) return null;
      const rest = follow(index + 1, end);
      if (rest !== null) return part.kind === 'version' ? { version: text.slice(at, end) } : rest;
    }
    return null;
  };
  return follow(0, 0);
}
