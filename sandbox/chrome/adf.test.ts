import { adfToHtml } from './adf';
import { adfToText, textToAdf } from './adf-text';

/** Blank space between tags means nothing; the formatter of this repository moves it. */
const compact = (shown: string): string => shown.replace(/\s*(<[^>]*>)\s*/g, '$1');
const text = (content: string, ...marks: unknown[]) => ({ type: 'text', text: content, marks });
const paragraph = (...content: unknown[]) => ({ type: 'paragraph', content });
const doc = (...content: unknown[]) => ({ type: 'doc', version: 1, content });

test.each([
  ['paragraph', paragraph(text('Hello')), '<p>Hello</p>'],
  ['heading below the page headings', { type: 'heading', attrs: { level: 2 }, content: [text('Steps')] }, '<h4>Steps</h4>'],
  [
    'lists',
    { type: 'orderedList', attrs: { order: 3 }, content: [{ type: 'listItem', content: [paragraph(text('a'))] }] },
    '<ol start="3"><li><p>a</p></li></ol>',
  ],
  [
    'code block, escaped',
    { type: 'codeBlock', attrs: { language: 'html' }, content: [text('<b>')] },
    '<pre tabindex="0"><code>&lt;b&gt;</code></pre>',
  ],
  ['marks', paragraph(text('x', { type: 'strong' }, { type: 'em' })), '<p><em><strong>x</strong></em></p>'],
  [
    'link',
    paragraph(text('docs', { type: 'link', attrs: { href: 'https://example.com/?a=1&b=2' } })),
    '<p><a href="https://example.com/?a=1&amp;b=2">docs</a></p>',
  ],
  ['script address', paragraph(text('click', { type: 'link', attrs: { href: 'javascript:alert(1)' } })), '<p>click</p>'],
  ['mark named like an object member', paragraph(text('x', { type: 'constructor' })), '<p>x</p>'],
])('%s', (_name, node, expected) => {
  expect(compact(adfToHtml(doc(node)).text)).toBe(expected);
});

test('an unknown node shows by its name and keeps what is in it', () => {
  const shown = adfToHtml(doc({ type: 'mediaGroup"<', content: [paragraph(text('in'))] })).text;
  expect(shown).toContain('[mediaGroup&quot;&lt;]');
  expect(shown).toContain('<p>in</p>');
});

test.each([null, 'text', 7, [], { no: 'type' }])('%p is no document and gives nothing', (value) => {
  expect(adfToHtml(value).text).toBe('');
});

test('a document that is nested without end stops', () => {
  const deep = Array.from({ length: 500 }).reduce<unknown>(
    (inside) => ({ type: 'blockquote', content: [inside] }),
    paragraph(text('x')),
  );
  expect(adfToHtml(deep).text.length).toBeLessThan(2000);
});

test('plain text survives the way to a document and back', () => {
  const written = 'First line\nsecond line\n\nNext paragraph';
  expect(adfToText(textToAdf(written))).toBe(written);
  expect(textToAdf('  \n ')).toBeNull();
});
