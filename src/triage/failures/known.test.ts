import { aGroup, aPolicy, later } from './failures.fixture';
import { containsWords, knownAs } from './known';

test.each<[string, string, string, boolean]>([
  ['words in the text', 'Error: connection refused by db', 'connection refused', true],
  ['in any case', 'CONNECTION Refused', 'connection refused', true],
  ['with any white space', 'connection\n   refused', ' connection  refused ', true],
  ['a part of a word is no word', 'timeouts', 'time', false],
  ['nor is its end', 'overtime', 'time', false],
  ['unless the pattern says so', 'overtimes', '*time*', true],
  ['a word at a place after a part of one', 'timeouts in time', 'time', true],
  ['anything between', 'port 8123 refused', 'port * refused', true],
  ['nothing between', 'port refused', 'port* refused', true],
  ['in order only', 'refused port', 'port * refused', false],
  ['the last piece at the end of a word', 'port 1 refusedly refused', 'port * refused', true],
  ['no piece counts twice', 'ab', 'ab*ab', false],
  ['a full stop is a full stop', 'axb', 'a.b', false],
  ['brackets are brackets', 'f(x) [1]', '(x) [1]', true],
  ['a pattern without words matches nothing', 'anything', '*', false],
  ['nor does an empty one', 'anything', ' ', false],
  ['nor one of signs', 'a ... b', '...', false],
  ['other scripts have words too', 'Größe überschritten', 'größe', true],
])('%s', (_, text, pattern, matches) => {
  expect(containsWords(text, pattern)).toBe(matches);
});

test('a long text and a long pattern take no long time', () => {
  expect(containsWords('a'.repeat(4_000), `${'a*'.repeat(100)}b`)).toBe(false);
});

test('the first entry that matches counts, by fingerprint, normalised text or message', () => {
  const entry = (text: string, reason: string) => ({ match: { kind: 'text' as const, text }, reason, until: null });
  const policy = aPolicy({
    known: [entry('disk full', '1'), entry('timeouterror: no answer', '2'), entry('cart.example.com', '3')],
  });
  expect(knownAs(aGroup(), policy, later)?.reason).toBe('2');
  expect(knownAs(aGroup({ kind: 'X' }), policy, later)?.reason).toBe('3');
  expect(knownAs(aGroup({ kind: 'X', message: null }), policy, later)).toBeNull();
});
