import { aPolicy, openRow, production, release } from './gates.fixture';
import { judgePast, lookBackSentence, releasedAt } from './look-back';
import type { PastDefect } from './look-back';

const at = '2026-10-20T23:59:59.999Z';
const made = '2026-10-01T08:00:00.000Z';
const before = '2026-10-10T08:00:00.000Z';
const after = '2026-10-25T08:00:00.000Z';
const span = (value: string | null, from = made, to: string | null = null) => ({ value, label: null, from, to });
const policy = aPolicy({ rows: [openRow('S1', 0)] });

/** An open S1 of the release, from its creation on. */
function aPastDefect(history: Partial<PastDefect['history']> = {}, parts: Partial<PastDefect> = {}): PastDefect {
  const whole = { status: [span('1')], severity: [span('S1')], fix: [span('10012')], ...history };
  return { ...{ id: '1', key: 'SHOP-1', tier: 'standard', securityLevel: null, createdAt: made }, history: whole, ...parts };
}

const categoryOf = (status: string) => (status === '9' ? 'done' : status === '1' ? 'new' : null);
const judged = (...defects: PastDefect[]) => judgePast({ release, defects, policy, stages: [production], at, categoryOf });

test.each<[string, Partial<PastDefect['history']>, string]>([
  ['was open', {}, 'held'],
  ['had been done before', { status: [span('1', made, before), span('9', before)] }, 'open'],
  ['was done after it', { status: [span('1', made, after), span('9', after)] }, 'held'],
  ['had been reopened', { status: [span('9', made, before), span('1', before)] }, 'held'],
  ['was in a status that nobody knows any more', { status: [span('7')] }, 'held'],
  ['was moved out before', { fix: [span('10012', made, before), span('10013', before)] }, 'open'],
  ['was moved out after it', { fix: [span('10012', made, after)] }, 'held'],
  ['was moved in after it', { fix: [span('10012', after)] }, 'open'],
  ['had another release as well', { fix: [span('10011'), span('10012')] }, 'held'],
  ['had another severity then', { severity: [span('S3', made, after), span('S1', after)] }, 'open'],
  ['had lost its severity by then, which counts as S1', { severity: [span('S3', made, before), span(null, before)] }, 'held'],
  ['was reported after it', { status: [span('1', after)], severity: [span('S1', after)], fix: [span('10012', after)] }, 'open'],
])('a release whose defect %s', (_, history, state) => {
  expect(judged(aPastDefect(history)).stages.map((stage) => stage.state)).toEqual([state]);
});

test('a defect that breached nothing was open all the same', () => {
  expect(judged(aPastDefect({ severity: [span('S3')] })).openAtRelease).toEqual([{ level: null, count: 1 }]);
});

test('what was open is counted per security level', () => {
  const secret = { securityLevel: '900' };
  expect(judged(aPastDefect(), aPastDefect({}, secret), aPastDefect({}, secret)).openAtRelease).toEqual([
    { level: null, count: 1 },
    { level: '900', count: 2 },
  ]);
});

test('the verdict is a sentence of the gate', () => {
  expect(judged(aPastDefect()).stages[0]?.sentence).toBe('4.2.0 may not enter production: 1 open S1 defect, none allowed.');
});

test.each([
  ['2026-10-20', '2026-11-02T09:00:00.000Z', at],
  ['2026-11-02', '2026-11-02T09:00:00.000Z', '2026-11-02T09:00:00.000Z'],
])('a release of %s counts as made at the end of that day, or now', (date, now, moment) => {
  expect(releasedAt(date, now)).toBe(moment);
});

const past = (...states: ('open' | 'held' | 'unknown')[]) =>
  states.map((state) => ({ stages: [{ stage: production, state, sentence: '' }] }));

test.each([
  [
    past('held', 'held', 'open'),
    31,
    '2 of the last 3 releases would have been held for production; 31 defects escaped from them.',
  ],
  [past('held', 'held'), 1, 'All of the last 2 releases would have been held for production; 1 defect escaped from them.'],
  [past('open', 'unknown'), 0, 'None of the last 2 releases would have been held for production; no defect escaped from them.'],
  [past('held'), 2, 'The last release would have been held for production; 2 defects escaped from it.'],
  [past('open'), 0, 'The last release would not have been held for production; no defect escaped from it.'],
  [
    [{ stages: [] }, { stages: [] }],
    0,
    'No stage has a gate, so none of the last 2 releases would have been held; no defect escaped from them.',
  ],
  [[], 0, ''],
])('%# the look back is one calm sentence', (releases, escaped, sentence) => {
  expect(lookBackSentence(releases, escaped)).toBe(sentence);
});
