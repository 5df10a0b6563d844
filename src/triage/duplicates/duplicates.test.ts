import fc from 'fast-check';
import { documentOf } from './document';
import type { DuplicateSource } from './document';
import { packCommon, packNumbers, unpackCommon, unpackNumbers } from './index-state';
import { MemoryIndex } from './memory-index';
import { chunkSize } from './postings';
import { rank } from './rank';
import { packDocument, storedOf, unpackDocument } from './stored-document';
import { traceSimilarity } from './trace-similarity';

const at = '2026-11-02T09:00:00.000Z';
const aFrame = (name: string) => ({ function: name, file: `${name}.ts`, line: 1, inApp: true });
const fillers = [
  'printer driver hangs',
  'menu shows wrong colour',
  'import loses bold text',
  'help page is empty',
  'search finds nothing',
];

/** An index of other reports and one. */
function indexWith(source: DuplicateSource, id = 'one'): MemoryIndex {
  const index = new MemoryIndex();
  for (let n = 0; n < 300; n += 1)
    index.put(
      `f${n}`,
      at,
      documentOf({ title: `${fillers[n % 5] ?? ''} case${n % 90}x`, description: `sheet row${n}y opened again` }),
    );
  index.put(id, at, documentOf(source));
  return index;
}

const ask = (index: MemoryIndex, source: DuplicateSource) => rank({ document: documentOf(source), at }, index);
const crash = {
  title: 'Checkout crashes when the basket is empty',
  description: 'Open the basket, remove all items, press pay.',
};

describe('claims', () => {
  test('the same report again is claimed, with its words', () => {
    const [best] = ask(indexWith(crash), crash);
    expect(best).toMatchObject({ id: 'one', claimed: true });
    expect(best?.evidence.words).toEqual(expect.arrayContaining(['Checkout', 'basket']));
    expect(best?.evidence.words.length).toBeLessThanOrEqual(8);
  });

  test.each([
    ['a version', 'Release notes for 4.2.0 are missing', 'Release notes for 4.3.0 are missing'],
    ['a branch', 'Update the parser on master', 'Update the parser on stable'],
    ['a branch with a number', 'Update the parser (branch-2.x)', 'Update the parser (branch-3.x)'],
    ['a backport', 'Fix the overflow in the parser', 'Backport: Fix the overflow in the parser'],
    ['a number', 'Flaky node 17 does not start', 'Flaky node 18 does not start'],
    ['a number at a word', 'Migrate module part1', 'Migrate module part2'],
  ])('titles that differ in %s alone are not', (_what, one, other) => {
    const description = 'As described in the guide of releases.';
    const [best] = ask(indexWith({ title: one, description }), { title: other, description });
    expect(best).toMatchObject({ id: 'one', claimed: false });
    const [same] = ask(indexWith({ title: one, description }), { title: one, description });
    expect(same).toMatchObject({ id: 'one', claimed: true });
  });

  test.each([
    ['another module', 'Context menus of the spreadsheet', 'Context menus of the drawing'],
    ['another class', 'Checkbox lost after the import of OrderFormV', 'Formula lost after the import of OrderSheetQ'],
  ])('one form filled in for %s is not', (_what, one, other) => {
    const description =
      'Build of May. Load the attached sample and compare it with what the other program shows. Defect as named.';
    const [best] = ask(indexWith({ title: one, description }), { title: other, description });
    expect(best).toMatchObject({ id: 'one', claimed: false });
  });

  test.each([
    ['another name in it', 'Add the flag chromium to the interface', 'Add the flag ipad to the interface'],
    ['a part of a name', 'Replace zipWith by the curried helper', 'Replace zip by the curried helper'],
    ['a direction', 'Token motion.keyframe.slide.in.left', 'Token motion.keyframe.slide.out.left'],
  ])('titles without descriptions that differ in %s are not', (_what, one, other) => {
    const [best] = ask(indexWith({ title: one, description: '' }), { title: other, description: '' });
    expect(best).toMatchObject({ id: 'one', claimed: false });
  });

  test('a few words say too little to be claimed, even the same', () => {
    const short = { title: 'update docs', description: '' };
    expect(ask(indexWith(short), short)[0]).toMatchObject({ id: 'one', claimed: false });
  });

  test('a number of the description that the other does not have is another case of a form', () => {
    const description = (run: string) =>
      `The nightly run ${run} ended without an answer of the mail server after the login step.`;
    const [best] = ask(indexWith({ title: 'Nightly run failed', description: description('4711') }), {
      title: 'Nightly run failed',
      description: description('4712'),
    });
    expect(best).toMatchObject({ id: 'one', claimed: false });
  });

  test('the same told in other words is claimed where nothing else comes near', () => {
    const [best] = ask(
      indexWith({
        title: 'Crash when choosing a slide transition in the presentation wizard',
        description: 'Start the wizard, click next twice, choose a slide transition effect: the program crashes.',
      }),
      {
        title: 'Presentation wizard crashes when a slide transition is chosen',
        description: 'In the third step of the wizard choose a transition effect from the list. You get a crash.',
      },
    );
    expect(best).toMatchObject({ id: 'one', claimed: true });
  });

  test('reports that share common words alone are not', () => {
    const candidates = ask(indexWith(crash), { title: 'menu hangs', description: 'the sheet was opened' });
    expect(candidates.filter(({ claimed }) => claimed)).toEqual([]);
  });

  test('the same failure is claimed, whatever people write about it', () => {
    const trace = {
      fingerprint: '2026-11-23:abc',
      frames: ['pay', 'total', 'load'].map(aFrame),
      environments: ['staging'],
      component: 'shop',
    };
    const index = indexWith({ title: 'Nothing works', description: '', ...trace });
    const [best] = ask(index, { title: 'Paying fails in the evening', description: 'see log', ...trace });
    expect(best).toMatchObject({
      ...{ id: 'one', claimed: true },
      evidence: {
        sameFingerprint: true,
        sameComponent: true,
        environments: ['staging'],
        frames: ['pay in pay.ts', 'total in total.ts', 'load in load.ts'],
      },
    });
  });
});

