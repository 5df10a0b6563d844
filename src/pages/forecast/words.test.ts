import { about, dayName, dayNumber, forecastSentence, inHundred, onDay } from './words';
import type { SentenceFacts } from './words';

const now = '2026-11-02T09:00:00.000Z';
const facts = (parts: Partial<SentenceFacts> = {}): SentenceFacts => ({
  ...{ name: '4.2.0', blockers: 5, now, even: '2026-11-08', likely: { chance: 0.85, day: '2026-11-17' }, perDay: 0.34 },
  ahead: [{ what: 'freeze', day: '2026-11-09', by: 0.63, clear: 0.5 }],
  ...parts,
});
const release = { what: 'release', day: '2026-11-13', by: 0.8, clear: 0.48 } as const;

test.each([
  [facts(), '4.2.0: 63 in 100 that its 5 blockers are closed by the freeze on 9 November; 85 in 100 by 17 November.'],
  [
    facts({ blockers: 1, ahead: [release] }),
    '4.2.0: 80 in 100 that its blocker is closed by the release on 13 November; 85 in 100 by 17 November.',
  ],
  [
    facts({ ahead: [...facts().ahead, release], likely: { chance: 0.85, day: null } }),
    '4.2.0: 63 in 100 that its 5 blockers are closed by the freeze on 9 November, 80 in 100 by the release on 13 November; 50 in 100 by 8 November.',
  ],
  [
    facts({ even: null, likely: { chance: 0.85, day: null } }),
    '4.2.0: 63 in 100 that its 5 blockers are closed by the freeze on 9 November; even chances are more than four months away, as new ones come about as quickly as they are closed.',
  ],
  [facts({ ahead: [] }), '4.2.0: 50 in 100 that its 5 blockers are closed by 8 November; 85 in 100 by 17 November.'],
  [facts({ ahead: [], even: null }), '4.2.0: it is not even likely that its 5 blockers are closed within the next four months.'],
  [
    facts({ blockers: 0, ahead: [release] }),
    '4.2.0: nothing blocks it now. 48 in 100 that nothing does at the end of 13 November, the day of its release: about one comes every 3 days.',
  ],
  [facts({ blockers: 0, ahead: [], perDay: 0 }), '4.2.0: nothing blocks it now. None has come lately.'],
])('%# what a forecast comes to is one sentence', (parts, sentence) => {
  expect(forecastSentence(parts)).toBe(sentence);
});

test.each([
  [0, 'fewer than 1 in 100'],
  [0.004, 'fewer than 1 in 100'],
  [0.63, '63 in 100'],
  [0.996, 'more than 99 in 100'],
])('a chance of %d is %s', (chance, words) => {
  expect(inHundred(chance)).toBe(words);
});

test.each([
  [0.04, '0'],
  [3.14, '3.1'],
  [94.6, '95'],
  [1234, '1,200'],
])('%d is about %s', (value, words) => {
  expect(about(value)).toBe(words);
});

test('days are told with their year where it is another one', () => {
  expect([onDay('2026-11-09', now), onDay('2027-01-28', now)]).toEqual(['9 November', '28 January 2027']);
  expect([dayName(20_759), dayNumber('2026-11-02'), dayNumber(null), dayNumber('soon')]).toEqual([
    '2026-11-02',
    20_759,
    null,
    null,
  ]);
});
