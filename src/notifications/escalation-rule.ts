import type { NotificationRule, NotificationRules } from './rules';

/** Those whom a ladder names are told on the defect itself: the ladder is the rule, and needs no other. */
const ladderRule: NotificationRule = {
  ...{ id: 'ladder', name: 'Nobody has decided', active: true, events: ['owner-escalated', 'triage-escalated'], severity: null },
  ...{ stream: { kind: 'any' }, place: 'issue', to: [{ kind: 'named' }], channels: ['comment'], windowMinutes: 5 },
};

/** The rules of an admin, and with a ladder the one that tells those whom it names. */
export function withLadder(rules: NotificationRules, hasLadder: boolean): NotificationRules {
  return hasLadder ? { ...rules, rules: [...rules.rules, ladderRule] } : rules;
}
