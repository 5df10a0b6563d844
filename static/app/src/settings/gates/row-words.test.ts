import { z } from 'zod';
import { gateRowSchema, type GateRow } from '../../../../../src/contracts/gate-settings';
import { overridePolicySchema } from '../../../../../src/contracts/override-settings';
import { settingsWith } from './gate-settings.fixture';
import { freshSummary, overridesSummary } from './policy-words';
import { rowSentence } from './row-words';
import { purposeOf, ruleGroups } from './rule-texts';

const { stages } = settingsWith();
const said = (row: object) => rowSentence(gateRowSchema.parse({ stage: 'production', ...row }), stages);
const ways = ['target', 'returning', 'migrations', 'dependants'];

test.each([
  [{ rule: 'open-defects', severity: 'S1', tier: 'any', most: 0 }, 'No open S1 defect'],
  [{ rule: 'open-defects', severity: 'S2', tier: 'enterprise', most: 1 }, 'At most 1 open S2 defect of enterprise customers'],
  [{ rule: 'open-defects', severity: 'S2', tier: 'any', most: 2 }, 'At most 2 open S2 defects'],
  [{ rule: 'missing-severity', most: 0 }, 'No open defect without a severity'],
  [{ rule: 'missing-severity', most: 1 }, 'At most 1 open defect without a severity'],
  [{ rule: 'missing-severity', most: 3 }, 'At most 3 open defects without a severity'],
  [{ rule: 'sla-breached', severity: 'any', most: 0 }, 'No defect past its resolution target'],
  [{ rule: 'sla-breached', severity: 'S1', most: 1 }, 'At most 1 S1 defect past its resolution target'],
  [{ rule: 'sla-breached', severity: 'S1', most: 4 }, 'At most 4 S1 defects past their resolution target'],
  [{ rule: 'score-ceiling', ceiling: 80, most: 0 }, 'No open defect scoring more than 80'],
  [{ rule: 'score-ceiling', ceiling: 80, most: 1 }, 'At most 1 open defect scoring more than 80'],
  [{ rule: 'score-ceiling', ceiling: 80, most: 2 }, 'At most 2 open defects scoring more than 80'],
  [{ rule: 'aging', severity: 'any', percentile: 85, most: 0 }, 'No open defect older than 85 % of the closed ones were'],
  [
    { rule: 'aging', severity: 'S3', percentile: 50, most: 1 },
    'At most 1 open S3 defect older than 50 % of the closed ones were',
  ],
  [
    { rule: 'aging', severity: 'S3', percentile: 95, most: 2 },
    'At most 2 open S3 defects older than 95 % of the closed ones were',
  ],
  [{ rule: 'no-worse-than-last', severity: 'any' }, 'No more open defects than the release before had'],
  [{ rule: 'no-worse-than-last', severity: 'S1', byHowMany: 1 }, 'At most 1 open S1 defect more than the release before had'],
  [{ rule: 'no-worse-than-last', severity: 'S1', byHowMany: 2 }, 'At most 2 open S1 defects more than the release before had'],
  [
    { rule: 'escape-rate', atMost: 7.5, windowDays: 30 },
    'At most 7.5 % of the release before escaped within 30 days, or the causes are analysed',
  ],
  [{ rule: 'freeze-violations', most: 0, admits: null }, 'No defect came in after the freeze that may not'],
  [{ rule: 'freeze-violations', most: 0, admits: [] }, 'No defect came in after the freeze'],
  [{ rule: 'freeze-violations', most: 1, admits: ['S1'] }, 'At most 1 defect came in after the freeze; S1 may'],
  [{ rule: 'freeze-violations', most: 2, admits: ['S2', 'S1'] }, 'At most 2 defects came in after the freeze; S1 and S2 may'],
  [{ rule: 'soak-time', hours: 1 }, 'At least 1 hour in Canary without a new S1 or S2'],
  [{ rule: 'soak-time', hours: 24, stage: 'canary' }, 'At least 24 hours in Staging without a new S1 or S2'],
  [{ rule: 'soak-time', hours: 24, stage: 'test' }, 'At least 24 hours in the stage before without a new S1 or S2'],
  [{ rule: 'unverified-fixes', most: 0 }, 'Every fix is verified in Canary'],
  [{ rule: 'unverified-fixes', most: 1 }, 'At most 1 fix is not verified in Canary'],
  [{ rule: 'unverified-fixes', most: 2 }, 'At most 2 fixes are not verified in Canary'],
  [{ rule: 'change-since' }, 'Nothing has changed since it ran green in Canary'],
  [{ rule: 'train-members' }, 'It goes together with the other releases of its trains'],
  [{ rule: 'promotion-order' }, 'It comes from Canary, or from the nearest stage before it that is in use'],
  [
    { rule: 'rollback-readiness', items: ways },
    'It can be taken back: what would be put back is at most 90 days old, no defect would come back, every migration is reversible and no service is new here',
  ],
  [
    { rule: 'rollback-readiness', items: ['returning', 'target'], targetDays: 1, mostReturning: 1 },
    'It can be taken back: what would be put back is at most 1 day old and at most 1 defect would come back',
  ],
  [
    { rule: 'rollback-readiness', items: ['returning'], mostReturning: 2 },
    'It can be taken back: at most 2 defects would come back',
  ],
  [
    { rule: 'manual-check', name: 'Support team briefed', role: 'Support' },
    '“Support team briefed” is confirmed by the role Support with a link',
  ],
  [
    { rule: 'manual-check', name: 'Backup tried', role: 'Operators', evidence: 'text', hours: 1 },
    '“Backup tried” is confirmed by the role Operators with a few words, good for 1 hour',
  ],
  [{ rule: 'blockers-nominated' }, 'No nominated blocker is open that was granted'],
  [{ rule: 'blockers-nominated', undecided: 'holds' }, 'No nominated blocker is open that was granted or is not decided yet'],
  [{ rule: 'deferrals-valid' }, 'Every deferral is approved and holds'],
  [{ rule: 'deferrals-valid', daysLeft: 1 }, 'Every deferral is approved and holds for more than 1 day more'],
  [{ rule: 'deferrals-valid', daysLeft: 7 }, 'Every deferral is approved and holds for more than 7 days more'],
])('%j is said as a sentence', (row, sentence) => {
  expect(said(row)).toBe(sentence);
});

