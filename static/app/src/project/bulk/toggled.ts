/** The same set with this in it, or without it where it was in it. */
export function toggled(picked: ReadonlySet<string>, id: string): Set<string> {
  return picked.has(id) ? new Set([...picked].filter((other) => other !== id)) : new Set([...picked, id]);
}
