import * as fc from 'fast-check';
import { JsonCursor } from './json-cursor';
import { Repeats } from './repeats';

const rest = ' '.repeat(2_000);

/** Passes each of the texts, which follow one another, and remembers it as itself. @returns what each was known as */
function known(texts: readonly string[], behind = rest): (string | undefined)[] {
  const cursor = new JsonCursor();
  cursor.feed(new TextEncoder().encode(texts.join(',') + behind));
  const repeats = new Repeats<string>();
  return texts.map((text) => {
    const start = cursor.at;
    const meaning = repeats.pass(cursor);
    if (meaning === undefined) {
      cursor.skip();
      repeats.offer(cursor, text);
    }
    expect(cursor.at - start).toBe(new TextEncoder().encode(text).length);
    cursor.at += 1;
    return meaning;
  });
}

test('knows what has been there twice', () => {
  const [a, b] = ['{"name":"Ann"}', '{"name":"Bob"}'];
  expect(known([a, a, a, b, a, b, b])).toEqual([undefined, undefined, a, undefined, a, undefined, b]);
});

test.each([
  ['an object in an object', '{"a":{"b":"c"},"d":[1,2,{}]}'],
  ['what differs behind the first brace', '{"a":{},"d":"one"}'],
  ['other writings', '{"näme":"已完成"}'],
])('knows %s', (_what, text) => {
  expect(known([text, text, text])).toEqual([undefined, undefined, text]);
});

test.each([
  ['what is short', '{"a":1}', rest],
  ['what is long', `{"a":"${'b'.repeat(1_100)}"}`, rest],
  ['what stands near the end of what is known', '{"name":"Ann"}', ''],
])('does not keep %s', (_what, text, behind) => {
  expect(known([text, text, text, text], behind)).toEqual([undefined, undefined, undefined, undefined]);
});

test('never takes one object for another', () => {
  const letters = fc.string({ unit: fc.constantFrom('a', 'b', '}', '{', 'é', '\u007f'), maxLength: 20 });
  const objects = fc.array(fc.record({ name: letters, of: fc.record({ key: letters }) }), { minLength: 1, maxLength: 4 });
  fc.assert(
    fc.property(objects, fc.array(fc.nat(3), { maxLength: 40 }), (all, picks) => {
      const texts = picks.map((pick) => JSON.stringify(all[pick % all.length]));
      for (const [n, meaning] of known(texts).entries()) expect([undefined, texts[n]]).toContain(meaning);
    }),
  );
});
