import fc from 'fast-check';
import { bulletList, codeBlock, doc, heading, link, mention, paragraph, strong, text } from './adf';

test('a document of every part', () => {
  expect(
    doc(
      heading(2, text('Where')),
      paragraph(strong('Run: '), link('#42', 'https://ci.example.com/42'), text(' for '), mention('abc', 'Dana')),
      bulletList([[text('one')], [text('two')]]),
      codeBlock('a\nb'),
    ),
  ).toEqual({
    type: 'doc',
    version: 1,
    content: [
      { type: 'heading', attrs: { level: 2 }, content: [{ type: 'text', text: 'Where' }] },
      {
        type: 'paragraph',
        content: [
          { type: 'text', text: 'Run: ', marks: [{ type: 'strong' }] },
          { type: 'text', text: '#42', marks: [{ type: 'link', attrs: { href: 'https://ci.example.com/42' } }] },
          { type: 'text', text: ' for ' },
          { type: 'mention', attrs: { id: 'abc', text: '@Dana' } },
        ],
      },
      {
        type: 'bulletList',
        content: [
          { type: 'listItem', content: [{ type: 'paragraph', content: [{ type: 'text', text: 'one' }] }] },
          { type: 'listItem', content: [{ type: 'paragraph', content: [{ type: 'text', text: 'two' }] }] },
        ],
      },
      { type: 'codeBlock', content: [{ type: 'text', text: 'a\nb' }] },
    ],
  });
});

test('what is empty is left out', () => {
  expect(doc(bulletList([]), codeBlock(''), codeBlock('\u0000')).content).toEqual([]);
  expect(paragraph(text(''), strong(''), link('', 'https://example.com/'))).toEqual({ type: 'paragraph', content: [] });
});

test.each(['javascript:alert(1)', 'data:text/html,x', '/browse/SHOP-1', 'https://', 'ftp://example.com', 'https://a b', ''])(
  'an address that is not one of the web is no link: %s',
  (href) => {
    expect(link('here', href)).toEqual({ type: 'text', text: 'here' });
  },
);

test('control characters and halves of characters go, lines and tabs stay', () => {
  expect(text('a\u0000b\u001b[31m\tc\r\nd\re\ud83d')).toEqual({ type: 'text', text: 'ab[31m\tc\nd\ne' });
  expect(text('😀')).toEqual({ type: 'text', text: '😀' });
});

test('whatever it is given, a document holds no empty text and code has no marks', () => {
  fc.assert(
    fc.property(fc.array(fc.string({ unit: 'binary' })), (parts) => {
      const made = doc(paragraph(...parts.map(text)), bulletList(parts.map((part) => [strong(part)])), ...parts.map(codeBlock));
      expect(JSON.stringify(made)).not.toContain('"text":""');
      const code = made.content.filter((block) => block.type === 'codeBlock');
      expect(JSON.stringify(code)).not.toContain('marks');
    }),
  );
});
