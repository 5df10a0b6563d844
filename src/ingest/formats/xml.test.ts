import fc from 'fast-check';
import { ReportProblem } from './report';
import { mostText, readXml, rootName } from './xml';

/** What a format is told, one line each; the text of <t> is wanted. A problem is told last. */
function told(...pieces: readonly string[]): string[] {
  const lines: string[] = [];
  const reader = readXml({
    open: (name, attributes) => {
      lines.push([`<${name}`, ...Object.entries(attributes).map(([key, value]) => `${key}=${value}`)].join(' '));
      return name === 't';
    },
    close: (name, text) => lines.push(`/${name} ${text}`.trimEnd()),
  });
  try {
    for (const piece of pieces) reader.write(piece);
    reader.end();
  } catch (error) {
    if (!(error instanceof ReportProblem)) throw error;
    lines.push(`${error.line}: ${error.message}`);
  }
  return lines;
}

const problem = (...pieces: readonly string[]) => told(...pieces).at(-1);

describe('what it tells', () => {
  test.each([
    ['names without their prefix', '<x:a xmlns:x="urn:x"/>', ['<a xmlns:x=urn:x', '/a']],
    ['text and CDATA of a wanted element', '<t>a&lt;<![CDATA[<b>]]>&#65;</t>', ['<t', '/t a<<b>A']],
    ['not the text of an element in it', '<t>a<b>no</b>c</t>', ['<t', '<b', '/b', '/t ac']],
    ['text of a wanted element in one that is not', '<a>no<t>b</t><![CDATA[no]]></a>', ['<a', '<t', '/t b', '/a']],
    ['nothing of comments and instructions', '<?b c?><t><!-- <![CDATA[ -->a<?d e?></t>', ['<t', '/t a']],
    ['an empty line before the declaration', '\r\n<?xml version="1.0"?><a/>', ['<a', '/a']],
    ['a document of XML 1.1', '<?xml version="1.1"?><a/>', ['<a', '/a']],
    ['text without its control characters', '<t b="1\x002&#0;">a\x1b[1m&#27;c&#x0;\ufffe</t>', ['<t b=12', '/t a[1mc']],
    ['a reference that stands for itself', '<t>\x01&amp;#65;</t>', ['<t', '/t &#65;']],
    ['characters beyond the first plane', '<t>\x01😀</t>', ['<t', '/t 😀']],
    ['an attribute with a bare <', '<a b="<<c>>"/>', ['<a b=<<c>>', '/a']],
    ['text with a bare ]]>', '<t>a]]>b</t>', ['<t', '/t a]]>b']],
  ])('%s', (_what, text, lines) => {
    expect(told(text)).toEqual(lines);
  });

  test('is the same wherever the text is cut', () => {
    const parts = [
      '<t>',
      '</t>',
      '<a b="c&lt;">',
      '</a>',
      'x',
      '\r\n',
      '\r',
      '&amp;',
      '<![CDATA[y]]>',
      '<![CDATA[]]',
      ']]>',
      '<!--z-->',
      '\x01',
      '😀',
    ];
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...parts)), fc.array(fc.nat(1_000)), (chosen, cuts) => {
        const text = `<r>${chosen.join('')}</r>`;
        const places = [0, ...cuts.map((cut) => cut % text.length).sort((a, b) => a - b), text.length];
        expect(told(...places.slice(1).map((end, n) => text.slice(places[n], end)))).toEqual(told(text));
      }),
      { numRuns: 500 },
    );
  });

  test('as much of a long text as anybody reads', () => {
    expect(told(`<t>${'ab'.repeat(mostText)}</t>`)[1]).toHaveLength(mostText + '/t '.length);
    expect(told('<t>', ...Array.from({ length: 300 }, () => `<![CDATA[${'a'.repeat(1_000)}]]>b`), '</t>')[1]).toHaveLength(
      mostText + 3,
    );
  });
});

describe('what it refuses', () => {
  const laughs = Array.from({ length: 9 }, (_, n) => `<!ENTITY l${n + 1} "${`&l${n};`.repeat(10)}">`).join('');
  test.each([
    ['nothing', [], '1: it has no element'],
    ['what is cut off in an element', ['<a>\n<b>\n'], '3: it ends before <b> does'],
    ['what is cut off in a tag', ['<a><b c="'], '1: it ends before <a> does'],
    ['a closing tag of another element', ['<a>\n</b>'], '2: it is not well-formed XML (unexpected close tag)'],
    ['a second document', ['<a/>\n<a/>'], '2: a second document follows the first'],
    ['text behind the document', ['<a/>\nb'], '2: there is text outside the document'],
    ['an attribute that comes twice', ['<a b="1" b="2"/>'], '1: it is not well-formed XML (duplicate attribute: b)'],
    ['an entity that grows', [`<!DOCTYPE a [<!ENTITY l0 "l">${laughs}]><a>&l9;</a>`], '1: it has a document type declaration'],
    [
      'an entity from elsewhere',
      ['<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/hostname">]><a>&b;</a>'],
      '1: it has a document type',
    ],
    ['a declaration from elsewhere', ['<!DOCTYPE a SYSTEM "https://example.com/a.dtd"><a/>'], '1: it has a document type'],
    ['an entity that is not declared', ['<a>&b;</a>'], '1: it uses an entity that XML does not define'],
    ['an entity without an end', ['<a>&', 'b'.repeat(200_000), ';</a>'], '1: an entity or instruction has no end'],
    ['100,000 elements in one another', ['<a>'.repeat(100_000)], '1: its elements are more than 200 deep'],
    [
      '2,000 attributes',
      [`<a ${Array.from({ length: 2_000 }, (_, n) => `b${n}=""`).join(' ')}/>`],
      '1: an element has too many attributes',
    ],
    ['an attribute of 5 MB', ['<a b="', 'c&lt;\n'.repeat(2_000_000), '"/>'], ': an attribute or a name is too long'],
    ['a name of 5 MB', ['<', 'a'.repeat(5_000_000)], '1: an attribute or a name is too long'],
  ])('%s', (_what, pieces, said) => {
    expect(problem(...pieces)).toContain(said);
  });

  test.each([
    ['a text', '<t>', 'a&lt;'],
    ['CDATA', '<t><![CDATA[', ']a]]'],
    ['CDATA that nobody wants', '<a><![CDATA[', ']a]]'],
    ['a comment', '<t><!--', '-a'],
  ])('%s of 4.5 MB only for what is missing behind it', (_what, start, repeated) => {
    const piece = repeated.repeat(65_536 / repeated.length);
    expect(problem(start, ...Array.from({ length: 70 }, () => piece))).toContain('it ends before');
  });

  test('a long name in few words', () => {
    expect(problem(`<${'a'.repeat(1_000_000)}>`)).toHaveLength(204);
  });

  test('counts lines in what it skips', () => {
    expect(problem('<a><![CDATA[\n\n', '\n]]><!--\n-->\r\n&b;</a>')).toContain('6: it uses');
  });
});

test.each([
  ['<a/>', 'a'],
  ['\ufeff \n<?xml version="1.0"?>\n<!-- <b> -->\n<x:a >', 'a'],
  ['<!DOCTYPE testsuites [', 'testsuites'],
  ['<!-- <b>', null],
  ['{"a": "<b>"}', null],
  ['', null],
])('the first element of %p is %p', (head, name) => {
  expect(rootName(head)).toBe(name);
});
