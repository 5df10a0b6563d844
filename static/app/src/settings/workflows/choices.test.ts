import type { SetupTransitionView, SetupWorkflowView } from '../../../../../src/contracts/workflow-setup';
import { changes, choiceOf, withSuggestions, wishOf } from './choices';

const bare: SetupTransitionView = {
  ...{
    id: '31',
    name: 'Deploy',
    from: 'In staging',
    to: 'Released',
    words: 'is not guarded',
    locks: [],
    stage: null,
    hide: false,
  },
  ...{ deferral: false, isOdd: false, offersGate: true, offersDeferral: false, suggested: null },
};
const guarded: SetupTransitionView = { ...bare, stage: 'production', hide: true, locks: ['condition', 'published', 'decided'] };
const workflow = (...transitions: SetupTransitionView[]): SetupWorkflowView => ({
  ...{ id: 'w', name: 'Release workflow', version: 3, uses: '', shared: null, obstacle: null, transitions, last: null },
});
const production = { stage: 'production', hide: true, deferral: false };

test.each([
  ['nothing was chosen', bare, undefined, false],
  ['it is chosen as it is', guarded, production, false],
  ['a stage is chosen', bare, production, true],
  ['the gate is taken off', guarded, { ...production, stage: null }, true],
  ['it shall stay visible', guarded, { ...production, hide: false }, true],
  ['hiding without a gate', bare, { stage: null, hide: false, deferral: false }, false],
  ['odd rules are chosen anew', { ...bare, isOdd: true }, choiceOf(bare), true],
  ['a deferral is asked for', bare, { ...choiceOf(bare), deferral: true }, true],
])('a change where %s', (_what, transition, choice, expected) => {
  expect(changes(transition, choice)).toBe(expected);
});

test('suggestions fill what nobody touched, and only what changes is asked for', () => {
  const suggested = { stage: 'production', deferral: false, because: 'Its name says so.' };
  const shown = workflow({ ...bare, suggested }, { ...bare, id: '7', suggested }, guarded);
  const choices = withSuggestions(shown, { '7': { ...production, hide: false } });
  expect(wishOf(shown, choices)).toEqual({
    ...{ workflowId: 'w', seen: 3 },
    wishes: [
      { transitionId: '31', ...production },
      { transitionId: '7', ...production, hide: false },
    ],
  });
});
