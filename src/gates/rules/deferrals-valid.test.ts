import { day, plus } from '../../kernel/instant';
import type { DeferralFact } from '../evidence';
import { aDefect, now } from '../gates.fixture';
import type { DeferralsValidRow } from '../policy';
import { verdictOf, verdictOn } from './one-row.fixture';

const row: DeferralsValidRow = { rule: 'deferrals-valid', stage: 'production', breach: 'holds', daysLeft: 0 };
const until = '2026-11-12T23:59:59.000Z';
const good: DeferralFact = { state: 'approved', expiresAt: until, approver: { isKnown: true, isAssignee: false } };

const found = (deferral: DeferralFact | null, daysLeft = 0) => {
  const defect = aDefect({ deferredUntil: until });
  const facts = new Map(deferral === null ? [] : [[defect.id, deferral]]);
  return verdictOn({ ...row, daysLeft }, 'deferrals', facts, { defects: [defect, aDefect()] });
};

test.each<[string, DeferralFact | null, number, string, RegExp]>([
  ['approved, by somebody else, for a while', good, 0, 'met', /^the one deferral is in order$/],
  ['not on record', null, 0, 'breached', /^1 of 1 deferral not in order: 1 is not on record$/],
  ['not decided', { ...good, state: 'requested', approver: null }, 0, 'breached', /1 is not decided$/],
  ['over', { ...good, expiresAt: now }, 0, 'breached', /1 is over$/],
  ['approved by nobody', { ...good, approver: null }, 0, 'breached', /by nobody who is still known$/],
  [
    'approved by a person who was erased',
    { ...good, approver: { isKnown: false, isAssignee: false } },
    0,
    'breached',
    /still known$/,
  ],
  [
    'approved by its assignee',
    { ...good, approver: { isKnown: true, isAssignee: true } },
    0,
    'breached',
    /the defect is assigned$/,
  ],
  ['over in ten days, where eleven are asked', good, 11, 'breached', /1 ends within 11 days, the first on 12 November$/],
  ['over in ten days, where ten are asked', good, 10, 'met', /in order$/],
])('%s', (_, deferral, daysLeft, state, reason) => {
  const { condition } = found(deferral, daysLeft);
  expect(condition.state).toBe(state);
  expect(condition.reason).toMatch(reason);
});

test('nothing that is deferred, nothing to be in order', () => {
  expect(verdictOn(row, 'deferrals', new Map(), { defects: [aDefect()] }).condition).toMatchObject({
    ...{ state: 'met', value: 0, reason: 'nothing is deferred' },
  });
});

test('a deferral of a defect that counts all the same is not looked at; one that waits is told', () => {
  const [over, asked] = [aDefect(), aDefect()];
  const facts = new Map<string, DeferralFact>([
    [over.id, { ...good, approver: null }],
    [asked.id, { state: 'requested', expiresAt: until, approver: null }],
  ]);
  expect(verdictOn(row, 'deferrals', facts, { defects: [over, asked] }).condition).toMatchObject({
    state: 'met',
    reason: 'nothing is deferred; 1 more asked for and not decided, so it counts',
  });
});

test('each kind of fault is counted, and the defects are named by their ids alone', () => {
  const [none, own, fine] = [1, 2, 3].map(() => aDefect({ deferredUntil: until }));
  if (none === undefined || own === undefined || fine === undefined) throw new Error('three defects');
  const facts = new Map<string, DeferralFact>([
    [own.id, { ...good, approver: { isKnown: true, isAssignee: true } }],
    [fine.id, good],
  ]);
  const { condition } = verdictOn(row, 'deferrals', facts, { defects: [none, own, fine] });
  expect(condition).toMatchObject({ value: 2, unit: 'items', defectIds: [none.id, own.id] });
  expect(condition.reason).toBe(
    '2 of 3 deferrals not in order: 1 is not on record, 1 was approved by the person to whom the defect is assigned',
  );
});

test('the verdict rests until the next one is not in order any more', () => {
  expect(found(good).restsUntil).toBe(until);
  expect(found(good, 3).restsUntil).toBe(plus(until, -3 * day));
});

test('deferrals that were not looked up hold the gate', () => {
  expect(verdictOf(row, {}).state).toBe('unknown');
});
