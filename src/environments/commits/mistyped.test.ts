import * as fc from 'fast-check';
import { generateCommits } from './commits.fixture';
import { distance, ProjectGuesser } from './likeness';
import { mistypedIn } from './mistyped';

const projects = new Set(['SHOP', 'OPS', 'J3', 'MOBILE', 'AB']);
const guesser = new ProjectGuesser(projects);
const first = (message: string) => mistypedIn(message, projects, guesser)[0]?.key ?? null;

test.each<[string, string | null]>([
  ['SHPO-12', 'SHOP-12'],
  ['SHO-12', 'SHOP-12'],
  ['SHOPP-12', 'SHOP-12'],
  ['SHIP-12', 'SHOP-12'],
  ['SH0P-12', 'SHOP-12'],
  ['sjop-12', 'SHOP-12'],
  ['MBOLIE-7', 'MOBILE-7'],
  ['BA-3', 'AB-3'],
  ['AC-3', null],
  ['SHOP123', 'SHOP-123'],
  ['J3123', 'J3-123'],
  ['SHOP 123', 'SHOP-123'],
  ['the shop 123 times', null],
  ['SHOP_123', 'SHOP-123'],
  ['SHOP–123', 'SHOP-123'],
  ['SHOP#123', 'SHOP-123'],
  ['SHOP - 123', 'SHOP-123'],
  ['shop--123', 'SHOP-123'],
  ['SHOP-1O3', 'SHOP-103'],
  ['SHOP-l2', 'SHOP-12'],
  ['SHOP-0012', 'SHOP-12'],
  ['SHOP-0', null],
  ['SHOP-lo', null],
  ['SHOP-12abc', null],
  ['SHOP-12', null],
  ['UTF-8', null],
  ['ISO-8601 OOPS', null],
  ['OOPS-4', 'OPS-4'],
  ['ZEBRA-4', null],
  ['workshop 12', null],
])('%j means %s', (message, key) => {
  expect(first(message)).toBe(key);
});

test('neighbours on the keyboard come before other letters', () => {
  const near = new ProjectGuesser(new Set(['CAB', 'CAT', 'CAX']));
  expect(near.guess('CAY')).toEqual(['CAT', 'CAB', 'CAX']);
});

test('a distance is the same from both sides, and nothing only where the words are the same', () => {
  const word = fc.string({ unit: fc.constantFrom('A', 'S', 'Q', '0', 'O'), maxLength: 6 });
  fc.assert(
    fc.property(word, word, (a, b) => {
      expect(distance(a, b, 100)).toBe(distance(b, a, 100));
      expect(distance(a, b, 100) === 0).toBe(a === b);
    }),
  );
});

test('one mistake in a long project key is always seen through', () => {
  const guess = new ProjectGuesser(new Set(['DATAHUB']));
  fc.assert(
    fc.property(fc.nat(6), fc.constantFrom('X', 'Q', '7', ''), (at, put) => {
      expect(guess.guess(`${'DATAHUB'.slice(0, at)}${put}${'DATAHUB'.slice(at + 1)}`)).toEqual(['DATAHUB']);
    }),
  );
});

test('what is mistyped in 10,000 commits is seen through', () => {
  const shop = new Set(['SHOP', 'J3', 'OPS', 'MOBILE', 'DATAHUB']);
  const wrong = generateCommits(10_000, 11).filter(({ commit, meant }) => {
    return meant !== null && mistypedIn(commit.message, shop, new ProjectGuesser(shop))[0]?.key !== meant;
  });
  expect(wrong).toEqual([]);
});

test.each(['SHOP '.repeat(200_000), 'SHOPP-1 '.repeat(100_000), 'a1'.repeat(500_000), `SHOP-${'0'.repeat(1_000_000)}`])(
  'hostile messages end',
  (message) => {
    expect(mistypedIn(message, projects, guesser).length).toBeLessThanOrEqual(5);
  },
);
