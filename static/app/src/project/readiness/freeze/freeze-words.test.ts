import { admitsSentence, attemptsSentence, exceptionWords, insideSentence, placeSentence } from './freeze-words';

const now = Date.parse('2026-11-02T09:00:00.000Z');

test('it says what may come in, what was tried, and what is there', () => {
  expect(admitsSentence([])).toBe('Nothing may come in without an exception.');
  expect(admitsSentence(['S2', 'S1'])).toMatch(/^S1 and S2 may still come in without an exception/);
  expect(attemptsSentence({ moved: 0, flagged: 0, recorded: 0, left: 0 })).toMatch(/^Nobody has tried/);
  expect(attemptsSentence({ moved: 2, flagged: 1, recorded: 0, left: 0 })).toBe(
    '3 attempts to bring in what may not come in: 2 moved away, 1 flagged.',
  );
  const defect = { id: '1', key: 'SHOP-1', summary: 'Basket', open: true, severity: null };
  const one = (admission: 'violation' | 'exception' | 'admitted') => ({ defect, at: '', admission });
  expect(insideSentence([])).toBe('Nothing has come in since.');
  expect(insideSentence([one('admitted')])).toBe('1 defect has come in since and is still there, and it may be.');
  expect(insideSentence([one('admitted'), one('exception')])).toBe(
    '2 defects have come in since and are still there, and all of them may be, 1 by an exception.',
  );
  expect(insideSentence([one('violation'), one('exception')])).toBe(
    '2 defects have come in since and are still there, 1 although it may not, 1 by an exception.',
  );
});

test.each([
  ['requested', null, 'Waits for a decision; lapses in 3 hours'],
  ['approved', '2026-11-02T10:30:00.000Z', 'May come in for 1 hour 30 minutes'],
  ['expired', '2026-11-02T08:00:00.000Z', 'Over'],
] as const)('an exception that is %s has its clock', (state, until, words) => {
  expect(exceptionWords({ state, until, decideBy: '2026-11-02T12:00:00.000Z' }, now)).toBe(words);
});

test('the panel says what a freeze means for the defect', () => {
  const version = { id: '10', name: '4.2.0' };
  const may = 'only S1 may still come in';
  expect(placeSentence({ place: 'out', moved: false, version, exception: null }, may)).toBe('Only S1 may still come in.');
  expect(placeSentence({ place: 'out', moved: true, version, exception: null }, may)).toContain('set 4.2.0 again');
  const exception = { state: 'approved', decideBy: '', until: '', because: '' } as const;
  expect(placeSentence({ place: 'out', moved: true, version, exception }, may)).toContain('set 4.2.0 as its fix version while');
  expect(placeSentence({ place: 'before', moved: false, version, exception: null }, may)).toContain('was in it before');
});
