import { bulletList, codeBlock, doc, heading, link, paragraph, strong, text, type Adf, type AdfBlock } from '../../kernel/adf';

export interface DocumentItem {
  /** "Environment"; null where the text stands alone. */
  readonly label: string | null;
  readonly text: string;
  /** Address that the text leads to. */
  readonly href: string | null;
}

/** A short text for people, before it is told to Jira. */
export type DocumentBlock =
  | { readonly kind: 'heading'; readonly text: string }
  | { readonly kind: 'paragraph'; readonly text: string }
  | { readonly kind: 'bullets'; readonly items: readonly DocumentItem[] }
  | { readonly kind: 'code'; readonly text: string };

/** The document as a description or comment of Jira holds it. */
export function adfOf(document: readonly DocumentBlock[]): Adf {
  return doc(...document.map(blockOf));
}

function blockOf(block: DocumentBlock): AdfBlock {
  switch (block.kind) {
    case 'heading':
      return heading(3, text(oneLine(block.text)));
    case 'paragraph':
      return paragraph(text(oneLine(block.text)));
    case 'bullets':
      return bulletList(block.items.map(inlinesOf));
    case 'code':
      return codeBlock(block.text);
  }
}

function inlinesOf(item: DocumentItem) {
  const said = oneLine(item.text);
  const value = item.href === null ? text(said) : link(said, item.href);
  return item.label === null ? [value] : [strong(`${item.label}: `), value];
}

/** White space of any kind and number becomes one space. */
export function oneLine(value: string): string {
  return value.replace(/\s+/g, ' ').trim();
}
