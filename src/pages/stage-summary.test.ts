import { aStoredDefect, aVerdict, now, settings } from './screen.fixture';
import { summarised } from './stage-summary';

const blocker = aStoredDefect({ severity: 'S1' });
const states = (verdicts: Parameters<typeof summarised>[2], at = now) =>
  summarised(settings, '1', verdicts, at).map(({ stage, mode, state, staleSince }) => [stage.key, mode, state, staleSince]);

test('a stage without a verdict is unknown, in the mode that the settings say', () => {
  expect(states([])).toEqual([
    ['staging', 'observe', 'unknown', null],
    ['production', 'enforce', 'unknown', null],
  ]);
});

test('a verdict in time is shown as it was decided', () => {
  expect(states([aVerdict([blocker])])[1]).toEqual(['production', 'enforce', 'held', null]);
  expect(states([aVerdict([])])[1]).toEqual(['production', 'enforce', 'open', null]);
});

test.each([[[]], [[blocker]]])('a verdict past its time is neither open nor held', (defects) => {
  const later = '2026-11-02T09:14:00.000Z';
  expect(states([aVerdict(defects)], later)[1]).toEqual(['production', 'enforce', 'unknown', later]);
  expect(summarised(settings, '1', [aVerdict(defects)], later)[1]?.sentence).not.toMatch(/may/);
});

test('with damaged settings the stages that have a verdict are shown', () => {
  const damaged = { kind: 'damaged', because: '', revision: null } as const;
  expect(summarised(damaged, '1', [aVerdict([])], now).map(({ stage }) => stage.key)).toEqual(['production']);
});
