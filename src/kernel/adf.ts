/**
 * Builders for the Atlassian Document Format, in which Jira takes descriptions and comments. What they are given is only ever text: it
 * cannot become a mark, a link or a mention. Empty texts, which Jira refuses, are left out.
 * @see https://developer.atlassian.com/cloud/jira/platform/apis/document/structure/
 */
type Mark = { readonly type: 'strong' } | { readonly type: 'link'; readonly attrs: { readonly href: string } };
type Text = { readonly type: 'text'; readonly text: string; readonly marks?: readonly Mark[] };
type Mention = { readonly type: 'mention'; readonly attrs: { readonly id: string; readonly text: string } };
export type AdfInline = Text | Mention;

type Paragraph = { readonly type: 'paragraph'; readonly content: readonly AdfInline[] };
type Heading = {
  readonly type: 'heading';
  readonly attrs: { readonly level: HeadingLevel };
  readonly content: readonly AdfInline[];
};
type ListItem = { readonly type: 'listItem'; readonly content: readonly Paragraph[] };
type BulletList = { readonly type: 'bulletList'; readonly content: readonly ListItem[] };
type CodeBlock = { readonly type: 'codeBlock'; readonly content: readonly Text[] };
type HeadingLevel = 1 | 2 | 3 | 4 | 5 | 6;
export type AdfBlock = Paragraph | Heading | BulletList | CodeBlock;

/** A whole document. */
export type Adf = { readonly type: 'doc'; readonly version: 1; readonly content: readonly AdfBlock[] };

/** Lists without an item and code without text are left out. */
export function doc(...blocks: readonly AdfBlock[]): Adf {
  const said = blocks.filter((block) => (block.type !== 'bulletList' && block.type !== 'codeBlock') || block.content.length > 0);
  return { type: 'doc', version: 1, content: said };
}

export function paragraph(...content: readonly AdfInline[]): Paragraph {
  return { type: 'paragraph', content: content.filter(isSaid) };
}

export function heading(level: HeadingLevel, ...content: readonly AdfInline[]): Heading {
  return { type: 'heading', attrs: { level }, content: content.filter(isSaid) };
}

/** @param items each is one paragraph */
export function bulletList(items: readonly (readonly AdfInline[])[]): BulletList {
  return { type: 'bulletList', content: items.map((item) => ({ type: 'listItem', content: [paragraph(...item)] })) };
}

/** Text as it stands, with its lines. */
export function codeBlock(lines: string): CodeBlock {
  return { type: 'codeBlock', content: [text(lines)].filter(isSaid) };
}

export function text(value: string): Text {
  return { type: 'text', text: clean(value) };
}

export function strong(value: string): Text {
  return { ...text(value), marks: [{ type: 'strong' }] };
}

/** A link; where the address is not one of the web, its text alone. */
export function link(value: string, href: string): Text {
  return isWeb(href) ? { ...text(value), marks: [{ type: 'link', attrs: { href } }] } : text(value);
}

/** @param accountId of the person @param name shown while the person's own is loaded */
export function mention(accountId: string, name: string): Mention {
  return { type: 'mention', attrs: { id: accountId, text: `@${clean(name)}` } };
}

function isSaid(inline: AdfInline): boolean {
  return inline.type !== 'text' || inline.text !== '';
}

function isWeb(href: string): boolean {
  return /^https?:\/\/[^\s/]/i.test(href) && URL.canParse(href);
}

/** Control characters and halves of characters, as a log or a cut leaves them, are none that a document can hold. */
function clean(value: string): string {
  return value.replace(/\r\n?/g, '\n').replace(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f\ufffe\uffff]|\p{Surrogate}/gu, '');
}
