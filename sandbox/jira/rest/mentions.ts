/** Account ids that a document mentions. */
export function mentionedIn(node: unknown): string[] {
  if (Array.isArray(node)) return node.flatMap(mentionedIn);
  if (typeof node !== 'object' || node === null) return [];
  const id: unknown = Reflect.get(node, 'type') === 'mention' ? Reflect.get(Object(Reflect.get(node, 'attrs')), 'id') : undefined;
  return [...(typeof id === 'string' ? [id] : []), ...mentionedIn(Reflect.get(node, 'content') ?? [])];
}
