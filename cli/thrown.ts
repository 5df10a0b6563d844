/** What Node names the kind of a failure, e.g. `ENOENT`; empty where it names none. */
export function codeOf(thrown: unknown): string {
  return memberOf(thrown, 'code');
}

/** What a failure says. */
export function messageOf(thrown: unknown): string {
  const message = memberOf(thrown, 'message');
  return message === '' ? String(thrown) : message;
}

/** By its shape: what Node throws is not always an instance of the Error that is known here. */
function memberOf(thrown: unknown, name: 'code' | 'message'): string {
  return typeof thrown === 'object' && thrown !== null && name in thrown ? String(Reflect.get(thrown, name)) : '';
}
