/** A document's words for a plain text area: one blank line between blocks; formatting is lost. */
export function adfToText(document: unknown): string {
  return blockTexts(document).join('\n\n').trim();
}

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;
const childrenOf = (node: Record<string, unknown>): readonly unknown[] => (Array.isArray(node['content']) ? node['content'] : []);
const leaves = new Set(['paragraph', 'heading', 'codeBlock']);

function inlineText(node: unknown): string {
  if (!isRecord(node)) return '';
  if (node['type'] === 'hardBreak') return '\n';
  if (typeof node['text'] === 'string') return node['text'];
  const attrs = isRecord(node['attrs']) ? node['attrs'] : {};
  const named = ['text', 'url', 'shortName'].map((name) => attrs[name]).find((value) => typeof value === 'string');
  return typeof named === 'string' ? named : childrenOf(node).map(inlineText).join('');
}

function blockTexts(node: unknown): readonly string[] {
  if (!isRecord(node)) return [];
  if (leaves.has(String(node['type']))) return [childrenOf(node).map(inlineText).join('')];
  if (node['type'] === 'listItem') return [`- ${childrenOf(node).flatMap(blockTexts).join('\n')}`];
  if (node['type'] === 'bulletList' || node['type'] === 'orderedList') return [childrenOf(node).flatMap(blockTexts).join('\n')];
  return childrenOf(node).flatMap(blockTexts);
}

/** Plain text as a document: a paragraph per block, line breaks kept; empty text gives null, as Jira stores it. */
export function textToAdf(text: string): unknown {
  const paragraphs = text
    .replace(/\r\n/g, '\n')
    .split(/\n{2,}/)
    .map((block) => block.trim())
    .filter((block) => block !== '');
  if (paragraphs.length === 0) return null;
  return { type: 'doc', version: 1, content: paragraphs.map((block) => ({ type: 'paragraph', content: lines(block) })) };
}

const lines = (block: string): readonly unknown[] =>
  block
    .split('\n')
    .flatMap((line, index) => [
      ...(index === 0 ? [] : [{ type: 'hardBreak' }]),
      ...(line === '' ? [] : [{ type: 'text', text: line }]),
    ]);
