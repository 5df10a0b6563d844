import { rule } from './rule';
import { inSentence, nameBefore, noStageBefore } from './stage-before';

/**
 * Stage -> most defects of the release that are done and not verified in the stage before. A fix is verified there by a green run of the
 * tests that had seen the defect, after the fix came there, or by a person who looked; a newer build has to be verified again.
 */
export const unverifiedFixes = rule({
  name: 'unverified-fixes',
  needs: ['fixes'],
  describe: (row, context) => ({
    id: 'unverified-fixes',
    title: `Fixes that are not verified in ${nameBefore(context)}`,
    definition: `Defects of this release that are done and were not shown to be fixed in ${nameBefore(context)}: by a green run of the tests that had seen them, after the fix was deployed there, or by a person who looked and said so in the defect's panel.`,
    ...{ limit: row.most, unit: 'items', atLeast: false, clause: null },
  }),
  find(row, { fixes }, context) {
    const { previous, before } = context;
    if (previous === null) return noStageBefore(context);
    const isHeld = row.releaseAt !== null && before.has('unverified-fixes');
    const limit = isHeld ? Math.min(row.most, row.releaseAt) : row.most;
    const defectIds = fixes.facts.filter(({ verifiedIn }) => !verifiedIn.includes(previous.key)).map(({ id }) => id);
    const value = defectIds.length;
    const allowed = limit === 0 ? 'none' : `at most ${limit}`;
    const until = limit < row.most ? `before it opens again, because there were more than ${row.most}` : 'allowed';
    const what = value === 1 ? '1 fix is' : `${value} fixes are`;
    return {
      ...{ value, limit, defectIds, met: value <= limit },
      reason: `${what} not verified in ${inSentence(previous)}, ${allowed} ${until}`,
    };
  },
});
