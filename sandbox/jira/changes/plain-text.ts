import { z } from 'zod';

interface AdfNode {
  readonly text?: string | undefined;
  readonly type?: string | undefined;
  readonly content?: readonly AdfNode[] | undefined;
}

const adfNode: z.ZodType<AdfNode> = z.lazy(() =>
  z.object({ text: z.string().optional(), type: z.string().optional(), content: z.array(adfNode).optional() }),
);

const BLOCKS = new Set(['paragraph', 'heading', 'codeBlock', 'listItem', 'blockquote', 'hardBreak']);

/** The words of an Atlassian Document Format document, as histories and `plainText` show them; text stays as it is. */
export function plainText(document: unknown): string {
  if (typeof document === 'string') {
    return document;
  }
  const parsed = adfNode.safeParse(document);
  return parsed.success ? textOf(parsed.data).trimEnd() : '';
}

function textOf(node: AdfNode): string {
  const inner = (node.text ?? '') + (node.content ?? []).map(textOf).join('');
  return node.type !== undefined && BLOCKS.has(node.type) ? `${inner}\n` : inner;
}
