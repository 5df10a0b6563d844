import type { BehaviourCellView } from '../../../../src/contracts/behaviours';
import { becauseWords, outdatedWords } from './behaviour-words';

const cell: BehaviourCellView = {
  ...{ stage: { key: 'test', name: 'Test' }, state: 'reproduced', source: 'sighting', at: '', build: 'b1' },
  ...{ because: 'Seen here on build b1.', said: null, stale: null, deployed: [] },
};

test.each<[string, Partial<BehaviourCellView>, string]>([
  ['what facts say is said as they say it', {}, 'Seen here on build b1.'],
  ['where nothing was told, that is said', { source: 'nothing' }, 'Nobody has told.'],
  ["a person's word names its build", { source: 'person' }, 'On build b1.'],
  ['and nothing where it has none', { source: 'person', build: null }, ''],
  ['and says why it is old', { source: 'person', stale: 'Build b2 is here now.' }, 'On build b1. Build b2 is here now.'],
])('%s', (_name, parts, words) => {
  expect(becauseWords({ ...cell, ...parts })).toBe(words);
});

test.each([
  ['b1', 'not reproduced on build b1'],
  [null, 'not reproduced'],
])('a word of build %s that no longer counts', (build, words) => {
  expect(outdatedWords({ state: 'not-reproduced', build, note: '', at: '', accountId: null })).toBe(words);
});
