import { choiceSentence, decisionId, fullSentence } from './decision';
import type { Choice } from './decision';
import { lapses } from './lapses';
import type { FactsNow } from './lapses';
import { answerDocument } from './answer';
import { leftOpenDocument, minutesDocument } from './minutes';
import { recommend } from './recommendation';
import type { RecommendationFacts } from './recommendation';
import { roundNow } from './round';

const release = { id: '10', name: '4.2.0' };
const decidedAt = '2026-11-20T10:00:00.000Z';
const now: FactsNow = {
  at: '2026-11-21T10:00:00.000Z',
  ...{ open: true, severity: 'S2', fixVersionIds: ['10'], wasClosed: false },
  release: { released: false, archived: false },
  ...{ deferral: null, question: null },
};
const fixNow: Choice = { kind: 'fix-now', release, note: '' };
const defer: Choice = { kind: 'defer', note: '' };
const ask: Choice = { kind: 'need-information', question: 'Since when?', expiresAt: '2026-11-23T10:00:00.000Z' };
const duplicate: Choice = { kind: 'duplicate', of: { id: '7', key: 'SHOP-7' }, note: '' };

test.each<[string, Choice, Partial<FactsNow>, string | null]>([
  ['nothing changed', fixNow, {}, null],
  ['closed is closed, whatever changed', fixNow, { open: false, severity: 'S1' }, null],
  ['reopened', duplicate, { wasClosed: true }, 'It was reopened.'],
  ['worse', defer, { severity: 'S1' }, 'Its severity changed from S2 to S1.'],
  ['without a severity now', defer, { severity: null }, 'Its severity changed from S2 to none.'],
  [
    'released',
    fixNow,
    { release: { released: true, archived: false } },
    '4.2.0, in which it was to be fixed, was released without it.',
  ],
  ['archived', fixNow, { release: { released: false, archived: true } }, '4.2.0, in which it was to be fixed, was archived.'],
  ['the release is gone', fixNow, { release: null }, '4.2.0, in which it was to be fixed, is gone.'],
  ['another fix version', fixNow, { fixVersionIds: ['11'] }, 'It was taken out of 4.2.0.'],
  ['not yet asked for', defer, {}, null],
  ['never asked for', defer, { at: '2026-11-23T10:00:00.001Z' }, 'Nobody asked for the deferral within three days.'],
  ['asked for', defer, { deferral: 'requested', at: '2026-12-23T10:00:00.001Z' }, null],
  ['deferred', defer, { deferral: 'approved' }, null],
  ['withdrawn', defer, { deferral: 'withdrawn' }, 'Its deferral was withdrawn.'],
  ['refused', defer, { deferral: 'refused' }, 'Its deferral was refused.'],
  ['expired', defer, { deferral: 'expired' }, 'Its deferral expired.'],
  ['asked', ask, { question: 'open' }, null],
  ['answered', ask, { question: 'answered' }, 'The question was answered.'],
  ['not answered', ask, { question: 'expired' }, 'The question was not answered in time.'],
  ['the question got lost', ask, { at: '2026-11-23T10:00:00.000Z' }, 'The question was not answered in time.'],
  ['the release of others', { kind: 'not-a-defect', note: '' }, { release: null }, null],
])('a decision, %s', (_name, choice, facts, because) => {
  expect(lapses({ choice, basis: { severity: 'S2' }, decidedAt }, { ...now, ...facts })).toBe(because);
});

test('only those who may see the issue read which one stays', () => {
  expect(choiceSentence(duplicate)).not.toContain('SHOP-7');
  expect(fullSentence(duplicate)).toBe('It is a duplicate of SHOP-7.');
  expect([fixNow, defer, ask].map(fullSentence)).toEqual([
    'Fix now, in 4.2.0.',
    'Defer it.',
    'Information is needed, by 2026-11-23.',
  ]);
});

const calm: RecommendationFacts = {
  ...{ severity: 'S3', score: 20, slaDueAt: null, targets: [release, { id: '11', name: '4.3.0' }], fixVersionIds: [] },
  now: now.at,
};

