import { withoutSeverity } from '../jql';
import { countingRule } from './rule';

/** Stage -> most open defects without a severity. Everywhere else they count as S1; this row says that it is not known, and holds for that. */
export const missingSeverity = countingRule({
  name: 'missing-severity',
  needs: [],
  describe: () => ({
    id: 'missing-severity',
    one: 'open defect without a severity',
    many: 'open defects without a severity',
    definition: 'Defects of this release that are not done and whose severity is empty or none of S1 to S4.',
    clause: withoutSeverity,
    short: 'without a severity',
  }),
  matches: () => (defect) => defect.severity === null,
});
