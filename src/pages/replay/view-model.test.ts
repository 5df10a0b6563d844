import { mayNothing } from '../access';
import { replayedView } from './view-model';
import type { FlipFacts, ReplayedFacts } from './view-model';

const access = { mayBrowse: true, levels: [], may: mayNothing };
const sights = new Map([['1', { projectId: '1', access, stored: new Map() }]]);
const flip = (to: 'held' | 'open', parts: Partial<FlipFacts> = {}): FlipFacts => ({
  ...{
    projectId: '1',
    projectKey: 'SHOP',
    seq: 7,
    at: '2026-11-02T09:00:00.000Z',
    version: { name: '4.2.0' },
    stage: 'Production',
  },
  ...{ from: to === 'held' ? 'open' : 'held', to, because: '2 open S2 defects, none allowed' },
  defects: [
    { id: '1', key: 'SHOP-1', level: null },
    { id: '2', key: 'SHOP-2', level: '900' },
  ],
  ...parts,
});
const facts = (parts: Partial<ReplayedFacts> = {}): ReplayedFacts => ({
  ...{ judged: 140, notKnown: 0, notKept: 0, more: false, flips: [] },
  ...parts,
});

test.each([
  [{ judged: 0 }, 'There is no decision of the last 90 days to try this on yet.'],
  [{}, 'Replayed over 140 decisions of the last 90 days, none would have gone the other way.'],
  [
    { flips: [flip('held'), flip('held'), flip('open')] },
    '3 of 140 decisions of the last 90 days would have gone the other way: 2 held, 1 opened.',
  ],
  [
    { judged: 1, flips: [flip('open')] },
    'The one decision of the last 90 days would have gone the other way: it would have been opened.',
  ],
])('%#: %s', (parts, sentence) => {
  expect(replayedView(facts(parts), sights).sentence).toBe(sentence);
});

test('what the figures leave out is said', () => {
  expect(replayedView(facts({ notKnown: 2, notKept: 3, more: true }), sights).notes).toEqual([
    '2 of them passed and would be unknown now: what these gates ask was not kept with them.',
    '3 older ones were decided before what it takes to judge again was kept.',
    'Only the newest 143 were looked at.',
  ]);
  expect(replayedView(facts(), sights).notes).toEqual([]);
});

test('an admin is shown the keys that Jira lets the admin see; of a project that Jira does not show, none', () => {
  expect(replayedView(facts({ flips: [flip('held')] }), sights).flips[0]).toMatchObject({ keys: ['SHOP-1'], others: 1 });
  expect(replayedView(facts({ flips: [flip('held', { projectId: '2' })] }), sights).flips[0]).toMatchObject({
    keys: [],
    others: 2,
  });
});
