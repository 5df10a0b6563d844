import type { OwnershipConfig, Person, Rota } from './config';
import type { WaitingDefect } from './escalation';

const weekdays = [1, 2, 3, 4, 5];
const people: readonly (readonly [string, Person])[] = [
  ['ada', { name: 'Ada', calendar: 'Berlin' }],
  ['bo', { name: 'Bo', calendar: 'Berlin' }],
  ['cem', { name: 'Cem', calendar: 'Boston' }],
  ['dee', { name: 'Dee', calendar: null }],
  ['lea', { name: 'Lea', calendar: null }],
  ['rim', { name: 'Rim', calendar: null }],
];

/** Ada, Bo and Cem take weekly turns from Monday, 2 November 2026, at nine in Berlin. */
export function aRota(parts: Partial<Rota> = {}): Rota {
  return {
    component: 'Payments',
    calendar: 'Berlin',
    members: ['ada', 'bo', 'cem'],
    rotation: { kind: 'weekly', start: '2026-11-02', handOver: '09:00', zone: 'Europe/Berlin' },
    deputies: [{ accountId: 'dee', of: 'ada' }],
    ladder: [
      { afterMinutes: 120, who: { kind: 'deputy' } },
      { afterMinutes: 480, who: { kind: 'lead' } },
    ],
    ...parts,
  };
}

export function aConfig(parts: Partial<OwnershipConfig> = {}): OwnershipConfig {
  const hours = [{ days: weekdays, from: '09:00', to: '17:00' }];
  return {
    calendars: [
      { name: 'Berlin', zone: 'Europe/Berlin', hours, holidays: [], handOver: [] },
      { name: 'Boston', zone: 'America/New_York', hours, holidays: [], handOver: [] },
    ],
    rotas: [aRota()],
    defaultRota: null,
    absences: [],
    releaseManagers: ['rim'],
    zone: 'Europe/Berlin',
    digest: false,
    people: new Map(people),
    componentLeads: new Map(),
    lead: 'lea',
    ...parts,
  };
}

/** Reported on a Monday at nine in Berlin. */
export function aWaitingDefect(parts: Partial<WaitingDefect> = {}): WaitingDefect {
  return {
    components: ['Payments'],
    assignee: null,
    startedAt: '2026-11-02T08:00:00.000Z',
    componentSince: null,
    resolved: false,
    decidedAt: null,
    ...parts,
  };
}
