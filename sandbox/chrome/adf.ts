import { html, link } from './html';
import type { Html, Part } from './html';

interface Node {
  readonly type: string;
  readonly text: string;
  readonly attrs: Readonly<Record<string, unknown>>;
  readonly content: readonly unknown[];
  readonly marks: readonly unknown[];
}

const deepest = 40;
const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);
const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');

function readNode(value: unknown): Node | null {
  if (!isRecord(value) || typeof value['type'] !== 'string') return null;
  return {
    type: value['type'],
    text: textOf(value['text']),
    attrs: isRecord(value['attrs']) ? value['attrs'] : {},
    content: listOf(value['content']),
    marks: listOf(value['marks']),
  };
}

const wraps: Readonly<Record<string, (inside: Html, attrs: Node['attrs']) => Html>> = {
  strong: (inside) => html`<strong>${inside}</strong>`,
  em: (inside) => html`<em>${inside}</em>`,
  code: (inside) => html`<code>${inside}</code>`,
  strike: (inside) => html`<s>${inside}</s>`,
  underline: (inside) => html`<u>${inside}</u>`,
  subsup: (inside, attrs) => (attrs['type'] === 'sub' ? html`<sub>${inside}</sub>` : html`<sup>${inside}</sup>`),
  link: (inside, attrs) => link(textOf(attrs['href']), inside),
};

function markedText(node: Node): Html {
  return node.marks.reduce(
    (inside: Html, value) => {
      const mark = readNode(value);
      const wrap = mark !== null && Object.hasOwn(wraps, mark.type) ? wraps[mark.type] : undefined;
      return mark === null || wrap === undefined ? inside : wrap(inside, mark.attrs);
    },
    html`${node.text}`,
  );
}

/** Headings inside a page stand below its own `h1` and `h2`. */
function heading(node: Node, inside: Part): Html {
  const level = typeof node.attrs['level'] === 'number' ? node.attrs['level'] : 1;
  if (level <= 1) return html`<h3>${inside}</h3>`;
  if (level === 2) return html`<h4>${inside}</h4>`;
  return level === 3 ? html`<h5>${inside}</h5>` : html`<h6>${inside}</h6>`;
}

function day(attrs: Node['attrs']): string {
  const instant = new Date(Number(attrs['timestamp']));
  return Number.isNaN(instant.getTime()) ? '' : instant.toISOString().slice(0, 10);
}

type Draw = (node: Node, inside: Part) => Html;

const blocks: Readonly<Record<string, Draw>> = {
  doc: (_node, inside) => html`${inside}`,
  paragraph: (_node, inside) => html`<p>${inside}</p>`,
  heading,
  bulletList: (_node, inside) =>
    html`<ul>
      ${inside}
    </ul>`,
  orderedList: (node, inside) =>
    html`<ol start="${Number(node.attrs['order'] ?? 1) || 1}">
      ${inside}
    </ol>`,
  listItem: (_node, inside) => html`<li>${inside}</li>`,
  taskList: (_node, inside) =>
    html`<ul class="tasks">
      ${inside}
    </ul>`,
  taskItem: (node, inside) => html`<li>${node.attrs['state'] === 'DONE' ? '☑' : '☐'} ${inside}</li>`,
  codeBlock: (_node, inside) => html`<pre tabindex="0"><code>${inside}</code></pre>`,
  blockquote: (_node, inside) => html`<blockquote>${inside}</blockquote>`,
  panel: (_node, inside) => html`<div class="adf-panel">${inside}</div>`,
  expand: (node, inside) =>
    html`<details>
      <summary>${textOf(node.attrs['title']) || 'More'}</summary>
      ${inside}
    </details>`,
  rule: () => html`<hr />`,
  hardBreak: () => html`<br />`,
  table: (_node, inside) =>
    html`<div class="table-scroll">
      <table>
        <tbody>
          ${inside}
        </tbody>
      </table>
    </div>`,
  tableRow: (_node, inside) =>
    html`<tr>
      ${inside}
    </tr>`,
  tableHeader: (_node, inside) => html`<th>${inside}</th>`,
  tableCell: (_node, inside) => html`<td>${inside}</td>`,
  text: (node) => markedText(node),
  mention: (node) => html`<span class="mention">${textOf(node.attrs['text']) || '@someone'}</span>`,
  emoji: (node) => html`${textOf(node.attrs['text']) || textOf(node.attrs['shortName'])}`,
  date: (node) => html`<time>${day(node.attrs)}</time>`,
  status: (node) => html`<span class="lozenge">${textOf(node.attrs['text'])}</span>`,
  inlineCard: (node) => link(textOf(node.attrs['url']), textOf(node.attrs['url'])),
};

function draw(value: unknown, depth: number): Html {
  const node = readNode(value);
  if (node === null || depth > deepest) return html``;
  const inside = node.content.map((child) => draw(child, depth + 1));
  const block = Object.hasOwn(blocks, node.type) ? blocks[node.type] : undefined;
  if (block !== undefined) return block(node, inside);
  return html`<span class="adf-unknown" title="The sandbox does not show ${node.type}">[${node.type}]</span>${inside}`;
}

/** Atlassian Document Format as HTML; null and what is not a document give nothing. A node type it does not know shows by its name. */
export const adfToHtml = (document: unknown): Html => draw(document, 0);
