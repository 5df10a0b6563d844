import { rule } from './rule';

/**
 * Stage -> no open defect that was granted to be a blocker of this release, whatever its severity. A nomination that nobody has decided
 * holds too where the row says so; otherwise it is told. A refused one means nothing.
 */
export const blockersNominated = rule<'blockers-nominated', 'nominations'>({
  name: 'blockers-nominated',
  needs: ['nominations'],
  describe: ({ undecided }) => ({
    id: 'blockers-nominated',
    title: 'Blockers that people nominated',
    definition: `Open defects that somebody nominated as blockers of this release and a release manager granted${undecided === 'holds' ? ', and those that nobody has decided' : ''}.`,
    limit: 0,
    unit: 'items',
    atLeast: false,
    clause: null,
  }),
  find({ undecided }, { nominations: { facts } }) {
    const granted = facts.filter(({ state }) => state === 'granted');
    const asked = facts.filter(({ state }) => state === 'asked');
    const holding = undecided === 'holds' ? [...granted, ...asked] : granted;
    const value = holding.length;
    const waits =
      asked.length === 0
        ? ''
        : `, ${asked.length} ${asked.length === 1 ? 'nomination waits' : 'nominations wait'} for a decision`;
    const reason = `${granted.length === 0 ? 'no' : granted.length} granted ${granted.length === 1 ? 'blocker is' : 'blockers are'} open${waits}`;
    return { value, met: value === 0, reason, defectIds: holding.map(({ defectId }) => defectId) };
  },
});
