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
  ...{ deferral: false, freeze: false, map: false, isOdd: false, offersGate: true, offersChecks: [], suggested: null },
};
const guarded: SetupTransitionView = { ...bare, stage: 'production', hide: true, locks: ['condition', 'published', 'decided'] };
const workflow = (...transitions: SetupTransitionView[]): SetupWorkflowView => ({
  ...{ id: 'w', name: 'Release workflow', version: 3, uses: '', shared: null, obstacle: null, transitions, last: null },
});
const production = { stage: 'production', hide: true, deferral: false, freeze: false, map: false };

test.each([
  ['nothing was chosen', bare, undefined, false],
  ['it is chosen as it is', guarded, production, false],
  ['a stage is chosen', bare, production, true],
  ['the gate is taken off', guarded, { ...production, stage: null }, true],
  ['it shall stay visible', guarded, { ...production, hide: false }, true],
  ['hiding without a gate', bare, { ...choiceOf(bare), hide: false }, false],
  ['odd rules are chosen anew', { ...bare, isOdd: true }, choiceOf(bare), true],
  ['a deferral is asked for', bare, { ...choiceOf(bare), deferral: true }, true],
  ['frozen releases are asked for', bare, { ...choiceOf(bare), freeze: true }, true],
  ['the transition map is asked for', bare, { ...choiceOf(bare), map: true }, true],
  ['the transition map is asked for no more', { ...bare, map: true }, choiceOf(bare), true],
  [
    'all checks are chosen as they are',
    { ...bare, freeze: true, map: true },
    { ...choiceOf(bare), freeze: true, map: true },
    false,
  ],
])('a change where %s', (_what, transition, choice, expected) => {
  expect(changes(transition, choice)).toBe(expected);
});

test('suggestions fill what nobody touched, and only what changes is asked for', () => {
  const suggested = { stage: 'production', checks: [], because: 'Its name says so.' };
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

test('what is suggested for a defect comes beside what is there', () => {
  const suggested = { stage: null, checks: ['deferral' as const, 'map' as const], because: 'The transition map has a line.' };
  const shown = workflow({ ...bare, freeze: true, suggested });
  expect(wishOf(shown, withSuggestions(shown, {})).wishes).toEqual([
    { transitionId: '31', stage: null, hide: true, deferral: true, freeze: true, map: true },
  ]);
});
