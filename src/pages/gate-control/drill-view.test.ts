import { actOnDrill, drillAdvanced, startDrill } from '../../gates';
import type { Drill } from '../../gates';
import { day, plus } from '../../kernel/instant';
import { now } from '../screen.fixture';
import { drillView } from './drill-view';

const started = startDrill({
  ...{ projectId: '1', version: { id: '10', name: '4.2.0' }, stage: { key: 'staging', name: 'Staging' } },
  ...{ stages: ['canary', 'production'], n: 1, who: 'p-rhea', now },
});
const stopped = drillAdvanced(started, { act: 'stopped', at: plus(now, 1500), because: '' }) ?? started;
const untold = drillAdvanced(stopped, { act: 'not-told', at: plus(now, 2000), because: 'Switched off.' }) ?? stopped;
function agreed(drill: Drill): Drill {
  const outcome = actOnDrill(drill, 'agree', { who: 'p-rhea', mayLift: true, because: 'Yes.', now: plus(now, 9000) });
  return outcome.kind === 'done' ? outcome.drill : drill;
}
const may = { overrideGates: false, liftHolds: true, approveDeferrals: false };
const view = (drill: Drill, parts: { accountId?: string; liftHolds?: boolean; at?: string } = {}) =>
  drillView(drill, {
    allStages: [{ key: 'canary', name: 'Canary' }],
    may: { ...may, liftHolds: parts.liftHolds ?? true },
    people: new Map([['p-rhea', 'rhea']]),
    ...{ accountId: parts.accountId ?? 'rhea', now: parts.at ?? plus(now, 10_000) },
  });

test('it has its times, what would be held, and why nobody was told', () => {
  expect(view(agreed(untold))).toMatchObject({
    ...{ stage: 'Staging', stages: ['Canary', 'production'], state: 'running', notTold: 'Switched off.' },
    ...{ seconds: { stopped: 1.5, told: null, first: 9, second: null }, startedBy: { accountId: 'rhea' } },
  });
});

test.each<[string, Drill, Parameters<typeof view>[1], { agree: boolean; callOff: boolean }]>([
  ['before the line would be stopped', started, {}, { agree: false, callOff: true }],
  ['after it', stopped, {}, { agree: true, callOff: true }],
  ['after the viewer agreed', agreed(stopped), {}, { agree: false, callOff: true }],
  ['after somebody else did', agreed(stopped), { accountId: 'omar' }, { agree: true, callOff: true }],
  ['for who may not lift holds', stopped, { liftHolds: false }, { agree: false, callOff: false }],
  ['after a day, although nobody noticed yet', stopped, { at: plus(now, day) }, { agree: false, callOff: false }],
])('what the viewer may do %s', (_name, drill, parts, allowed) => {
  expect(view(drill, parts).may).toEqual(allowed);
});
