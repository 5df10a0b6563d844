import { defaultOwnership } from '../../triage';
import type { OwnershipConfig } from '../../triage';
import { ownershipView } from './view-model';
import type { OwnerFacts } from './view-model';

const config: OwnershipConfig = {
  ...defaultOwnership,
  rotas: [
    {
      ...{ component: 'Payments', calendar: '', members: ['ada', 'bo'], deputies: [] },
      rotation: { kind: 'weekly', start: '2026-11-02', handOver: '09:00', zone: 'UTC' },
      ladder: [{ afterMinutes: 60, who: { kind: 'lead' } }],
    },
  ],
  people: new Map([
    ['ada', { name: 'Ada', calendar: null }],
    ['bo', { name: 'somebody', calendar: null }],
    ['lea', { name: 'Lea', calendar: null }],
  ]),
  componentLeads: new Map(),
  lead: 'lea',
};
const owned = { components: ['Payments'], assignee: null, componentSince: null };
const facts: OwnerFacts = {
  ...{ config, owned, startedAt: '2026-11-02T10:00:00.000Z', decided: false },
  ...{ countedSince: '2026-11-01T00:00:00.000Z', now: '2026-11-02T10:15:00.000Z' },
};
const view = (parts: Partial<OwnerFacts> = {}) => ownershipView({ ...facts, ...parts });

test('the owner is named with the reason and the end of the turn, and who is told next in working time', () => {
  expect(view()).toEqual({
    ...{ now: facts.now, reached: null },
    owner: { accountId: 'ada', name: 'Ada', why: 'on the rota of Payments this week', until: '2026-11-09T09:00:00.000Z' },
    next: { whom: 'the lead of the project', names: ['Lea'], at: '2026-11-02T11:00:00.000Z', inMinutes: 45 },
  });
});

test('a step that was reached is said, and nothing comes after the last', () => {
  expect(view({ now: '2026-11-02T11:00:00.000Z' })).toMatchObject({ reached: { names: ['Lea'], inMinutes: 0 }, next: null });
});

test.each<[string, Partial<OwnerFacts>]>([
  ['what has been decided', { decided: true }],
  ['a backlog from before anybody was told', { countedSince: '2026-11-02T10:00:00.001Z' }],
  ['a project in which nobody is told yet', { countedSince: null }],
])('no escalation is shown of %s', (_what, parts) => {
  expect(view(parts)).toMatchObject({ owner: { accountId: 'ada' }, reached: null, next: null });
});

test('a person whose name the viewer may not look up is nobody by name', () => {
  expect(view({ now: '2026-11-10T09:00:00.000Z' }).owner).toMatchObject({ accountId: 'bo', name: null });
});

test('a project without a lead and a rota has no owner to name', () => {
  expect(view({ config: { ...config, rotas: [], lead: '' } }).owner).toBeNull();
});
