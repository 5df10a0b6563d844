import { escalationOf, peopleAtExpiry } from './escalation';
import { aConfig, aRota, aWaitingDefect } from './ownership.fixture';

const config = aConfig();
const deputy = {
  step: 1,
  at: '2026-11-02T10:00:00.000Z',
  to: ['dee'],
  whom: 'the deputy',
  why: 'the deputy, after 2 hours of working time without a decision',
};
const lead = {
  ...{ step: 2, at: '2026-11-02T16:00:00.000Z', to: ['lea'], whom: 'the lead of the project' },
  why: 'the lead of the project, after 8 hours of working time without a decision',
};

test.each([
  ['before the first step', '2026-11-02T09:59:59.999Z', null, deputy],
  ['at the first step', '2026-11-02T10:00:00.000Z', deputy, lead],
  ['at the last step', '2026-11-02T16:00:00.000Z', lead, null],
  ['long after', '2026-11-06T16:00:00.000Z', lead, null],
])('%s', (_what, now, due, next) => {
  const left = (step: { at: string } | null) => {
    if (step === null || step.at <= now) return step === null ? null : { ...step, inMinutes: 0 };
    return { ...step, inMinutes: Math.ceil((Date.parse(step.at) - Date.parse(now)) / 60_000) };
  };
  const since = '2026-11-02T08:00:00.000Z';
  expect(escalationOf(config, aWaitingDefect(), now)).toEqual({ kind: 'running', since, due: left(due), next: left(next) });
});

test('nobody is told of what is resolved or decided, or of what no rota escalates', () => {
  const now = '2026-11-06T16:00:00.000Z';
  expect(escalationOf(config, aWaitingDefect({ resolved: true }), now)).toEqual({ kind: 'none', why: 'It is resolved.' });
  const decided = aWaitingDefect({ decidedAt: '2026-11-02T09:00:00.000Z' });
  expect(escalationOf(config, decided, now)).toEqual({ kind: 'none', why: 'It has been decided.' });
  expect(escalationOf(config, aWaitingDefect({ components: ['Search'] }), now).kind).toBe('none');
  expect(escalationOf(aConfig({ rotas: [aRota({ ladder: [] })] }), aWaitingDefect(), now).kind).toBe('none');
});

test('a defect that was moved to a component late gives its new owners as long as any other', () => {
  const moved = aWaitingDefect({ startedAt: '2026-09-01T08:00:00.000Z', componentSince: '2026-11-06T15:00:00.000Z' });
  expect(escalationOf(config, moved, '2026-11-06T15:30:00.000Z')).toMatchObject({
    since: '2026-11-06T15:00:00.000Z',
    due: null,
    // An hour on Friday, an hour on Monday.
    next: { step: 1, at: '2026-11-09T09:00:00.000Z' },
  });
});

test('a change of component before the defect was reported changes nothing', () => {
  const defect = aWaitingDefect({ componentSince: '2026-10-01T08:00:00.000Z' });
  expect(escalationOf(config, defect, '2026-11-02T09:00:00.000Z')).toMatchObject({ since: '2026-11-02T08:00:00.000Z' });
});

test.each([
  ['a deputy who owns it already', { absences: [{ accountId: 'ada', from: '2026-11-01', to: '2026-11-05' }] }, ['lea']],
  ['a deputy who is away', { absences: [{ accountId: 'dee', from: '2026-11-01', to: '2026-11-05' }] }, ['lea']],
  [
    'a lead who is away too',
    { absences: ['dee', 'lea'].map((accountId) => ({ accountId, from: '2026-11-01', to: '2026-11-05' })) },
    ['rim'],
  ],
  ['a person', { rotas: [aRota({ ladder: [{ afterMinutes: 90, who: { kind: 'person', accountId: 'cem' } }] })] }, ['cem']],
  [
    'a person who has left',
    { rotas: [aRota({ ladder: [{ afterMinutes: 90, who: { kind: 'person', accountId: 'x' } }] })] },
    ['lea'],
  ],
  [
    'release managers, each once',
    {
      releaseManagers: ['rim', 'bo', 'rim'],
      rotas: [aRota({ ladder: [{ afterMinutes: 0, who: { kind: 'release-managers' } }] })],
    },
    ['rim', 'bo'],
  ],
] as const)('%s: who is told', (_what, parts, to) => {
  expect(escalationOf(aConfig(parts), aWaitingDefect(), '2026-11-02T11:00:00.000Z')).toMatchObject({ due: { to } });
});

test('steps are reached in the order of their time, and a calendar that does not exist counts all hours', () => {
  const ladder = [...aRota().ladder].reverse();
  const given = aConfig({ rotas: [aRota({ ladder, calendar: 'Nowhere' })] });
  expect(
    escalationOf(given, aWaitingDefect({ startedAt: '2026-11-01T00:00:00.000Z' }), '2026-11-01T03:00:00.000Z'),
  ).toMatchObject({
    due: { step: 1, at: '2026-11-01T02:00:00.000Z' },
    next: { step: 2, at: '2026-11-01T08:00:00.000Z' },
  });
});

test('when the time to decide is over, those of the step that is reached or comes next are told, else the lead', () => {
  const at = (now: string, parts = {}) => peopleAtExpiry(aConfig(parts), aWaitingDefect(), now);
  expect([at('2026-11-02T09:00:00.000Z'), at('2026-11-02T16:00:00.000Z')]).toEqual([['dee'], ['lea']]);
  expect(at('2026-11-02T16:00:00.000Z', { rotas: [] })).toEqual(['rim']);
});
