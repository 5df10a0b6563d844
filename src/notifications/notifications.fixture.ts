import type { Told } from './messages';
import type { GateChange, ReleaseFacts } from './occurrence';
import type { NotificationRule, NotificationRules } from './rules';

/** Builders for the tests of telling people. */
export const start = '2026-11-02T09:00:00.000Z';

export function aGate(part: Partial<GateChange> = {}): GateChange {
  return {
    stage: { key: 'production', name: 'Production' },
    from: 'open',
    to: 'held',
    sentence: '1 open S1, none is allowed.',
    ...part,
  };
}

export function aRelease(part: Partial<ReleaseFacts> = {}): ReleaseFacts {
  return {
    id: '10042',
    name: '4.2.0',
    released: false,
    ticketId: '20001',
    deployments: [],
    gates: [aGate({ from: 'open', to: 'open', sentence: 'Nothing holds it.' })],
    ...part,
  };
}

export function anOccurrence(part: Partial<Told> = {}): Told {
  return {
    id: 'one',
    event: 'defect-created',
    at: start,
    projectId: '10000',
    severity: 'S1',
    issueId: '30001',
    releases: [aRelease()],
    sentence: 'The defect SHOP-1 was reported with S1.',
    ...part,
  };
}

export function aRule(part: Partial<NotificationRule> = {}): NotificationRule {
  return {
    id: 'rule',
    name: 'Blockers',
    active: true,
    events: ['defect-created', 'gate-held', 'gate-opened'],
    severity: 'S1',
    stream: { kind: 'any' },
    place: 'release',
    to: [{ kind: 'owner' }],
    channels: ['comment'],
    windowMinutes: 15,
    ...part,
  };
}

export function someRules(part: Partial<NotificationRules> = {}): NotificationRules {
  return { on: true, quiet: null, rules: [aRule()], ...part };
}
