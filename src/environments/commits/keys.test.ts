import * as fc from 'fast-check';
import { fixtureProjects, generateCommits } from './commits.fixture';
import { keysIn } from './keys';

describe('where the projects are not known', () => {
  test.each<[string, readonly string[]]>([
    ['JRA-123 fix', ['JRA-123']],
    ['jRa-123 and JRA-123 and jra-124', ['JRA-123', 'JRA-124']],
    ['J3-123', ['J3-123']],
    ['F-67', []],
    ['22-123', []],
    ['JIRA-123abcd JIRA-456 abcd', ['JIRA-456']],
    ['abcd-JIRA-123', ['JIRA-123']],
    ['JIRA-123-abcd', ['JIRA-123']],
    ['JIRA-123-456', ['JIRA-123']],
    ['[JRA-1] (JRA-2) #JRA-3 "JRA-4" <JRA-5>', ['JRA-1', 'JRA-2', 'JRA-3', 'JRA-4', 'JRA-5']],
    ['JRA-1..JRA-3', ['JRA-1', 'JRA-3']],
    ['JRA-1,JRA-2;JRA-3/JRA-4', ['JRA-1', 'JRA-2', 'JRA-3', 'JRA-4']],
    ['feature_JRA-123_x', ['JRA-123']],
    ['feature/jra-123-stop-refusing', ['JRA-123']],
    ['https://example.atlassian.net/browse/JRA-9?a=b', ['JRA-9']],
    ['A subject\n\nFixes: JRA-1\nRefs: JRA-2', ['JRA-1', 'JRA-2']],
    ['Done with JRA-7.', ['JRA-7']],
    ['修复JRA-12的问题', ['JRA-12']],
    ['über JRA-12ß', ['JRA-12']],
    ['JRA-0', []],
    ['JRA-090', []],
    ['JRA-9999999999', ['JRA-9999999999']],
    ['JRA-99999999999', []],
    ['UTF-8 utf-8 CVE-2024-1234 SHA-256 ISO-8601 RFC-2119 X-509 HTTP-404 AES-128 MD-5 COVID-19 IPv-6', []],
    ['PLATFORM-20.1 and PLATFORM-20', ['PLATFORM-20']],
    ['nightly-2026-11-02', []],
    ['550e8400-e29b-41d4-a716-446655440000', []],
    ['commit 8473b95934b5732ac55d26311a706c9c2bde9940', []],
    ['JRA–12 JRA 12 JRA12', []],
    ['MY_TEAM-4', ['TEAM-4']],
    ['ſhop-1 JR\u212a-2', ['HOP-1']],
    ['', []],
    ['-', []],
    ['--1 A--1 -1', []],
  ])('%j names %j', (text, keys) => {
    expect(keysIn(text, null)).toEqual(keys);
  });
});

describe('where the projects are known', () => {
  const projects = new Set(['UTF', 'SHOP', 'MY_TEAM', 'J3']);
  test.each<[string, readonly string[]]>([
    ['UTF-8 and ISO-8601', ['UTF-8']],
    ['ABC-1 SHOP-2', ['SHOP-2']],
    ['SHOP-20.1', ['SHOP-20']],
    ['my_team-4', ['MY_TEAM-4']],
    ['x_my_team-4', ['MY_TEAM-4']],
    ['xmy_team-4', []],
    ['feature_SHOP-1_j3-2', ['SHOP-1', 'J3-2']],
    ['WORKSHOP-3', []],
  ])('%j names %j', (text, keys) => {
    expect(keysIn(text, projects)).toEqual(keys);
  });
});

test('letter case never matters', () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom('S', 'h', 'o', 'P', '-', '1', '0', '_', ' ', 'é', '.') }), (text) => {
      expect(keysIn(text.toLowerCase(), null)).toEqual(keysIn(text.toUpperCase(), null));
    }),
  );
});

test('a key is found between any two things that are no letters and no digits', () => {
  const separator = fc.constantFrom(' ', '_', '/', '[', ']', '#', ':', '\n', '語', 'é', '.', ',', '(', '–');
  fc.assert(
    fc.property(separator, separator, fc.integer({ min: 1, max: 9_999_999 }), (before, after, number) => {
      expect(keysIn(`x${before}SHOP-${number}${after} `, new Set(['SHOP']))).toEqual([`SHOP-${number}`]);
    }),
  );
});

test('it agrees with a plain expression of the same rules on any text', () => {
  const plain = (text: string) =>
    [...text.matchAll(/(?<![A-Za-z0-9])([A-Za-z][A-Za-z0-9]+)-([1-9]\d{0,9})(?![A-Za-z0-9])/g)].map((found) =>
      found[0].toUpperCase(),
    );
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom('Q', 'w', '-', '1', '0', '_', ' ', '語') }), (text) => {
      expect(keysIn(text, null)).toEqual([...new Set(plain(text))]);
    }),
    { numRuns: 2_000 },
  );
});

test.each([
  ['dashes', '-'.repeat(1_000_000)],
  ['letters', 'a'.repeat(1_000_000)],
  ['digits behind a dash', `SHOP-${'1'.repeat(1_000_000)}`],
  ['pairs', 'a-'.repeat(500_000)],
  ['keys', 'SHOP-1'.repeat(160_000)],
  ['underscores', `${'a_'.repeat(500_000)}-1`],
])('a million %s end', (_name, text) => {
  expect(keysIn(text, null)).toEqual([]);
  expect(keysIn(text, fixtureProjects)).toEqual([]);
});

test.each([
  ['known', fixtureProjects],
  ['not known', null],
] as const)('of 10,000 commits, 99 of 100 are read as meant where the projects are %s', (_name, projects) => {
  const commits = generateCommits(10_000, 7);
  const right = commits.filter(({ commit, keys, meant }) => {
    // Without the projects, SHPO-1 is a key like any other.
    if (meant !== null && projects === null) return true;
    return JSON.stringify(keysIn(commit.message, projects)) === JSON.stringify(keys);
  });
  expect(right.length / commits.length).toBeGreaterThanOrEqual(0.99);
});
