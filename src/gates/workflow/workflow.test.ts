import fc from 'fast-check';
import { sameRules } from '../../kernel/workflow-rules';
import type { ConditionGroup, TransitionRules } from '../../kernel/workflow-rules';
import { beginChange, happened, settled, undoOf, withOutcome } from './machine';
import { defectChecks } from './own-rules';
import { propose } from './proposal';
import type { SetupWorkflow } from './proposal';
import { standingOf, standingWords } from './standing';
import { suggestDeferral, suggestMap, suggestStages } from './suggest';
import type { TransitionWish } from './wish';
import {
  all,
  alsoOfJira,
  any,
  aTransition,
  aWish,
  aWorkflow,
  bare,
  condition,
  decided,
  deferral,
  freeze,
  guarded,
  map,
  offered,
  ofJira,
  own,
  published,
  stages,
} from './workflow.fixture';

const known = { stages, offered };
const proposed = (workflow: SetupWorkflow, wishes: readonly TransitionWish[], seen = workflow.version) =>
  propose(workflow, { wishes, seen }, known);
/** The workflow as Jira would have it then. */
function published1(workflow: SetupWorkflow, rules: ReadonlyMap<string, TransitionRules>): SetupWorkflow {
  const transitions = workflow.transitions.map((one) => ({ ...one, rules: rules.get(one.id) ?? one.rules }));
  return { ...workflow, version: workflow.version + 1, transitions };
}
const keys = ({ conditions, validators }: TransitionRules) => {
  const inGroup = (group: ConditionGroup | null): unknown =>
    group === null
      ? null
      : [group.operation, ...(group.conditions ?? []).map(nameOf), ...(group.conditionGroups ?? []).map(inGroup)];
  return [inGroup(conditions), validators.map(nameOf)];
};
const nameOf = (rule: { ruleKey: string; parameters?: Readonly<Record<string, string | null>> | null | undefined }) =>
  rule.parameters?.['key']?.split('/').at(-1) ?? rule.ruleKey;
const jira = 'system:restrict-issue-transition';
const permission = 'system:check-permission-validator';

describe('a wish', () => {
  const cases: [string, TransitionRules, Partial<TransitionWish>, unknown][] = [
    [
      'puts all three locks on a bare transition',
      bare,
      {},
      [
        ['ALL', condition],
        [published, decided],
      ],
    ],
    ['leaves the condition out where it shall stay visible', bare, { hide: false }, [null, [published, decided]]],
    [
      'keeps what is Jira’s',
      { conditions: all(ofJira), validators: [alsoOfJira] },
      {},
      [
        ['ALL', jira, condition],
        [permission, published, decided],
      ],
    ],
    [
      'binds beside conditions of which any suffices',
      { conditions: any(ofJira, alsoOfJira), validators: [] },
      {},
      [
        ['ALL', condition, ['ANY', jira, permission]],
        [published, decided],
      ],
    ],
    [
      'takes its rules off, and what stood around them alone',
      {
        conditions: { ...all(own(condition)), conditionGroups: [any(ofJira, alsoOfJira)] },
        validators: [own(published), alsoOfJira, own(decided)],
      },
      { stage: null },
      [['ANY', jira, permission], [permission]],
    ],
    [
      'adds what is missing',
      { conditions: null, validators: [own(published), own(decided)] },
      {},
      [
        ['ALL', condition],
        [published, decided],
      ],
    ],
    ['takes the condition off alone', guarded, { hide: false }, [null, [published, decided]]],
    [
      'repairs a rule that has no stage',
      { conditions: null, validators: [own(published, '{}'), own(decided)] },
      { hide: false },
      [null, [decided, published]],
    ],
    [
      'repairs a configuration that cannot be read',
      { conditions: all(own(condition, '{"stage"')), validators: [own(published), own(decided)] },
      {},
      [
        ['ALL', condition],
        [published, decided],
      ],
    ],
    [
      'leaves each rule there once',
      {
        conditions: all(own(condition), own(condition, undefined, 'again')),
        validators: [own(published), own(published, undefined, 'again'), own(decided)],
      },
      {},
      [
        ['ALL', condition],
        [published, decided],
      ],
    ],
    [
      'moves a condition to where it binds',
      { conditions: any(ofJira, own(condition)), validators: guarded.validators },
      {},
      [
        ['ALL', condition, ['ANY', jira]],
        [published, decided],
      ],
    ],
    ['asks for an approved deferral', bare, { stage: null, deferral: true }, [null, [deferral]]],
    ['keeps out of frozen releases', bare, { stage: null, freeze: true }, [null, [freeze]]],
    ['asks the transition map', bare, { stage: null, map: true }, [null, [map]]],
    [
      'puts all checks of a defect beside each other, and leaves the one that is there',
      { conditions: null, validators: [own(map, '{}'), alsoOfJira] },
      { stage: null, deferral: true, freeze: true, map: true },
      [null, [map, permission, deferral, freeze]],
    ],
    [
      'takes the checks of a defect off one by one',
      { conditions: null, validators: [own(map, '{}'), own(freeze, '{}'), own(map, '{}', 'again')] },
      { stage: null, freeze: true },
      [null, [freeze]],
    ],
  ];
  test.each(cases)('%s', (_what, rules, wish, expected) => {
    const outcome = proposed(aWorkflow([aTransition({ rules })]), [aWish(wish)]);
    expect(outcome.kind === 'change' && keys(outcome.rules.get('31') ?? bare)).toEqual(expected);
  });

  test('sends a new rule as Jira documents it, without an id', () => {
    const outcome = proposed(aWorkflow([aTransition()]), [aWish()]);
    expect(outcome.kind === 'change' && outcome.rules.get('31')?.validators[0]).toEqual({
      ruleKey: 'forge:expression-validator',
      parameters: {
        key: 'ari:cloud:ecosystem::extension/app/environment/static/gate-open-published',
        ...{ config: '{"stage":"production"}', disabled: 'false', tag: '' },
      },
    });
  });

  test('that asks for what is there changes nothing', () => {
    expect(proposed(aWorkflow([aTransition({ rules: guarded })]), [aWish()])).toEqual({ kind: 'nothing' });
  });
});

