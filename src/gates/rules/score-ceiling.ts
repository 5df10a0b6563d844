import { scoredAbove } from '../jql';
import { countingRule } from './rule';

/**
 * Stage -> most open defects that score more than a ceiling. A defect that has no score yet counts as one above it: what is not weighed
 * is not known to be light.
 */
export const scoreCeiling = countingRule<'score-ceiling', 'scores'>({
  name: 'score-ceiling',
  needs: ['scores'],
  describe: ({ ceiling }) => ({
    id: `score-ceiling:${ceiling}`,
    one: `open defect that scores more than ${ceiling}`,
    many: `open defects that score more than ${ceiling}`,
    definition: `Defects of this release that are not done and whose score, 0 to 100, is more than ${ceiling}. A defect without a score counts as one of them.`,
    clause: scoredAbove(ceiling),
    short: `above ${ceiling}`,
  }),
  matches: ({ ceiling }, { scores }) => {
    const { facts } = scores;
    return ({ id }) => (facts.get(id) ?? 100.1) > ceiling;
  },
});
