import { nextStep } from './next-step';
import type { StepFacts } from './next-step';

const facts: StepFacts = {
  ...{ severity: 'S2', isAssigned: true, deferredUntil: null, isDeferralAsked: false, isDecided: true, rank: 20 },
  ...{ dueAt: '2026-11-09T09:00:00.000Z', now: '2026-11-02T09:00:00.000Z' },
};
const late = { dueAt: '2026-10-21T08:00:00.000Z' };

test.each<[string, Partial<StepFacts>, string, string]>([
  [
    'that is deferred waits, whatever else there is',
    { ...late, deferredUntil: '2026-12-12T23:59:59.999Z', severity: 'none', isAssigned: false },
    'deferred',
    'Deferred until 12 December 2026: nothing before then',
  ],
  [
    'whose deferral was asked for',
    { ...late, isDeferralAsked: true },
    'asked',
    'Approve or decline its deferral: it was asked for',
  ],
  ['without a severity', { ...late, severity: 'none' }, 'severity', 'Set its severity: without one it counts as S1'],
  [
    'that nobody has and that is late',
    { ...late, isAssigned: false },
    'assign',
    'Assign it: nobody has it, and it is 12 days past its resolution target',
  ],
  ['that nobody has', { isAssigned: false, isDecided: false }, 'assign', 'Assign it: nobody has it'],
  ['that is late', { ...late, isDecided: false }, 'overdue', 'Fix or defer it: 12 days past its resolution target'],
  ['due this moment', { dueAt: facts.now }, 'overdue', 'Fix or defer it: less than a day past its resolution target'],
  ['that nobody decided', { isDecided: false, rank: 99 }, 'decide', 'Decide it in triage: no decision stands'],
  ['older than most', { rank: 85 }, 'slow', 'Ask what it waits for: 85 of 100 closed S2 were faster'],
  ['older than all', { rank: 100, dueAt: null }, 'slow', 'Ask what it waits for: all closed S2 were faster'],
  ['in time', { rank: 84 }, 'none', 'Nothing is late: its target is 9 November 2026'],
  ['without a target, of which too few are closed', { rank: null, dueAt: null }, 'none', 'Nothing is due'],
])('the next step of a defect %s', (_what, parts, kind, words) => {
  expect(nextStep({ ...facts, ...parts })).toEqual({ kind, words });
});