test.each([
  ['the workflow was published since', aWorkflow([aTransition()]), aWish(), 2, /changed in Jira after you looked/],
  ['the transition is gone', aWorkflow([]), aWish(), 3, /changed in Jira after you looked/],
  [
    'Jira keeps it as it is',
    aWorkflow([aTransition()], { isEditable: false }),
    aWish(),
    3,
    /does not let this workflow be edited/,
  ],
  ['Jira is busy with it', aWorkflow([aTransition()], { isBusy: true }), aWish(), 3, /earlier change/],
  ['it creates the issue', aWorkflow([aTransition({ type: 'INITIAL' })]), aWish(), 3, /creates the issue/],
  [
    'it creates the issue, and is to ask for what no new issue has',
    aWorkflow([aTransition({ type: 'INITIAL' })]),
    aWish({ stage: null, map: true }),
    3,
    /creates the issue/,
  ],
  ['the stage has no gate', aWorkflow([aTransition()]), aWish({ stage: 'canary' }), 3, /no gate any more/],
])('a change is refused where %s', (_what, workflow, wish, seen, message) => {
  const outcome = proposed(workflow, [wish], seen);
  expect(outcome.kind === 'refused' && outcome.message).toMatch(message);
});

test('what creates an issue can keep new defects out of frozen releases', () => {
  const creation = aTransition({ name: 'Create', type: 'INITIAL' });
  const outcome = proposed(aWorkflow([creation]), [aWish({ stage: null, freeze: true })]);
  expect(outcome).toMatchObject({ kind: 'change', lines: [{ then: 'keeps a defect out of frozen releases' }], notes: [] });
});

test('a change is refused where Jira does not offer the rules', () => {
  const outcome = propose(aWorkflow([aTransition()]), { wishes: [aWish()], seen: 3 }, { stages, offered: offered.slice(1) });
  expect(outcome).toMatchObject({ kind: 'refused', message: expect.stringContaining('does not offer') as unknown });
});

test('the preview says what a transition does now and what it will do, and which other ways stay open', () => {
  const hotfix = aTransition({ id: '32', name: 'Hotfix' });
  const outcome = proposed(aWorkflow([aTransition(), hotfix]), [aWish()]);
  expect(outcome).toMatchObject({
    lines: [
      {
        transition: { name: 'Deploy to production' },
        now: 'is not guarded',
        then: 'is hidden while the gate of Production is held, and refuses with the reason',
      },
    ],
    notes: ['"Hotfix" leads to Released as "Deploy to production" does, and is not guarded by Production.'],
  });
});