test.each<[string, Partial<RecommendationFacts>, string]>([
  ['S1', { severity: 'S1' }, 'Fix now in 4.2.0: its severity is S1.'],
  ['no severity', { severity: null }, 'Fix now in 4.2.0: it has no severity, which counts as S1.'],
  ['a high score', { score: 82.4 }, 'Fix now in 4.2.0: its score is 82.'],
  ['a target soon', { slaDueAt: '2026-11-21T14:00:00.000Z' }, 'Fix now in 4.2.0: its resolution target passes in 4 hours.'],
  ['a target that passed', { slaDueAt: '2026-11-01T14:00:00.000Z' }, 'Fix now in 4.2.0: its resolution target has passed.'],
  ['in a later release already', { severity: 'S1', fixVersionIds: ['11'] }, 'Fix now in 4.3.0: its severity is S1.'],
])('recommended for %s', (_name, facts, sentence) => {
  expect(recommend({ ...calm, ...facts })).toMatchObject({ kind: 'fix-now', sentence });
});

test('nothing is recommended where nothing presses, or there is no release', () => {
  expect(recommend(calm)).toEqual({ kind: 'none', sentence: 'Nothing presses. People decide when it is fixed.' });
  expect(recommend({ ...calm, severity: 'S1', targets: [] })).toEqual({
    kind: 'none',
    sentence: 'It should be fixed now: its severity is S1. But no release is planned.',
  });
});

test('a defect waits since its report, and anew since its decision lapsed', () => {
  const created = '2026-11-01T00:00:00.000Z';
  const round = { startedAt: created, step: 'escalated', waited: true, endedAt: decidedAt } as const;
  expect(roundNow(created, undefined)).toEqual({ startedAt: created, decided: false, step: 'none', waited: true });
  expect(roundNow(created, { ...round, state: 'waiting', endedAt: null })).toMatchObject({ decided: false, step: 'escalated' });
  expect(roundNow(created, { ...round, state: 'stands', endedAt: null })).toMatchObject({ decided: true });
  expect(roundNow(created, { ...round, state: 'lapsed' })).toEqual({
    startedAt: decidedAt,
    decided: false,
    step: 'none',
    waited: true,
  });
  expect(roundNow(created, { ...round, state: 'replaced' })).toMatchObject({ startedAt: decidedAt, waited: false });
  expect(decisionId('7', '1970-01-01T00:00:00.005Z')).toBe('7-5');
});

test('the minutes say what, why, how it was rated and by whom', () => {
  const said = JSON.stringify(
    minutesDocument({
      ...{ choice: { kind: 'not-a-defect', note: 'Works as designed.' }, at: decidedAt, by: 'acc-1', because: null },
      ...{ session: 'Monday', asked: null },
      ratings: [
        { role: 'development', risk: 2, impact: 5 },
        { role: 'qa', risk: 4, impact: 5 },
      ],
    }),
  );
  for (const words of [
    'Triage, Monday: It is not a defect.',
    'Works as designed.',
    'Recommended: close it.',
    '2026-11-20 10:00 UTC',
  ])
    expect(said).toContain(words);
  expect(said).toContain('Deployment risk: 3 of 5 (Development 2, QA 4)');
  expect(said).toContain('"id":"acc-1"');
});

test('who was asked is mentioned, and who is forgotten is not', () => {
  const facts = { choice: ask, at: decidedAt, by: null, because: null, session: null, ratings: [] };
  expect(JSON.stringify(minutesDocument({ ...facts, asked: 'acc-2' }))).toContain('"id":"acc-2"');
  expect(JSON.stringify(minutesDocument({ ...facts, asked: null }))).not.toContain('mention');
});

test('what a session left open says so, with its ratings', () => {
  const said = JSON.stringify(leftOpenDocument('Monday', [{ role: 'qa', risk: 4, impact: 5 }]));
  for (const words of ['Triage, Monday: Left open.', 'Deployment risk: 4 of 5 (QA 4)', 'stays in the queue'])
    expect(said).toContain(words);
});

test('an answer stands beneath its question, signed only where another writes it down', () => {
  const facts = { question: 'Since when?', askedBy: 'acc-1', answer: 'Since 4.1.\r\n\nOn phones alone.' };
  const own = answerDocument({ ...facts, written: { by: 'person' } });
  expect(own.content).toHaveLength(3);
  expect(JSON.stringify(own)).toContain('"id":"acc-1"');
  expect(JSON.stringify(own)).not.toContain('Answered');
  const said = JSON.stringify(answerDocument({ ...facts, written: { by: 'app', for: 'acc-2' } }));
  for (const words of ['Since when?', 'Since 4.1.', 'On phones alone.', 'Answered in Holdpoint', '"id":"acc-2"'])
    expect(said).toContain(words);
  const forgotten = { ...facts, askedBy: null, written: { by: 'app', for: null } } as const;
  expect(JSON.stringify(answerDocument(forgotten))).not.toContain('mention');
});
