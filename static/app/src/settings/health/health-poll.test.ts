import { otherwiseMs, pollDelay, soonMs } from './health-poll';
import { aProjectHealth, reading } from './health.fixture';

test.each([
  ['while a project is being read', aProjectHealth({ store: reading }), soonMs],
  ['while the reading is paused', aProjectHealth({ store: { ...reading, paused: true } }), otherwiseMs],
  ['once all has been read', aProjectHealth(), otherwiseMs],
])('%s the next look is at its time', (_, project, delay) => {
  expect(pollDelay({ projects: [aProjectHealth(), project] })).toBe(delay);
});

test('where nothing has answered yet, it is asked again soon', () => {
  expect(pollDelay(null)).toBe(soonMs);
});