test.each([
  ['nothing', bare, 'is not guarded'],
  [
    'validators',
    { ...guarded, conditions: null },
    'stays visible, and refuses with the reason while the gate of Production is held',
  ],
  ['the condition alone', { ...guarded, validators: [] }, 'is hidden while the gate of Production is held, without a word why'],
  ['a rule without a stage', { conditions: null, validators: [own(decided, '{}')] }, 'refuses everything: a rule has no stage'],
  [
    'a rule that is switched off',
    { conditions: null, validators: [{ ...own(decided), parameters: { ...own(decided).parameters, disabled: 'true' } }] },
    'is not guarded',
  ],
  ['a condition of which any suffices', { conditions: any(ofJira, own(condition)), validators: [] }, 'is not guarded'],
  ['a deferral', { conditions: null, validators: [own(deferral, '{}')] }, 'lets a defect through only with an approved deferral'],
  ['a freeze', { conditions: null, validators: [own(freeze, '{}')] }, 'keeps a defect out of frozen releases'],
  [
    'both other checks',
    { conditions: null, validators: [own(map, '{}'), own(freeze, '{}')] },
    'keeps a defect out of frozen releases; lets a defect through only as the transition map allows',
  ],
  [
    'two stages',
    { conditions: null, validators: [own(decided), own(decided, '{"stage":"staging"}')] },
    'stays visible, and refuses by deciding anew alone while the gate of Production is held; stays visible, and refuses by deciding anew alone while the gate of Staging is held',
  ],
])('a transition with %s is told in words', (_what, rules, words) => {
  expect(standingWords(standingOf(rules), stages)).toBe(words);
});

describe('suggestions', () => {
  const to = (name: string, isDone = false) => ({ reference: name, name, isDone });
  test.each([
    ['by its name', aTransition({ name: 'Deploy to production' }), 'production'],
    ['by what pipelines call the stage', aTransition({ name: 'Go to UAT', to: to('Testing') }), 'staging'],
    ['by its status', aTransition({ name: 'Next', to: to('In staging') }), 'staging'],
    ['where it ends the ticket as a release', aTransition({ name: 'Ship it', to: to('Done', true) }), 'production'],
    ['not where it leads back', aTransition({ name: 'Roll back from production', to: to('Planned') }), undefined],
    ['not where it creates', aTransition({ type: 'INITIAL' }), undefined],
    ['not by a part of a word', aTransition({ name: 'Productionise', to: to('Doing') }), undefined],
    ['not where two stages are named', aTransition({ name: 'Staging to production', to: to('Doing') }), undefined],
    ['not where it is called off', aTransition({ name: 'Cancel release', to: to('Done', true) }), undefined],
  ])('a stage is suggested %s', (_what, transition, stage) => {
    expect(suggestStages({ transitions: [transition] }, stages)[0]?.stage).toBe(stage);
  });

  test('a transition that defers is found by its status or name', () => {
    const transitions = [
      aTransition({ id: '1', name: 'Defer', to: to('Backlog') }),
      aTransition({ id: '2', name: 'Later', to: to('Deferred') }),
      aTransition({ id: '3', name: 'Close', to: to('Done') }),
    ];
    expect(suggestDeferral({ transitions })).toEqual(['1', '2']);
  });

  test.each([
    ['about the change', { project: '10', from: '1', to: '5' }, ['start', 'any']],
    ['of all projects, from any status', { project: 'any', from: 'any', to: '5' }, ['start', 'any']],
    ['from another status', { project: 'any', from: '9', to: '5' }, ['any']],
    ['to another status', { project: 'any', from: 'any', to: '9' }, []],
    ['of another project', { project: '11', from: 'any', to: '5' }, []],
  ])('the transition map is suggested by a line %s', (_what, row, ids) => {
    const way = (id: string, type: 'INITIAL' | 'GLOBAL' | 'DIRECTED', fromIds: string[]) => ({
      id,
      type,
      fromIds,
      to: { id: '5' },
    });
    const ways = [way('create', 'INITIAL', []), way('start', 'DIRECTED', ['1', '2']), way('any', 'GLOBAL', [])];
    const rows = [{ ...row, needs: [{ kind: 'field' as const, field: 'severity' as const }] }];
    expect(suggestMap(ways, { rows, moves: [] }, '10')).toEqual(ids);
  });
});

const event = { at: '2026-11-02T09:00:00Z', who: 'someone' };
function begun(workflow: SetupWorkflow, wishes: readonly TransitionWish[]) {
  const outcome = proposed(workflow, wishes);
  if (outcome.kind !== 'change') throw new Error('Nothing changes.');
  return { change: beginChange({ id: 'w-1', workflow, ...outcome }, event), after: published1(workflow, outcome.rules) };
}
function done(workflow: SetupWorkflow, wishes: readonly TransitionWish[]) {
  const { change, after } = begun(workflow, wishes);
  const finished = happened(change, { ...event, act: 'done' });
  if (finished === null) throw new Error('It cannot be done.');
  return { change: withOutcome(finished, after), after };
}