test('what is excluded is no candidate', () => {
  const found = rank({ document: documentOf(crash), at, exclude: new Set(['one']) }, indexWith(crash));
  expect(found.map(({ id }) => id)).not.toContain('one');
});

test('an index without documents and a report without words find nothing', () => {
  expect(ask(new MemoryIndex(), crash)).toEqual([]);
  expect(ask(indexWith(crash), { title: '', description: '' })).toEqual([]);
});

describe('traces', () => {
  const score = (one: number[], other: number[]) => traceSimilarity(one, other).score;
  test.each([
    ['equal ones', [1, 2, 3, 4, 5], [1, 2, 3, 4, 5], 0.999, 1],
    ['added outer calls', [1, 2, 3, 4, 5], [1, 2, 3, 4, 5, 8, 9], 0.8, 0.99],
    ['a wrapper in between', [1, 2, 3, 4, 5], [1, 2, 9, 3, 4, 5], 0.8, 0.99],
    ['other innermost calls', [1, 2, 3, 4, 5], [7, 8, 9, 4, 5], 0, 0.4],
    ['the other way round', [1, 2, 3, 4, 5], [5, 4, 3, 2, 1], 0, 0.4],
    ['nothing in common', [1, 2], [3, 4], 0, 0],
    ['none', [], [1], 0, 0],
  ])('%s', (_what, one, other, least, most) => {
    expect(score(one, other)).toBeGreaterThanOrEqual(least);
    expect(score(one, other)).toBeLessThanOrEqual(most);
  });

  test('are alike from both sides', () => {
    const calls = fc.array(fc.integer({ min: 1, max: 6 }), { maxLength: 12 });
    fc.assert(fc.property(calls, calls, (one, other) => Math.abs(score(one, other) - score(other, one)) < 1e-9));
  });
});

const someWords = fc
  .array(fc.constantFrom(...'pay basket crash total load print menu empty slow login'.split(' ')), { maxLength: 8 })
  .map((list) => list.join(' '));
const aSource = fc.record({
  ...{ title: someWords, description: someWords, component: fc.constantFrom(null, 'ui', 'api') },
  fingerprint: fc.constantFrom(null, 'p1', 'p2'),
  frames: fc.array(fc.constantFrom('a', 'b', 'c').map(aFrame), { maxLength: 4 }),
});

test('documents and numbers survive being packed', () => {
  fc.assert(
    fc.property(aSource, (source) => {
      const stored = storedOf(documentOf(source));
      expect(unpackDocument(packDocument(stored))).toEqual(stored);
    }),
  );
  const hashes = fc.uniqueArray(fc.integer({ min: 0, max: 2 ** 32 - 1 }));
  fc.assert(
    fc.property(hashes, (numbers) => expect([...unpackNumbers(packNumbers(numbers))]).toEqual(numbers.sort((a, b) => a - b))),
  );
  fc.assert(
    fc.property(hashes, (terms) => {
      const common = new Map(terms.map((term, n) => [term, n]));
      expect(unpackCommon(packCommon(common))).toEqual(new Map([...common].sort(([a], [b]) => a - b)));
    }),
  );
});

test('an index that was changed in any order answers as one that was made at once', () => {
  const aChange = fc.oneof(
    fc.record({ id: fc.integer({ min: 0, max: 12 }).map(String), source: fc.option(aSource, { freq: 5 }) }),
    fc.constant('compact' as const),
  );
  fc.assert(
    fc.property(fc.array(aChange, { maxLength: 40 }), aSource, (changes, asked) => {
      const changed = new MemoryIndex();
      const last = new Map<string, DuplicateSource | null>();
      for (const change of changes) {
        if (change === 'compact') changed.compact();
        else {
          changed.put(change.id, at, change.source === null ? null : documentOf(change.source));
          last.set(change.id, change.source);
        }
      }
      const fresh = new MemoryIndex();
      for (const [id, source] of last) if (source !== null) fresh.put(id, at, documentOf(source));
      const answer = (index: MemoryIndex) =>
        ask(index, asked)
          .map((one) => ({ ...one, score: one.score.toFixed(5) }))
          .sort((a, b) => (a.id < b.id ? -1 : 1));
      // Which of two that are alike to the last digit comes first is decided by their ids, not by when they came.
      const unclaimed = (index: MemoryIndex) => answer(index).map(({ id, evidence }) => ({ id, evidence }));
      expect(unclaimed(changed)).toEqual(unclaimed(fresh));
      fresh.compact();
      expect(answer(fresh)).toEqual(answer(changed));
    }),
  );
});

test('chunks that are full go on in the next, and a chunk with much that is gone is cleaned', () => {
  const index = new MemoryIndex();
  for (let n = 0; n < chunkSize + 300; n += 1)
    index.put(String(n), at, documentOf({ title: `report number${n}z of many`, description: '' }));
  index.compact();
  for (let n = 0; n < 600; n += 1) index.put(String(n), at, null);
  expect(ask(index, { title: 'report number5z', description: '' })[0]?.id).not.toBe('5');
  index.compact();
  expect(index.dead.size).toBe(0);
  expect(ask(index, { title: 'report number4200z', description: '' })[0]?.id).toBe('4200');
  expect(ask(index, { title: 'report number5z', description: '' }).map(({ id }) => id)).not.toContain('5');
});
