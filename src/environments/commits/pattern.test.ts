import * as fc from 'fast-check';
import { matchBranch, matchesAuthor } from './pattern';

test.each<[string, string, string | null | false]>([
  ['main', 'main', null],
  ['main', 'main2', false],
  ['main', 'Main', false],
  ['release/*', 'release/4.2', null],
  ['release/*', 'release/a/b', false],
  ['release/**', 'release/a/b', null],
  ['**', 'a/b', null],
  ['*', 'a/b', false],
  ['release/{version}', 'release/4.2.0', '4.2.0'],
  ['release/{version}', 'release/', false],
  ['release/{version}', 'release/4/2', false],
  ['{version}', '4.2.0-rc.1', '4.2.0-rc.1'],
  ['*/release-{version}-final', 'team/release-4.2-final', '4.2'],
  ['**/{version}', 'a/b/4.2', '4.2'],
  ['rel.ase', 'release', false],
  ['(a|b)', '(a|b)', null],
  ['', '', null],
])('the pattern %j and the branch %j', (pattern, branch, expected) => {
  const found = matchBranch(pattern, branch);
  expect(found === null ? false : found.version).toBe(expected);
});

test('a branch without signs of a pattern matches itself and nothing else', () => {
  const name = fc.string({ unit: fc.constantFrom('a', 'b', '/', '-', '.', '$', '[', '+') });
  fc.assert(
    fc.property(name, name, (one, other) => {
      expect(matchBranch(one, other) !== null).toBe(one === other);
    }),
  );
});

test('a pattern full of stars ends', () => {
  expect(matchBranch('**a'.repeat(40), 'a'.repeat(250))).not.toBeNull();
  expect(matchBranch(`${'**a'.repeat(40)}b`, 'a'.repeat(250))).toBeNull();
});

test.each([
  ['49699333+dependabot[bot]@users.noreply.example.com', true],
  ['Renovate[Bot]@example.com', true],
  ['bot@example.com', false],
  ['', false],
])('%j is a machine: %s', (author, expected) => {
  expect(matchesAuthor('*[bot]@*', author)).toBe(expected);
});
