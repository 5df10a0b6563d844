/** Nodes of the Atlassian Document Format, as far as reports need them (Atlassian's "Atlassian Document Format" structure). */
export interface AdfNode {
  readonly type: string;
  readonly attrs?: Readonly<Record<string, unknown>>;
  readonly marks?: readonly { readonly type: string }[];
  readonly text?: string;
  readonly content?: readonly AdfNode[];
}

export interface AdfDocument {
  readonly type: 'doc';
  readonly version: 1;
  readonly content: readonly AdfNode[];
}

export const text = (value: string): AdfNode => ({ type: 'text', text: value });
export const strong = (value: string): AdfNode => ({ type: 'text', text: value, marks: [{ type: 'strong' }] });
export const paragraph = (...content: readonly AdfNode[]): AdfNode => ({ type: 'paragraph', content });
export const heading = (value: string): AdfNode => ({ type: 'heading', attrs: { level: 3 }, content: [text(value)] });
export const orderedList = (items: readonly string[]): AdfNode => ({
  type: 'orderedList',
  attrs: { order: 1 },
  content: items.map((item) => ({ type: 'listItem', content: [paragraph(text(item))] })),
});
export const bulletList = (items: readonly string[]): AdfNode => ({
  type: 'bulletList',
  content: items.map((item) => ({ type: 'listItem', content: [paragraph(text(item))] })),
});
export const codeBlock = (language: string, value: string): AdfNode => ({
  type: 'codeBlock',
  attrs: { language },
  content: [text(value)],
});
export const adfDocument = (...content: readonly AdfNode[]): AdfDocument => ({ type: 'doc', version: 1, content });

/** Plain text as a document: blank lines part paragraphs, single line breaks stay. Null for empty text. */
export const plainTextDocument = (value: string): AdfDocument | null => {
  const blocks = value.split(/\r?\n\s*\r?\n/).filter((block) => block.trim() !== '');
  if (blocks.length === 0) return null;
  return adfDocument(...blocks.map((block) => paragraph(...linesOf(block))));
};

const linesOf = (block: string): AdfNode[] =>
  block
    .split(/\r?\n/)
    .filter((line) => line !== '')
    .flatMap((line, index) => (index === 0 ? [text(line)] : [{ type: 'hardBreak' }, text(line)]));
