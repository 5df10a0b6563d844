import { z } from 'zod';
import type { BridgeView } from '../../../src/contracts/bridge';
import type { TriageRow } from '../../../src/contracts/triage-row';
import type { TriageItem, TriageSession } from '../../../src/contracts/triage-session';
import { sampleReadiness, type Scenario } from './sample-project';

const minuteMs = 60_000;
const dayMs = 86_400_000;
const project = { id: '10000', key: 'SHOP', name: 'Web shop' };
const sessionId = '0f8e2a54-91b3-4c0d-8a27-5d1c3b7e9f10';
const targets = [
  { id: '10002', name: '4.2.0', releaseDate: '2026-12-01', cycle: 'release-candidate' as const },
  { id: '10003', name: '4.3.0', releaseDate: null, cycle: 'normal' as const },
];
const at = (now: string, minutes: number): string => new Date(Date.parse(now) + minutes * minuteMs).toISOString();

function sampleRows(scenario: Scenario, now: string): TriageRow[] {
  if (scenario.store === 'empty') return [];
  return sampleReadiness(scenario, now).defects.map((defect, n): TriageRow => {
    const [dueIn, window] = [n < 3 ? -95 * (3 - n) : 40 * n, 240];
    return {
      ...{ defectId: defect.id, key: defect.key, summary: defect.summary, status: 'Open', severity: defect.severity },
      ...{ createdAt: at(now, -1440 * n), score: n % 9 === 8 ? null : Math.max(5, 93 - n * 2), slaDueAt: at(now, 900 * (n - 2)) },
      ...{ overdue: n < 2, owner: null, fixVersions: n % 2 === 0 ? [{ id: '10002', name: '4.2.0' }] : [] },
      clock: {
        ...{ state: dueIn > 0 ? ('running' as const) : n === 0 ? ('escalated' as const) : ('overdue' as const) },
        ...{ cycle: n % 4 === 1 ? ('hotfix' as const) : ('normal' as const), startedAt: at(now, dueIn - window) },
        ...{ warnAt: at(now, dueIn - 60), dueAt: at(now, dueIn), acceptAt: null, windowMinutes: window },
        ...{ counted: 'around-the-clock' as const, stoppedAt: null },
      },
      decision:
        n === 2
          ? {
              ...{ id: '1', kind: 'defer', sentence: 'Defer.', by: null, byDefault: false, at: at(now, -3 * 1440), note: '' },
              ...{ state: 'lapsed', because: 'It was seen again, which it was not when it was decided.', versionId: null },
            }
          : null,
      question: null,
      recommendation:
        n % 3 === 0
          ? { kind: 'fix-now', versionId: '10002', sentence: 'Fix now in 4.2.0: its severity is S1, its score is 93.' }
          : { kind: 'none', versionId: null, sentence: 'Nothing presses. People decide when it is fixed.' },
      disagreement: n === 0,
    };
  });
}

export function sampleQueue(scenario: Scenario, now: string): BridgeView<'triageQueue'> {
  const rows = sampleRows(scenario, now);
  const { store } = sampleReadiness(scenario, now);
  return {
    ...{ now, project, store, rows: rows.slice(0, 200), more: Math.max(0, rows.length - 200), targets },
    open: rows.length === 0 ? [] : [{ id: sessionId, title: 'Monday triage', startedAt: at(now, -6), people: 3 }],
    closed: [{ id: sessionId, title: 'Friday triage', closedAt: at(now, -3 * 1440), decided: 22, left: 3, minutes: 14 }],
  };
}

const rated = z.object({ risk: z.number(), impact: z.number() });

