/**
 * The members at the start of a JSON document, which tell one tool's from another's: those of the outermost object, and with a dot those
 * of the objects in it, e.g. `results` and `results.tool`. Nothing for what is not an object.
 * @param head may end anywhere
 */
export function membersAtHead(head: string): ReadonlySet<string> {
  const members = new Set<string>();
  if (!/^\s*\{/.test(head)) return members;
  /** What is open: `{` or `[`. */
  const open: string[] = [];
  /** The member of the outermost object that is being read. */
  let outer = '';
  for (const [token] of head.matchAll(/"(?:[^"\\]|\\.)*"(?:\s*:)?|[{}[\]]/gs)) {
    if (token === '{' || token === '[') open.push(token);
    else if (token === '}' || token === ']') open.pop();
    else if (token.endsWith(':') && open[open.length - 1] === '{') {
      const name = token.slice(1, token.lastIndexOf('"'));
      if (open.length === 1) outer = name;
      if (open.length === 1) members.add(name);
      if (open.length === 2 && open[0] === '{') members.add(`${outer}.${name}`);
    }
  }
  return members;
}
