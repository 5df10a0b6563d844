import { questionState } from './question';

const asked = { askedAt: '2026-11-02T08:00:00.000Z', expiresAt: '2026-11-03T08:00:00.000Z' };

test.each([
  ['is open until it expires', null, '2026-11-03T07:59:59.999Z', 'open', 'asked'],
  ['goes back to the owner when it expires', null, '2026-11-03T08:00:00.000Z', 'expired', 'owner'],
  ['is answered', '2026-11-02T09:00:00.000Z', '2026-11-02T09:00:00.000Z', 'answered', 'owner'],
  ['stays answered', '2026-11-02T09:00:00.000Z', '2026-12-02T09:00:00.000Z', 'answered', 'owner'],
  ['was open before it was answered', '2026-11-02T09:00:00.000Z', '2026-11-02T08:59:00.000Z', 'open', 'asked'],
  ['had expired before it was answered late', '2026-11-05T09:00:00.000Z', '2026-11-04T08:59:00.000Z', 'expired', 'owner'],
  ['can be answered late', '2026-11-05T09:00:00.000Z', '2026-11-06T08:59:00.000Z', 'answered', 'owner'],
])('a question %s', (_what, answeredAt, now, kind, waitsFor) => {
  expect(questionState({ ...asked, answeredAt }, now)).toMatchObject({ kind, waitsFor });
});

test('a late answer says that it was late', () => {
  const late = questionState({ ...asked, answeredAt: asked.expiresAt }, '2026-11-06T08:00:00.000Z');
  expect(late).toMatchObject({ late: true, sentence: 'It was answered after it had expired.' });
});
