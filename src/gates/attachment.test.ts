import { attachmentOf, guardsOf, lockChanges } from './attachment';
import type { Guard, Lock } from './attachment';

const workflow = { id: 'w1', name: 'Release workflow' };
const stages = [
  { key: 'staging', name: 'Staging' },
  { key: 'production', name: 'Production' },
];
const all: readonly Lock[] = ['condition', 'published', 'decided'];

function guard(stage: string | null, locks: readonly Lock[], id = `to-${stage ?? 'nowhere'}`): Guard {
  return { workflow, transition: { id, name: `Deploy to ${stage ?? 'nowhere'}` }, to: 'Deployed', stage, locks };
}

const rule = (module: string, stage: string | null) => ({ module, stage });

test.each([
  ['no rules', [], [[null, []]]],
  ['a rule of something else', [rule('other', 'staging')], [[null, []]]],
  ['a rule without a stage', [rule('gate-open-decided', null)], [[null, ['decided']]]],
  [
    'all three, in any order, one of them twice',
    [
      rule('gate-open-decided', 'staging'),
      rule('gate-open-published', 'staging'),
      rule('gate-open-condition', 'staging'),
      rule('gate-open-decided', 'staging'),
    ],
    [['staging', all]],
  ],
  [
    'two stages on one transition',
    [rule('gate-open-decided', 'staging'), rule('gate-open-published', 'production')],
    [
      ['staging', ['decided']],
      ['production', ['published']],
    ],
  ],
])('a transition with %s guards what its rules say', (_what, rules, expected) => {
  const place = { workflow, transition: { id: '1', name: 'Deploy' }, to: 'Deployed' };
  expect(guardsOf(place, rules).map(({ stage, locks }) => [stage, locks])).toEqual(expected);
});

const cases: [string, Guard[], string, string[], RegExp][] = [
  ['all locks on every gated stage', [guard('staging', all), guard('production', all)], 'attached', [], /^Every gate stands/],
  ['nothing', [], 'missing', ['Staging', 'Production'], /^No transition of the release tickets/],
  ['transitions without rules', [guard(null, [])], 'missing', ['Staging', 'Production'], /not stopped\.$/],
  ['rules without a stage', [guard(null, all)], 'missing', ['Staging', 'Production'], /not stopped\.$/],
  ['rules of a stage that has no gate', [guard('canary', all)], 'missing', ['Staging', 'Production'], /not stopped\.$/],
  ['one stage alone', [guard('staging', all)], 'partly', ['Production'], /^No transition guards Production\.$/],
  [
    'a stage without one of its locks',
    [guard('staging', all), guard('production', ['condition', 'published'])],
    'partly',
    [],
    /^Production lacks the validator that decides now\.$/,
  ],
  [
    'one stage unguarded and one in part',
    [guard('staging', ['decided'])],
    'partly',
    ['Production'],
    /^No transition guards Production; Staging lacks the condition and the validator with the published reason\.$/,
  ],
  [
    'the locks of a stage spread over two transitions',
    [guard('staging', all), guard('production', ['condition'], '1'), guard('production', ['published', 'decided'], '2')],
    'partly',
    [],
    /^Production lacks the condition\.$/,
  ],
];

test.each(cases)('%s', (_what, guards, state, unguarded, sentence) => {
  const found = attachmentOf(guards, stages);
  expect([found.state, found.unguarded.map(({ name }) => name)]).toEqual([state, unguarded]);
  expect(found.sentence).toMatch(sentence);
});

test('without a gated stage there is nothing to attach', () => {
  expect(attachmentOf([], [])).toMatchObject({ state: 'attached', unguarded: [] });
});

test.each([
  ['nothing changed', [guard('staging', all)], [guard('staging', all)], []],
  [
    'a lock was taken off',
    [guard('staging', all)],
    [guard('staging', ['condition', 'published'])],
    [['lock-removed', 'staging', 'decided']],
  ],
  [
    'a lock came back',
    [guard('staging', ['condition'])],
    [guard('staging', ['condition', 'decided'])],
    [['lock-attached', 'staging', 'decided']],
  ],
  ['a transition is gone', [guard('staging', ['condition'])], [], [['lock-removed', 'staging', 'condition']]],
  [
    'another stage was picked',
    [guard('staging', ['decided'], '1')],
    [guard('production', ['decided'], '1')],
    [
      ['lock-removed', 'staging', 'decided'],
      ['lock-attached', 'production', 'decided'],
    ],
  ],
])('%s', (_what, before, after, expected) => {
  expect(lockChanges(before, after).map(({ kind, stage, lock }) => [kind, stage, lock])).toEqual(expected);
});

test('a transition that is renamed keeps its locks', () => {
  const renamed = { ...guard('staging', all), transition: { id: 'to-staging', name: 'Ship' } };
  expect(lockChanges([guard('staging', all)], [renamed])).toEqual([]);
});
