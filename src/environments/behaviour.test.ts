import fc from 'fast-check';
import { behaviours, behaviourText, behaviourWords, cellOf, findingOf } from './behaviour';
import type { Behaviour, BehaviourCell, SaidBehaviour, StageFacts } from './behaviour';

const at = (hour: number): string => new Date(Date.UTC(2026, 10, 1, hour)).toISOString();
const fact = (hour: number, build: string | null = null) => ({ at: at(hour), build });
const fix = (hour: number, state: 'live' | 'partly' | 'gone' = 'live', build: string | null = 'b2') => ({
  ...fact(hour, build),
  state,
});
const facts = (parts: Partial<StageFacts>): StageFacts => ({ seen: null, fix: null, green: null, workaround: null, ...parts });
const said = (state: Behaviour, hour: number, build: string | null = 'b1'): SaidBehaviour => ({
  ...{ state, build, note: '', at: at(hour), by: 'pseudonym' },
});

test.each<[string, Partial<StageFacts>, Behaviour, string]>([
  ['seen', { seen: fact(1, 'b1') }, 'reproduced', 'Seen here on build b1.'],
  ['seen where nobody told a build', { seen: fact(1) }, 'reproduced', 'Seen here.'],
  ['seen, with a workaround', { seen: fact(1), workaround: 'easy' }, 'worked-around', 'Seen here. There is a workaround: easy.'],
  ['a fix that came after it was seen', { seen: fact(1), fix: fix(2) }, 'unknown', 'Fixed, to be verified'],
  ['a fix of what was never seen', { fix: fix(2) }, 'unknown', 'Fixed, to be verified'],
  ['a fix and a green run after it', { seen: fact(1), fix: fix(2), green: fact(3, 'b2') }, 'fixed', 'green on build b2'],
  ['a fix and a green run before it', { seen: fact(1), fix: fix(3), green: fact(2, 'b1') }, 'unknown', 'to be verified'],
  ['seen again after its fix', { seen: fact(3, 'b2'), fix: fix(2) }, 'reproduced', 'Seen here again on build b2, after its fix'],
  [
    'seen again, and green on the same build: flaky, not fixed',
    { seen: fact(3, 'b2'), fix: fix(2), green: fact(4, 'b2') },
    'reproduced',
    'Seen here again',
  ],
  ['seen again, and green on a later build', { seen: fact(3, 'b2'), fix: fix(2), green: fact(4, 'b3') }, 'fixed', 'build b3'],
  [
    'seen again, and green on a build that nobody told',
    { seen: fact(3, 'b2'), fix: fix(2), green: fact(4) },
    'reproduced',
    'Seen here again',
  ],
  ['green without a fix', { seen: fact(1), green: fact(2, 'b2') }, 'reproduced', 'Seen here.'],
  ['a fix that was taken back', { seen: fact(1), fix: fix(2, 'gone') }, 'reproduced', 'is not here any more'],
  ['a fix of what was never seen, taken back', { fix: fix(2, 'gone') }, 'unknown', 'is not here any more'],
  ['a fix in a part of the stage', { seen: fact(1), fix: fix(2, 'partly') }, 'reproduced', 'a part of this stage only'],
])('%s', (_name, parts, state, because) => {
  const finding = findingOf(facts(parts));
  expect(finding?.state).toBe(state);
  expect(finding?.because).toContain(because);
});

test('facts that say nothing give nothing, and the cell is unknown', () => {
  expect(findingOf(facts({ green: fact(1), workaround: 'easy' }))).toBeNull();
  expect(cellOf('test', null, null)).toMatchObject({ state: 'unknown', source: 'nothing', at: null, said: null, stale: null });
});

test.each<[string, SaidBehaviour, Partial<StageFacts>, Behaviour, boolean]>([
  ['a word without facts', said('fixed', 1), {}, 'fixed', false],
  ['a word newer than the facts', said('fixed', 3), { seen: fact(2, 'b1') }, 'fixed', false],
  ['fixed, and seen since', said('fixed', 1), { seen: fact(2, 'b2') }, 'reproduced', true],
  ['fixed, and seen since on the same build', said('fixed', 1), { seen: fact(2, 'b1') }, 'reproduced', true],
  ['not reproduced, and seen since', said('not-reproduced', 1), { seen: fact(2, 'b2') }, 'reproduced', true],
  ['reproduced, and seen since', said('reproduced', 1), { seen: fact(2, 'b2') }, 'reproduced', false],
  ['worked around, and seen since', said('worked-around', 1), { seen: fact(2, 'b2') }, 'worked-around', false],
  ['reproduced, and its fix deployed since', said('reproduced', 1), { fix: fix(2) }, 'unknown', true],
  ['fixed on the build that was deployed', said('fixed', 1, 'b2'), { fix: fix(2) }, 'fixed', false],
  ['reproduced on the build with the fix, told late', said('reproduced', 1, 'b2'), { fix: fix(2) }, 'reproduced', false],
  [
    'reproduced, and verified on another build since',
    said('reproduced', 1),
    { fix: fix(2), green: fact(3, 'b2'), seen: fact(0) },
    'fixed',
    true,
  ],
  ['nobody knows, and seen since', said('unknown', 1), { seen: fact(2) }, 'reproduced', true],
])('%s', (_name, word, parts, state, isStale) => {
  const cell = cellOf('test', word, facts(parts));
  expect([cell.state, cell.stale !== null, cell.said]).toEqual([state, isStale, word]);
});