test('a row says when it opens again', () => {
  const row = { rule: 'missing-severity', most: 5 };
  expect(said({ ...row, releaseAt: 2 })).toBe('At most 5 open defects without a severity; once held, it opens again at 2');
  expect(said({ ...row, releaseAt: 0 })).toMatch('; once held, it opens again only when there is none');
});

test('a field that was emptied is a gap in the sentence', () => {
  const row: GateRow = { rule: 'missing-severity', stage: 'production', breach: 'holds', most: Number.NaN, releaseAt: null };
  expect(rowSentence(row, stages)).toBe('At most … open defects without a severity');
});

test('a rule that this screen does not know is shown by its name', () => {
  const row = z.custom<GateRow>().parse({ rule: 'version-skew', stage: 'production', breach: 'holds' });
  expect([rowSentence(row, stages), purposeOf(row.rule)]).toEqual(['version-skew', '']);
});

test('every rule is offered once, with what it is for', () => {
  const offered = ruleGroups.flatMap(({ rules }) => rules.map(({ rule }) => rule));
  expect(offered.toSorted()).toEqual(gateRowSchema.options.map(({ shape }) => shape.rule.value).toSorted());
  expect(offered.map(purposeOf).filter((purpose) => purpose === '')).toEqual([]);
});

test.each([
  [{}, 'It may be of any age'],
  [{ builds: 1 }, 'At most builds 1 hour; the rest may be of any age'],
  [{ deployments: 48, runs: 24 }, 'At most runs of tests 24 hours and deployments 48 hours; the rest may be of any age'],
  [
    { builds: 1, runs: 2, commits: 3, deployments: 4 },
    'At most builds 1 hour, runs of tests 2 hours, commits 3 hours and deployments 4 hours',
  ],
])('the ages %j are said in one line', (freshHours, summary) => {
  expect(freshSummary(freshHours)).toBe(summary);
});

test('when a held gate may be passed is said in one line', () => {
  const policy = overridePolicySchema.parse({});
  expect(overridesSummary(policy)).toBe(
    'For at most 24 hours, decided within 24 hours; rationales of 8 words; 4 classes of reasons',
  );
  expect(overridesSummary({ ...policy, mostHours: 1, reasons: policy.reasons.slice(1, 2) })).toMatch(
    /1 hour, .*; 1 class of reasons$/,
  );
});
