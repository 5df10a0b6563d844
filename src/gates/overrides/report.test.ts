import { hour, plus } from '../../kernel/instant';
import { now, production } from '../gates.fixture';
import type { Override } from './override';
import { overrideReport } from './report';

const anOverride = (requester: string, approver: string | null, parts: Partial<Override> = {}): Override => {
  const at = plus(now, -2 * hour);
  const event = (act: Override['events'][number]['act'], who: string) => ({ act, at, who, because: null });
  return {
    ...{ id: '10-production-1', projectId: '1', version: { id: '10', name: '4.2.0' }, stage: production, requester },
    ...{ reason: { key: 'risk', name: 'The risk is accepted' }, rationale: 'r', covers: [], hours: 4 },
    decideBy: plus(now, 20 * hour),
    state: approver === null ? 'requested' : 'approved',
    until: approver === null ? null : plus(now, 2 * hour),
    events: [event('requested', requester), ...(approver === null ? [] : [event('approved', approver)])],
    ...parts,
  };
};

test('nobody asked', () => {
  expect(overrideReport([], now, 90)).toEqual({ asked: 0, granted: 0, states: {}, people: [], reasons: [] });
});

test('who asks most stands first, with what was granted and approved', () => {
  const report = overrideReport([anOverride('ada', 'omar'), anOverride('ada', null), anOverride('rhea', 'ada')], now, 90);
  expect([report.asked, report.granted]).toEqual([3, 2]);
  expect(report.people).toEqual([
    { who: 'ada', asked: 2, granted: 1, approved: 1 },
    { who: 'rhea', asked: 1, granted: 1, approved: 0 },
    { who: 'omar', asked: 0, granted: 0, approved: 1 },
  ]);
});

test('what became of them is told by the time of the report, and old requests are left out', () => {
  const over = anOverride('ada', 'omar', { until: plus(now, -hour) });
  const other = { key: 'fix', name: 'A fix is on its way' };
  const old = { ...over, events: over.events.map((event) => ({ ...event, at: '2026-01-02T09:00:00.000Z' })) };
  const report = overrideReport([over, anOverride('ada', 'omar', { reason: other }), anOverride('ada', 'omar'), old], now, 90);
  expect(report.states).toEqual({ expired: 1, approved: 2 });
  expect(report.reasons).toEqual([
    { name: 'The risk is accepted', count: 2 },
    { name: 'A fix is on its way', count: 1 },
  ]);
});
