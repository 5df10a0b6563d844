import type { HoldView, OverrideView } from '../../../../../../src/contracts/gate-control';
import { controlSentence, eventWords, overrideWords, stagesWords } from './control-words';

const now = Date.parse('2026-11-02T09:00:00.000Z');
const person = { accountId: null, pseudonym: 'p' };
const override = (parts: Partial<OverrideView> = {}): OverrideView => ({
  ...{ id: '1', stage: { key: 'production', name: 'Production' }, state: 'approved', passes: true, reason: '', rationale: '' },
  ...{ requestedBy: person, requestedAt: '', decideBy: '2026-11-02T10:00:00.000Z', hours: 2, until: '2026-11-02T11:00:00.000Z' },
  ...{ covers: [], events: [], may: { approve: false, refuse: false, revoke: false } },
  ...parts,
});
const hold: HoldView = {
  ...{ id: '1', title: 'Held by hand', because: '', stages: null, standing: true, placedAt: '', placedBy: null },
  ...{ lifters: 1, agreed: [], mayLift: false, line: null, events: [] },
};

test.each<[HoldView[], OverrideView[], string]>([
  [[], [], 'No hold stands, and no gate may be passed by an override.'],
  [[hold], [], '1 hold stands.'],
  [
    [hold, hold, { ...hold, standing: false }],
    [override()],
    '2 holds stand; the gate of production may be passed by an override.',
  ],
  [[], [override({ state: 'requested', passes: false })], '1 override waits for a decision.'],
])('what it comes to (%#)', (holds, overrides, sentence) => {
  expect(controlSentence({ holds, overrides })).toBe(sentence);
});

test.each<[Partial<OverrideView>, string]>([
  [{}, 'The gate may be passed for 2 hours'],
  [{ passes: false }, 'Approved for 2 hours, though what holds the gate now is not known'],
  [{ state: 'requested' }, 'Waits for a decision; lapses in 1 hour'],
  [{ state: 'void' }, 'Void: a new reason holds the gate'],
])('an override says how it stands (%#)', (parts, words) => {
  expect(overrideWords(override(parts), now)).toBe(words);
});

test.each([
  [null, 'every stage'],
  [['Staging'], 'Staging'],
  [['Staging', 'Canary', 'Production'], 'Staging, Canary and Production'],
])('a hold says where it holds (%j)', (stages, words) => {
  expect(stagesWords({ stages })).toBe(words);
});

test('what happened has a word, also what is not known yet', () => {
  expect([eventWords('voided'), eventWords('moon')]).toEqual(['Void', 'moon']);
});