/** @param state `voting`, `revealed`, `end`, `closed` or `new` (not joined yet), from the address */
export function sampleSession(scenario: Scenario, now: string, state: string | null, payload: unknown): TriageSession {
  const rows = state === 'end' ? [] : sampleRows(scenario, now).slice(0, 30);
  const mine = rated.safeParse(payload).data ?? null;
  const everybody: TriageItem['revealed'] = {
    ratings: [
      { risk: 2, impact: 4, person: 'a', role: 'qa', me: true },
      { risk: 5, impact: 4, person: 'b', role: 'development', me: false },
      { risk: 3, impact: 5, person: 'c', role: 'operations', me: false },
    ],
    ...{ risk: 3, impact: 4, disagreement: { risk: true, impact: false } },
  };
  const items = rows.map((row, n): TriageItem => {
    const shown = n === 0 && state === 'revealed';
    return {
      row,
      state: shown ? 'revealed' : 'waiting',
      skipped: 0,
      votes: n === 0 ? 2 : 0,
      mine,
      revealed: shown ? everybody : null,
    };
  });
  return {
    ...{
      kind: 'session',
      now,
      revision: now,
      step: Date.parse(now),
      id: sessionId,
      projectId: project.id,
      title: 'Monday triage',
    },
    ...{ state: state === 'closed' ? 'closed' : 'open', startedAt: at(now, -6), closedAt: state === 'closed' ? now : null },
    role: state === 'new' ? null : 'qa',
    people: [
      { person: 'a', role: 'qa', me: true, present: true, voted: mine !== null },
      { person: 'b', role: 'development', me: false, present: true, voted: true },
      { person: 'c', role: 'operations', me: false, present: false, voted: true },
    ],
    ...{ currentId: items[0]?.row.defectId ?? null, elsewhere: false, items, decided: 12, left: items.length, targets },
  };
}

export function sampleDecided(now: string): BridgeView<'decideTriage'> {
  return {
    ...{ kind: 'decided', session: null },
    decision: {
      ...{ id: '2', kind: 'fix-now', sentence: 'Fix now, in 4.2.0.', by: null, byDefault: false, at: now, note: '' },
      ...{ state: 'stands', because: null, versionId: '10002' },
    },
  };
}

/** @param state `asked` shows a question to the viewer */
export function sampleTriageOf(scenario: Scenario, now: string, state: string | null): BridgeView<'triageOf'> {
  const [row] = sampleRows({ ...scenario, defects: Math.max(1, scenario.defects), store: 'ready' }, now);
  if (row === undefined) throw new Error('There is no sample defect.');
  const clock = { ...row.clock, state: 'running' as const, cycle: 'hotfix' as const, dueAt: at(now, 130) };
  const question = {
    ...{ id: '1', defectId: row.defectId, text: 'Which cards does it refuse?', askedBy: null, asked: null, mine: true },
    ...{ askedAt: at(now, -90), expiresAt: at(now, 2000), state: 'open' as const, answer: null, answeredAt: null },
  };
  return { now, open: true, row: { ...row, clock, question: state === 'asked' ? question : null }, past: [], targets };
}

export function sampleLatency(now: string): BridgeView<'decisionLatency'> {
  const of = (cycle: 'normal' | 'hotfix', n: number) => ({
    ...{ cycle, decided: 4 + n, open: n > 9 ? 3 : 0 },
    ...{ p50: n === 4 ? null : 60 + ((n * 37) % 90), p90: n > 9 || n === 4 ? null : 240 + ((n * 91) % 300) },
  });
  const listing = (n: number) => ({ defectId: String(n), key: `SHOP-${n}`, cycle: 'normal' as const, minutes: 4000 - n * 100 });
  return {
    now,
    weeks: Array.from({ length: 12 }, (_, n) => ({
      from: new Date(Date.parse(now) - (11 - n) * 7 * dayMs).toISOString().slice(0, 10),
      cycles: [of('normal', n), ...(n % 3 === 0 ? [of('hotfix', n)] : [])],
    })),
    all: [of('normal', 8), of('hotfix', 2)],
    waiting: [1, 2, 3].map((n) => ({ ...listing(n), startedAt: at(now, -4000) })),
    slowest: [7, 8].map((n) => ({ ...listing(n), decidedAt: now })),
  };
}
