import fc from 'fast-check';
import { bulletList, codeBlock, doc, heading, mention, paragraph, strong, text } from './adf';
import { adfText } from './adf-text';

test('a document is its text, a block a line, without people', () => {
  const said = doc(
    heading(2, text('It fails')),
    paragraph(text('Every '), strong('card'), mention('acc-1', 'Ann')),
    codeBlock('at a (b.ts:1)\nat c (d.ts:2)'),
    bulletList([[text('one')], [text('two')]]),
  );
  expect(adfText(said, 1_000)).toBe('It fails\nEvery card\nat a (b.ts:1)\nat c (d.ts:2)\none\n\ntwo');
});

test.each([
  ['plain text stays', 'As it was', 'As it was'],
  ['nothing is nothing', null, ''],
  [
    'a line break is one',
    { type: 'paragraph', content: [{ type: 'text', text: 'a' }, { type: 'hardBreak' }, { type: 'text', text: 'b' }] },
    'a\nb',
  ],
  ['what is no node is left out', { type: 'doc', content: [7, { type: 'text', text: 7 }, { type: 'text', text: 'b' }] }, 'b'],
])('%s', (_name, value, expected) => expect(adfText(value, 100)).toBe(expected));

test('no more than asked for is read, however deep or long it is', () => {
  let deep: unknown = { type: 'text', text: 'bottom' };
  for (let n = 0; n < 5_000; n += 1) deep = { type: 'paragraph', content: [deep] };
  expect(adfText(deep, 100)).toBe('');
  const long = { type: 'doc', content: Array.from({ length: 500 }, () => ({ type: 'text', text: 'x'.repeat(500) })) };
  expect(adfText(long, 20_000)).toHaveLength(20_000);
  fc.assert(fc.property(fc.anything(), fc.nat(50), (any, most) => expect(adfText(any, most).length).toBeLessThanOrEqual(most)));
});
