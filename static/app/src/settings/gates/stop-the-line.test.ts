import { stopLinePolicySchema } from '../../../../../src/contracts/stop-line-settings';
import { changeStopTheLine } from './edit-gates';
import { settingsWith } from './gate-settings.fixture';
import { stopLineSummary } from './policy-words';

const settings = settingsWith();
const said = (parts: object) => stopLineSummary(stopLinePolicySchema.parse(parts), settings.stages);

test('older settings stop the line for S1 in every stage', () => {
  expect(said({})).toBe('S1 in a dark deployment');
});

test.each([
  [
    { severities: ['S1', 'S2'], stages: [settings.stages[0]?.key] },
    `S1 and S2 in a dark deployment in ${settings.stages[0]?.name ?? ''}`,
  ],
  [{ on: false }, 'Off: only people hold a release'],
])('it is said in a line (%#)', (parts, words) => {
  expect(said(parts)).toBe(words);
});

test.each([{ severities: [] }, { stages: [] }])('what watches nothing is switched off instead: %j', (parts) => {
  expect(stopLinePolicySchema.safeParse(parts).success).toBe(false);
});

test('a change leaves the rest as it is', () => {
  const { stopTheLine, rows } = changeStopTheLine({ on: false })(settings).gates;
  expect([stopTheLine, rows]).toEqual([{ on: false, severities: ['S1'], stages: null }, settings.gates.rows]);
});