test('a word about a build that was replaced still counts, and says so', () => {
  const cell = cellOf('test', said('fixed', 1), null, fact(2, 'b9'));
  expect([cell.state, cell.stale]).toEqual(['fixed', 'It was said of build b1; build b9 is here now.']);
  expect(cellOf('test', said('fixed', 1), null, fact(2, 'b1')).stale).toBeNull();
  expect(cellOf('test', said('fixed', 3), null, fact(2, 'b9')).stale).toBeNull();
  expect(cellOf('test', said('fixed', 1, null), null, fact(2, 'b9')).stale).toBeNull();
});

const hours = fc.integer({ min: 0, max: 9 });
const build = fc.constantFrom(null, 'b1', 'b2');
const anyFact = fc.record({ at: hours.map(at), build });
const anyFacts: fc.Arbitrary<StageFacts> = fc.record({
  seen: fc.option(anyFact),
  fix: fc.option(
    fc.record({ at: hours.map(at), build, state: fc.constantFrom('live' as const, 'partly' as const, 'gone' as const) }),
  ),
  green: fc.option(anyFact),
  workaround: fc.constantFrom(null, 'easy'),
});
const anyWord = fc.record({
  ...{ state: fc.constantFrom(...behaviours), build, note: fc.constant(''), at: hours.map(at), by: fc.constant('p') },
});

test('nothing is fixed that was seen after everything else', () => {
  fc.assert(
    fc.property(anyFacts, fc.option(anyWord), (of, word) => {
      const newest = facts({ ...of, seen: fact(10, 'b2') });
      expect(['reproduced', 'worked-around']).toContain(cellOf('test', word, newest).state);
    }),
  );
});

test('the newest word counts where no fact is newer, and a word is never lost', () => {
  fc.assert(
    fc.property(anyFacts, anyWord, (of, word) => {
      const cell = cellOf('test', { ...word, at: at(10) }, of);
      expect([cell.state, cell.source, cell.stale]).toEqual([word.state, 'person', null]);
      expect(cellOf('test', word, of).said).toEqual(word);
    }),
  );
});

test('what counts is the word or what the facts say, and it differs from the word only where that is out of date', () => {
  fc.assert(
    fc.property(anyFacts, anyWord, (of, word) => {
      const cell = cellOf('test', word, of);
      expect([word.state, findingOf(of)?.state]).toContain(cell.state);
      expect(cell.stale === null ? cell.state : word.state).toBe(word.state);
    }),
  );
});

const stages = [
  { key: 'test', name: 'Test' },
  { key: 'staging', name: 'Staging' },
  { key: 'production', name: 'Production' },
];

test('the field says each stage in words, and nothing where nothing was told', () => {
  const cells = new Map<string, BehaviourCell>([
    ['test', cellOf('test', said('reproduced', 1), null)],
    ['staging', cellOf('staging', null, facts({ fix: fix(2) }))],
  ]);
  expect(behaviourText(cells, stages)).toBe('Test: reproduced · Staging: unknown, fix to be verified · Production: unknown');
  expect(behaviourText(new Map(), stages)).toBeNull();
  expect(behaviourText(new Map([['test', cellOf('test', null, null)]]), stages)).toBeNull();
});

test('the field never has more than 255 characters, and keeps the stages closest to users whole', () => {
  fc.assert(
    fc.property(
      fc.array(fc.string({ minLength: 1, maxLength: 80 }), { minLength: 1, maxLength: 12 }),
      fc.constantFrom(...behaviours),
      (names, state) => {
        const many = names.map((name, n) => ({ key: `s${n}`, name }));
        const cells = new Map(many.map(({ key }) => [key, cellOf(key, said(state, 1), null)]));
        const text = behaviourText(cells, many) ?? '';
        expect(text.length).toBeLessThanOrEqual(255);
        expect(text.endsWith(`${names.at(-1) ?? ''}: ${behaviourWords[state]}`)).toBe(true);
      },
    ),
  );
});
