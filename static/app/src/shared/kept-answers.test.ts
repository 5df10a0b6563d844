import { answerFor, keepAnswer, keepBeside, noAnswers, type KeptAnswers } from './kept-answers';

interface View {
  readonly revision: string;
  readonly of: string;
}
const none: KeptAnswers<View> = noAnswers;
const keep = (kept: KeptAnswers<View>, of: string, revision: string) => keepAnswer(kept, of, { revision, of });

test('nothing is shown, and nothing awaited, before the first answer', () => {
  expect(answerFor(none, 'a')).toEqual({ view: null, waiting: false });
});

test('another choice shows the answer before it until its own is there; going back asks nothing', () => {
  const one = keep(none, 'a', '1');
  expect(answerFor(one, 'b')).toEqual({ view: { revision: '1', of: 'a' }, waiting: true });
  const both = keep(one, 'b', '1');
  expect(answerFor(both, 'b')).toEqual({ view: { revision: '1', of: 'b' }, waiting: false });
  expect(answerFor(both, 'a')).toEqual({ view: { revision: '1', of: 'a' }, waiting: false });
});

test('what changed meanwhile drives older answers out', () => {
  const newer = keep(keep(none, 'a', '1'), 'b', '2');
  expect(answerFor(newer, 'a')).toEqual({ view: { revision: '2', of: 'b' }, waiting: true });
});

test('an answer without a revision stands alone', () => {
  const views: KeptAnswers<{ revision?: string; of: string }> = noAnswers;
  const kept = keepAnswer(keepAnswer(views, 'a', { of: 'a' }), 'b', { of: 'b' });
  expect([...kept.views.keys()]).toEqual(['b']);
});

test('the oldest of many is let go', () => {
  const many = Array.from({ length: 12 }, (_, n) => String(n)).reduce((kept, of) => keep(kept, of, '1'), none);
  expect([...many.views.keys()]).toEqual(['4', '5', '6', '7', '8', '9', '10', '11']);
});

test('what may be chosen next stands beside what is shown, which stays; nothing of another revision does', () => {
  const shown = keep(none, 'a', '1');
  const both = keepBeside(shown, 'b', { revision: '1', of: 'b' });
  expect(both).toEqual({ views: new Map([...shown.views, ['b', { revision: '1', of: 'b' }]]), latest: 'a' });
  expect(answerFor(both, 'b').waiting).toBe(false);
  expect(keepBeside(shown, 'b', { revision: '2', of: 'b' })).toBe(shown);
  expect(keepBeside(shown, 'a', { revision: '1', of: 'b' })).toBe(shown);
  expect(keepBeside(none, 'b', { revision: '1', of: 'b' })).toBe(none);
});

test('however much is read ahead, what is shown is not let go', () => {
  const many = Array.from({ length: 12 }, (_, n) => String(n)).reduce(
    (kept, of) => keepBeside(kept, of, { revision: '1', of }),
    keep(none, 'shown', '1'),
  );
  expect([...many.views.keys()]).toEqual(['5', '6', '7', '8', '9', '10', '11', 'shown']);
});
