import type { DrillView } from '../../../../../../src/contracts/gate-control';
import { drillSteps, drillWords, isUnderWay, measured, stoppedWords } from './drill-words';

const none = { stopped: null, told: null, first: null, second: null };
const drill = (parts: Partial<DrillView> = {}): DrillView => ({
  ...{ id: '1', stage: 'Canary', stages: ['Production'], state: 'running', startedAt: '', startedBy: null, seconds: none },
  ...{ notTold: null, may: { agree: false, callOff: false }, events: [] },
  ...parts,
});

test.each<[Partial<DrillView>, string, boolean]>([
  [{}, 'the line is being stopped', true],
  [{ seconds: { ...none, stopped: 1 } }, 'the owners are being told', true],
  [{ seconds: { ...none, stopped: 1, told: 2 } }, 'waits for two people to agree', false],
  [{ seconds: { ...none, stopped: 1 }, notTold: 'Switched off.' }, 'waits for two people to agree', false],
  [{ seconds: { stopped: 1, told: 2, first: 3, second: null } }, 'waits for the second person', false],
  [{ state: 'over', seconds: { stopped: 1, told: 2, first: 3, second: 4 } }, 'over', false],
  [{ state: 'lapsed' }, 'ended by itself after 24 hours', false],
])('a drill says how it stands (%#)', (parts, words, underWay) => {
  expect([drillWords(drill(parts)), isUnderWay(drill(parts))]).toEqual([words, underWay]);
});

test('its times are measured, not yet reached, or never will be', () => {
  const seconds = { stopped: 0.4, told: null, first: 720, second: null };
  const values = (parts: Partial<DrillView>) => drillSteps(drill({ seconds, ...parts })).map(({ value }) => value);
  expect(values({})).toEqual(['0.4 s', 'Not yet', '12 minutes', 'Not yet']);
  expect(values({ state: 'called-off', notTold: 'Switched off.' })).toEqual(['0.4 s', 'Nobody', '12 minutes', 'Never']);
  expect(measured(95)).toBe('95 s');
});

test.each([
  [{ toldAfterSeconds: 6, notTold: null }, 'Stopped 4 s after it was seen; the owners were told after 6 s.'],
  [{ toldAfterSeconds: null, notTold: null }, 'Stopped 4 s after it was seen; the owners are being told.'],
  [{ toldAfterSeconds: null, notTold: 'Messages are off.' }, 'Stopped 4 s after it was seen; nobody was told: messages are off.'],
])('a stopped line says how quick it was (%#)', (parts, words) => {
  expect(stoppedWords({ defect: null, seenAt: '', stoppedAfterSeconds: 4, ...parts })).toBe(words);
});
