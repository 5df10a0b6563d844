import * as fc from 'fast-check';
import { ExportProblem, unfinished } from './export-problem';
import { JsonCursor } from './json-cursor';

/** Whether the cursor takes the text for one JSON value. */
function accepts(text: string): boolean {
  const cursor = new JsonCursor();
  cursor.feed(new TextEncoder().encode(`${text} ,`));
  try {
    cursor.skip();
    cursor.next();
    return cursor.left() === 1;
  } catch (thrown) {
    if (thrown instanceof ExportProblem || thrown === unfinished) return false;
    throw thrown;
  }
}

function parses(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

test('passes every value that JSON has', () => {
  fc.assert(
    fc.property(fc.json(), fc.constantFrom(undefined, 2), (json, indent) =>
      accepts(JSON.stringify(JSON.parse(json), null, indent)),
    ),
  );
});

test('takes for JSON what is JSON, and nothing else', () => {
  const signs = fc.constantFrom(...'{}[]",:\\ \n\u0000\u0001au1-+.eE09/tfn', 'true', 'null', '"a":', '\\u00e9');
  const soup = fc.array(signs, { maxLength: 12 }).map((parts) => parts.join(''));
  const damaged = fc.tuple(fc.json(), fc.nat(), signs).map(([json, at, sign]) => {
    const place = at % (json.length + 1);
    return json.slice(0, place) + sign + json.slice(place + 1);
  });
  fc.assert(
    fc.property(fc.oneof(soup, damaged), (text) => {
      expect(accepts(text)).toBe(parses(text));
    }),
    { numRuns: 2_000 },
  );
});

test.each([
  ['["a",]', 6],
  ['{"a":1,}', 8],
  ['{"a" 1}', 6],
  ['[1 2]', 4],
  ['[}', 2],
  ['"a\u0000"', 3],
  ['"\\x"', 3],
  ['"\\u12g4"', 6],
  ['01', 3],
  ['nul ', 4],
])('says where %s stops being JSON', (text, place) => {
  const cursor = new JsonCursor();
  cursor.feed(new TextEncoder().encode(`${text} `));
  expect(() => cursor.skip()).toThrow(`At byte ${place} `);
});

test('refuses what is nested too deeply, and does not mind what is nested', () => {
  expect(accepts('['.repeat(500) + ']'.repeat(500))).toBe(true);
  const cursor = new JsonCursor();
  cursor.feed(new TextEncoder().encode('['.repeat(100_000)));
  expect(() => cursor.skip()).toThrow('nested more than 500 deep');
});

test('walks through members and elements', () => {
  const cursor = new JsonCursor();
  cursor.feed(new TextEncoder().encode(' { "a" : [ 1 , "b" ] , "c" : { } , "d" : null } '));
  const seen: string[] = [];
  cursor.enterObject();
  while (cursor.member()) {
    seen.push(new TextDecoder().decode(cursor.bytes.subarray(cursor.start, cursor.end)));
    if (cursor.is(new TextEncoder().encode('a'))) {
      cursor.enterList();
      while (cursor.element()) {
        seen.push('element');
        cursor.skip();
      }
    } else if (!cursor.isNull()) {
      cursor.enterObject();
      expect(cursor.member()).toBe(false);
    }
  }
  expect(seen).toEqual(['a', 'element', 'element', 'c', 'd']);
});
