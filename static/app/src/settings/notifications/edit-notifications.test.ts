import { notificationRulesSchema, tellableEvents } from '../../../../../src/contracts/notification-settings';
import {
  addRule,
  addSpan,
  changeRule,
  eventGroups,
  newQuiet,
  removeRule,
  ruleWords,
  toggled,
  toggledRecipient,
} from './edit-notifications';
import type { Rules } from './edit-notifications';

const none: Rules = { on: true, quiet: null, rules: [] };

test('every event can be chosen once', () => {
  expect(eventGroups.flatMap(({ events }) => events.map(({ event }) => event)).sort()).toEqual([...tellableEvents].sort());
});

test('rules that are added can be saved as they are, and have ids of their own', () => {
  const three = addRule(addRule(addRule(none)));
  const again = addRule(removeRule(three, 0));
  expect(notificationRulesSchema.safeParse({ ...again, quiet: addSpan(newQuiet('Europe/Berlin')) }).success).toBe(true);
  expect(new Set(again.rules.map(({ id }) => id)).size).toBe(3);
});

test('a rule is changed beside the others', () => {
  const changed = changeRule(addRule(addRule(none)), 1, { name: 'Mine' });
  expect(changed.rules.map(({ name }) => name)).toEqual(['Rule 1', 'Mine']);
});

test('what is there goes, and what is not there comes', () => {
  expect([toggled([1, 2], 2), toggled([1], 2)]).toEqual([[1], [1, 2]]);
  const role = { kind: 'role', name: 'Release managers' } as const;
  expect(toggledRecipient([role], { kind: 'role', name: 'release managers ' })).toEqual([]);
  expect(toggledRecipient([role], { kind: 'group', name: 'Release managers' })).toHaveLength(2);
});

test('who approves a deferral and who asked for it can be chosen', () => {
  const [rule] = addRule(none).rules;
  const to = [{ kind: 'approvers' }, { kind: 'requester' }] as const;
  expect(rule && ruleWords({ ...rule, events: ['deferral-requested'], to: [...to] })).toBe(
    'A deferral waits for a decision; tells approvers, who asked',
  );
});

test('a rule in one line', () => {
  const [rule] = addRule(none).rules;
  expect(rule && ruleWords(rule)).toBe('A gate turns to held; tells owner');
  expect(
    rule &&
      ruleWords({
        ...rule,
        severity: 'S1',
        events: ['incident', 'defect-created', 'defect-raised'],
        channels: ['mail', 'comment'],
      }),
  ).toBe('A defect is reported and 2 more, only S1; tells owner, in 2 ways');
});