describe('undoing', () => {
  test('is refused where somebody changed those transitions since, and not for others', () => {
    const other = aTransition({ id: '7', name: 'Other' });
    const { change, after } = done(aWorkflow([aTransition(), other]), [aWish()]);
    const elsewhere = published1(after, new Map([['7', guarded]]));
    const here = published1(after, new Map([['31', { ...guarded, validators: [] }]]));
    const gone = { ...after, transitions: after.transitions.slice(1) };
    expect(undoOf(change, elsewhere).kind).toBe('change');
    expect([undoOf(change, here), undoOf(change, gone)]).toEqual([
      { kind: 'refused', message: expect.stringMatching(/has changed the rules of "Deploy to production" since/) as unknown },
      { kind: 'refused', message: expect.stringMatching(/has changed/) as unknown },
    ]);
  });

  test('is done once', () => {
    const { change, after } = done(aWorkflow([aTransition()]), [aWish()]);
    const undoing = happened(change, { ...event, act: 'undo-begun' });
    const undone = undoing && happened(undoing, { ...event, act: 'undone' });
    expect(undone?.state).toBe('undone');
    expect(undone && undoOf(undone, after).kind).toBe('refused');
    expect(undone && happened(undone, { ...event, act: 'undo-begun' })).toBeNull();
  });
});

test('what became of a change whose function died is told by what Jira has', () => {
  const workflow = aWorkflow([aTransition()]);
  const { change, after } = begun(workflow, [aWish()]);
  expect([settled(change, after), settled(change, workflow), settled(change, null)]).toEqual(['done', 'dropped', 'dropped']);
  const { change: finished } = done(workflow, [aWish()]);
  const undoing = happened(finished, { ...event, act: 'undo-begun' });
  expect(undoing && [settled(undoing, workflow), settled(undoing, after)]).toEqual(['undone', 'undo-dropped']);
  expect(settled(finished, after)).toBeNull();
});

const anyRule = fc.oneof(
  fc.constantFrom(ofJira, alsoOfJira),
  fc
    .tuple(
      fc.constantFrom(condition, published, decided, deferral, freeze, map),
      fc.constantFrom('{"stage":"production"}', '{"stage":"staging"}', '{}', 'broken'),
      fc.nat(99),
    )
    .map(([module, config, n]) => own(module, config, `r${n}`)),
);
const anyGroup = fc.letrec<{ group: ConditionGroup }>((tie) => ({
  group: fc.record({
    operation: fc.constantFrom('ALL' as const, 'ANY' as const),
    conditions: fc.array(anyRule, { maxLength: 3 }),
    conditionGroups: fc.oneof({ maxDepth: 2 }, fc.constant([]), fc.array(tie('group'), { maxLength: 2 })),
  }),
})).group;
const anyRules = fc.record({ conditions: fc.option(anyGroup), validators: fc.array(anyRule, { maxLength: 5 }) });
const anyWishes = fc.record({
  stage: fc.constantFrom(null, 'staging', 'production'),
  hide: fc.boolean(),
  deferral: fc.boolean(),
  freeze: fc.boolean(),
  map: fc.boolean(),
});

test('whatever is there: the wish comes true, asking again changes nothing, Jira’s rules stay, and undoing gives the workflow back', () => {
  fc.assert(
    fc.property(fc.array(anyRules, { minLength: 1, maxLength: 3 }), anyWishes, (all, wanted) => {
      const workflow = aWorkflow(all.map((rules, n) => aTransition({ id: String(n), rules })));
      const wishes = all.map((_, n) => ({ transitionId: String(n), ...wanted }));
      const outcome = proposed(workflow, wishes);
      if (outcome.kind !== 'change') return;
      const { change, after } = done(workflow, wishes);
      for (const { rules } of after.transitions) {
        const { guards, checks } = standingOf(rules);
        const locks = wanted.hide ? ['condition', 'published', 'decided'] : ['published', 'decided'];
        expect(guards).toEqual(wanted.stage === null ? [] : [{ stage: wanted.stage, locks }]);
        expect(checks).toEqual(defectChecks.filter((check) => wanted[check]));
      }
      const ofOthers = ({ transitions }: SetupWorkflow) =>
        transitions.map(({ rules }) => JSON.stringify(rules).split('"system:').length);
      expect(ofOthers(after)).toEqual(ofOthers(workflow));
      expect(proposed(after, wishes)).toEqual({ kind: 'nothing' });
      const back = undoOf(change, after);
      if (back.kind !== 'change') throw new Error(back.message);
      const restored = published1(after, back.rules);
      expect(restored.transitions.every(({ rules }, n) => sameRules(rules, workflow.transitions[n]?.rules ?? bare))).toBe(true);
      for (const id of outcome.rules.keys()) expect(back.rules.get(id)).toBe(workflow.transitions[Number(id)]?.rules);
    }),
  );
});
