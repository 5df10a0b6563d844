import { previewSentence } from './view-model';

const change = (version: string, to: 'held' | 'open' | 'unknown') =>
  ({ projectKey: 'SHOP', version, stage: 'Production', from: 'unknown', to, because: '' }) as const;

test.each([
  [[], 0, 'There is no unreleased version to judge yet.'],
  [[], 3, 'This would change no verdict of the 3 releases in work.'],
  [[change('4.1.3', 'held')], 3, 'This would hold 4.1.3 (Production) and open nothing.'],
  [
    [change('4.1.3', 'held'), change('4.2.0', 'held'), change('4.3.0', 'open')],
    3,
    'This would hold 4.1.3 (Production) and 4.2.0 (Production) and open 4.3.0 (Production).',
  ],
  [[change('4.1.3', 'unknown')], 3, 'This would hold nothing, open nothing and leave 4.1.3 (Production) unknown.'],
])('%# what saving would do is one sentence', (changes, judged, sentence) => {
  expect(previewSentence(changes, judged, false)).toBe(sentence);
});

test('other work types mean reading again', () => {
  expect(previewSentence([], 1, true)).toMatch(/no verdict of the one release in work\. Other work types count/);
});
