/** A node of the Atlassian Document Format. Text is never read as markup: it stands in text nodes alone. */
export type AdfNode = Readonly<Record<string, unknown>> & { readonly type: string };

/** A whole document, as Jira's REST API takes it for a comment. */
export interface AdfDocument {
  readonly type: 'doc';
  readonly version: 1;
  readonly content: readonly AdfNode[];
}

export function document(...content: readonly AdfNode[]): AdfDocument {
  return { type: 'doc', version: 1, content };
}

export function paragraph(...content: readonly AdfNode[]): AdfNode {
  return { type: 'paragraph', content };
}

/** Jira refuses empty text, so there is no node for it. */
export function text(words: string): AdfNode[] {
  return words === '' ? [] : [{ type: 'text', text: words }];
}

export function strong(words: string): AdfNode[] {
  return words === '' ? [] : [{ type: 'text', text: words, marks: [{ type: 'strong' }] }];
}

/** Jira shows the person's name, as the reader may see it, and tells the person. */
export function mention(accountId: string): AdfNode {
  return { type: 'mention', attrs: { id: accountId } };
}

export function bulletList(items: readonly (readonly AdfNode[])[]): AdfNode[] {
  if (items.length === 0) return [];
  return [{ type: 'bulletList', content: items.map((item) => ({ type: 'listItem', content: [paragraph(...item)] })) }];
}
