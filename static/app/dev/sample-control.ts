import type { BridgeView } from '../../../src/contracts/bridge';
import type { Scenario } from './sample-project';

const hours = (now: string, count: number) => new Date(Date.parse(now) + count * 3_600_000).toISOString();
const rhea = { accountId: 'rhea', pseudonym: 'a' };
const lea = { accountId: 'lea', pseudonym: 'b' };

/** A stopped line, an override that waits and one that is over; nothing where there are no defects. */
export function sampleControl(scenario: Scenario, now: string): BridgeView<'gateControl'> {
  const some = scenario.defects > 0;
  return {
    now,
    may: { hold: true, override: true },
    stages: [
      { key: 'staging', name: 'Staging', state: 'open', askable: false },
      { key: 'production', name: 'Production', state: some ? 'held' : 'open', askable: some },
    ],
    holds: some ? [sampleHold(now)] : [],
    overrides: some ? [sampleOverride(now), { ...sampleOverride(now), id: '10-production-1', state: 'void', until: now }] : [],
    drills: some ? [sampleDrill(now)] : [],
    drillStages: [
      { key: 'staging', name: 'Staging' },
      { key: 'canary', name: 'Canary' },
      { key: 'production', name: 'Production' },
    ],
    policy: {
      reasons: [{ key: 'risk-accepted', name: 'The risk is accepted' }],
      ...{ mostHours: 24, leastWords: 8, mostCharacters: 2000 },
    },
  };
}

function sampleHold(now: string): BridgeView<'gateControl'>['holds'][number] {
  const placedAt = hours(now, -3);
  const because = 'A defect (S1) was seen in Staging, where 4.2.0, build 4.2.0-311, is deployed dark.';
  return {
    ...{
      id: '10-1',
      title: 'The line is stopped',
      because,
      stages: ['Canary', 'Production'],
      standing: true,
      placedAt,
      placedBy: null,
    },
    ...{ lifters: 2, agreed: [lea], mayLift: true },
    line: { defect: 'SHOP-17', seenAt: placedAt, stoppedAfterSeconds: 4, toldAfterSeconds: 6, notTold: null },
    events: [
      { act: 'placed', at: placedAt, who: null, because },
      { act: 'lift-begun', at: hours(now, -1), who: lea, because: 'The page is switched off.' },
    ],
  };
}

function sampleDrill(now: string): BridgeView<'gateControl'>['drills'][number] {
  const startedAt = hours(now, -2);
  return {
    ...{ id: '10-1', stage: 'Canary', stages: ['Production'], state: 'running', startedAt, startedBy: rhea, notTold: null },
    seconds: { stopped: 1.2, told: 2.8, first: 95, second: null },
    may: { agree: true, callOff: true },
    events: [
      { act: 'started', at: startedAt, who: rhea, because: 'As if an S1 were seen in Canary.' },
      { act: 'stopped', at: startedAt, who: null, because: 'The line would be stopped now.' },
      { act: 'told', at: startedAt, who: null, because: 'The owners were told on an issue of the release.' },
      { act: 'agreed', at: hours(now, -1.9), who: lea, because: 'The fix could be switched on.' },
    ],
  };
}

function sampleOverride(now: string): BridgeView<'gateControl'>['overrides'][number] {
  const requestedAt = hours(now, -1);
  return {
    ...{ id: '10-production-2', stage: { key: 'production', name: 'Production' }, state: 'requested', passes: false },
    ...{ reason: 'The risk is accepted', hours: 2, until: null, decideBy: hours(now, 23) },
    rationale: 'Only the sandbox tenant of one partner meets the failing checkout, and support switches that tenant off tonight.',
    ...{ requestedBy: rhea, requestedAt, covers: ['Open S1 defects: 2'] },
    events: [{ act: 'requested', at: requestedAt, who: rhea, because: null }],
    may: { approve: true, refuse: true, revoke: true },
  };
}

/** `project.html?at=/decisions`; `&defects=0` where nobody asked. */
export function sampleOverrideReport({ defects }: Scenario): BridgeView<'overrideReport'> {
  const some = defects > 0;
  return {
    ...{ sinceDay: '2026-08-04', asked: some ? 5 : 0, granted: some ? 3 : 0, voided: some ? 1 : 0 },
    people: some
      ? [
          { who: rhea, asked: 4, granted: 3, approved: 0 },
          { who: lea, asked: 1, granted: 0, approved: 3 },
        ]
      : [],
    reasons: some ? [{ name: 'The risk is accepted', count: 5 }] : [],
  };
}
