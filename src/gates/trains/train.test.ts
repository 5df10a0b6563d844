import fc from 'fast-check';
import { verdictStates } from '../../kernel/verdict';
import { now } from '../gates.fixture';
import { changeTrain, endTrain, formTrain, lookedUp, mostMembers, trainSentence, worstOf } from './train';
import type { Train, TrainWish } from './train';

const member = (n: number) => ({ projectId: String(n % 3), versionId: String(n), name: `1.${n}` });
const wish = (parts: Partial<TrainWish> = {}): TrainWish => ({
  name: 'Autumn',
  members: [member(1), member(2)],
  query: null,
  ...parts,
});
const acting = { who: 'rhea', now, others: [{ id: 'other', name: 'Winter' }] };
function formed(): Train {
  const outcome = formTrain('t', wish(), acting);
  if (outcome.kind === 'refused') throw new Error(outcome.message);
  return outcome.train;
}

test('a train is formed of releases, each once', () => {
  expect(formTrain('t', wish({ name: ' Autumn ', members: [member(1), member(1), member(2)] }), acting)).toEqual({
    kind: 'done',
    train: {
      ...{ id: 't', name: 'Autumn', state: 'running', query: null, members: [member(1), member(2)] },
      events: [{ act: 'formed', at: now, who: 'rhea' }],
    },
  });
});

test.each<[string, Partial<TrainWish>, RegExp]>([
  ['without a name', { name: '  ' }, /^Give the train/],
  ['with a name that is too long', { name: 'x'.repeat(61) }, /60 letters/],
  ['called as another one', { name: 'winter' }, /called winter already/],
  ['without a release', { members: [] }, /^Choose at least one/],
  ['by a query that finds none', { members: [], query: 'project = X' }, /^The query finds no issue/],
  ['of too many', { members: Array.from({ length: mostMembers + 1 }, (_, n) => member(n)) }, /^At most 50/],
])('none is formed %s', (_, parts, message) => {
  const outcome = formTrain('t', wish(parts), acting);
  expect(outcome.kind === 'refused' ? outcome.message : outcome.kind).toMatch(message);
});

test('it is changed and ended, and then neither', () => {
  const changed = changeTrain(formed(), wish({ name: 'Autumn 2' }), { ...acting, others: [{ id: 't', name: 'Autumn 2' }] });
  expect(changed).toMatchObject({ kind: 'done', train: { name: 'Autumn 2', events: [{ act: 'formed' }, { act: 'changed' }] } });
  const ended = endTrain(formed(), acting);
  expect(ended).toMatchObject({ kind: 'done', train: { state: 'ended' } });
  if (ended.kind !== 'done') return;
  expect(endTrain(ended.train, acting).kind).toBe('refused');
  expect(changeTrain(ended.train, wish(), acting).kind).toBe('refused');
});

test.each<[string, number[], number[] | string | null, number]>([
  ['the same releases', [2, 1], null, 0],
  ['others of its projects', [1, 4], [1, 4], 0],
  ['one less', [1], [1], 0],
  ['one of another project', [1, 2, 3], null, 1],
  ['none of its projects', [3], 'it finds no release of its projects any more', 1],
  ['too many', Array.from({ length: 90 }, (_, n) => n), 'it finds 60 releases, and at most 50 ride in one train', 30],
])('looked up again, its query finds %s', (_, found, expected, elsewhere) => {
  const said = lookedUp(formed(), found.map(member), now);
  expect(said.elsewhere).toBe(elsewhere);
  if (expected === null) return expect(said.outcome).toBeNull();
  if (typeof expected === 'string') return expect(said.outcome).toEqual({ kind: 'refused', message: expected });
  return expect(said.outcome).toMatchObject({
    train: { members: expected.map(member), events: [{ act: 'formed' }, { act: 'looked-up', who: null }] },
  });
});

test('its verdict is the worst of its members', () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...verdictStates)), (states) => {
      const { state, held, unknown, open } = worstOf(states);
      expect(held + unknown + open).toBe(states.length);
      expect(state === 'open').toBe(states.length > 0 && states.every((one) => one === 'open'));
      expect(state === 'held').toBe(states.includes('held'));
    }),
  );
});

test.each([
  [['open', 'open'], 'Autumn may enter production: all 2 of its releases are open.'],
  [['open'], 'Autumn may enter production: its release is open.'],
  [['held', 'open', 'unknown'], 'Autumn may not enter production: 1 of its 3 releases is held and 1 is not known.'],
  [['unknown', 'unknown', 'open'], 'Autumn may not enter production: 2 of its 3 releases are not known.'],
  [[], 'Autumn may not enter production: it has no release.'],
] as const)('%j in words', (states, sentence) => expect(trainSentence('Autumn', 'Production', worstOf(states))).toBe(sentence));
