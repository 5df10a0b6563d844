import type { BridgeView } from '../../../src/contracts/bridge';
import type { ThenAndNow } from '../../../src/contracts/hindsight';
import { sampleDecisions } from './sample-decisions';

const hourMs = 3_600_000;
const project = { id: '10000', key: 'SHOP', name: 'Web shop' };
const before = (now: string, hours: number) => new Date(Date.parse(now) - hours * hourMs).toISOString();

export function sampleThenAndNow(seq: number, now: string): ThenAndNow {
  const met = { state: 'met', value: 0, limit: 0, reason: '0 open S1 defects, none allowed' } as const;
  const small = { state: 'met', value: 2, limit: 3, reason: '2 open S2 defects, at most 3 allowed' } as const;
  return {
    ...{ seq, at: before(now, seq), version: { id: '10002', name: '4.2.0' }, stage: 'Production', mode: 'enforce' },
    then: { state: 'open', sentence: '4.2.0 may enter production: all 6 conditions are met.' },
    now: { state: 'held', sentence: '4.2.0 may not enter production: 2 open S1 defects, none allowed.' },
    ...{ turned: true, same: seq % 2 === 0, hidden: 1, more: 0 },
    conditions: [
      {
        ...{ id: 'open-defects:S1:any', title: 'Open S1 defects', differs: true, then: met },
        now: { state: 'breached', value: 2, limit: 0, reason: '2 open S1 defects, none allowed' },
      },
      { id: 'open-defects:S2:any', title: 'Open S2 defects', differs: false, then: small, now: small },
    ],
    late: [
      { id: '1', key: 'SHOP-41', cause: 'worse', then: 'S3', now: 'S1', conditions: ['Open S1 defects'] },
      { id: '2', key: 'SHOP-57', cause: 'planned-since', then: null, now: 'S1', conditions: ['Open S1 defects'] },
      { id: '3', key: 'SHOP-60', cause: 'gone', then: 'S4', now: null, conditions: [] },
    ],
  };
}

export function sampleTurned(count: number, now: string): BridgeView<'turned'> {
  const decisions = Array.from({ length: Math.min(count, 3) }, (_, at) => sampleThenAndNow(40 - at, now));
  return { now, project, days: 90, judged: Math.min(count, 143), notKept: 4, more: count > 1000, decisions };
}

export function sampleReplay(now: string): BridgeView<'replaySettings'> {
  return {
    kind: 'replayed',
    sentence: '12 of 140 decisions of the last 90 days would have gone the other way: 9 held, 3 opened.',
    notes: ['2 of them passed and would be unknown now: what these gates ask was not kept with them.'],
    ...{ judged: 140, held: 9, opened: 3, notKnown: 2 },
    flips: Array.from({ length: 12 }, (_, at) => ({
      ...{
        projectKey: 'SHOP',
        projectId: '10000',
        seq: 90 - at,
        at: before(now, at * 30),
        version: '4.2.0',
        stage: 'Production',
      },
      ...({ from: 'open', to: 'held', because: '3 open S2 defects, at most 1 allowed' } as const),
      ...{ keys: ['SHOP-12', 'SHOP-41'], others: at % 2 },
    })),
  };
}

export function sampleTrack(now: string): BridgeView<'releaseTrack'> {
  const live = (hours: number, isRelease: boolean) => [
    {
      service: 'shop',
      version: isRelease ? '4.2.0' : '4.1.3',
      build: isRelease ? '4.2.0+118' : null,
      at: before(now, hours),
      isRelease,
    },
  ];
  return {
    ...{ now, told: true, standsIn: 'staging' },
    stages: [
      { key: 'test', name: 'Test', gated: false, live: live(50, true) },
      { key: 'staging', name: 'Staging', gated: true, live: live(26, true) },
      { key: 'production', name: 'Production', gated: true, live: live(900, false) },
    ],
  };
}

export function sampleTimeline(count: number, now: string): BridgeView<'releaseTimeline'> {
  const { decisions, next } = sampleDecisions(count, now);
  const place = { service: 'shop', environment: 'stage-1', stage: 'Staging', build: '4.2.0+118' };
  return {
    now,
    decisions: decisions.slice(0, 20),
    next: decisions.length > 20 ? (decisions[19]?.seq ?? null) : next,
    deployments: [{ id: 'd1', ...place, state: 'successful', at: before(now, 5) }],
  };
}
