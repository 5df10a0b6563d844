import { trainWords } from './train-words';

const stage = (name: string, state: 'open' | 'held' | 'unknown') => ({ stage: { key: 'k', name }, state, sentence: '' });

test('where a train may go and where not', () => {
  expect(trainWords({ stages: [stage('Staging', 'open'), stage('Production', 'held')] })).toBe('staging open, production held');
  expect(trainWords({ stages: [stage('Staging', 'unknown')] })).toBe('staging not known');
  expect(trainWords({ stages: [] })).toBe('no stage has a gate');
});
