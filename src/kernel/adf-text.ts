/** Of these each stands on a line of its own. */
const blocks = new Set([
  'paragraph',
  'heading',
  'codeBlock',
  'listItem',
  'tableRow',
  'blockquote',
  'panel',
  'rule',
  'mediaSingle',
]);
/** Documents are no deeper; one that is was made to be. */
const deepest = 60;

/**
 * What a document in the Atlassian Document Format says, as plain text, a block a line: names of people, links and pictures are left out.
 * Text stays as it is; anything else is empty.
 * @param most characters; what comes after them is not read
 */
export function adfText(value: unknown, most: number): string {
  if (typeof value === 'string') return value.slice(0, most);
  const parts: string[] = [];
  let left = most;
  const say = (text: string): void => {
    parts.push(text.slice(0, left));
    left -= text.length;
  };
  const visit = (one: unknown, depth: number): void => {
    if (left <= 0 || depth > deepest) return;
    if (typeof one !== 'object' || one === null) return;
    const type = 'type' in one && typeof one.type === 'string' ? one.type : '';
    if (type === 'hardBreak') say('\n');
    if (type === 'text' && 'text' in one && typeof one.text === 'string') say(one.text);
    if ('content' in one && Array.isArray(one.content)) for (const child of one.content) visit(child, depth + 1);
    if (blocks.has(type) && left > 0) say('\n');
  };
  visit(value, 0);
  return parts.join('').trim();
}
