import fc from 'fast-check';
import type { Analysis } from './analysis';
import { decideAnalysis } from './machine';
import type { AnalysisCommand, AnalysisFacts } from './machine';
import { aCause, aFact, complete, empty, now } from './rca.fixture';

const manager = { who: 'rhea', mayApprove: true };

/** The analysis after these steps, all of which must be possible. */
function after(...steps: readonly (readonly [AnalysisCommand, Partial<AnalysisFacts>?])[]): Analysis {
  return steps.reduce((analysis, [command, parts]) => {
    const outcome = decideAnalysis(analysis, command, aFact(parts));
    if (outcome.kind === 'refused') throw new Error(outcome.message);
    return outcome.analysis;
  }, empty);
}
const write: AnalysisCommand = { act: 'write', content: complete };
const giveBack: AnalysisCommand = { act: 'return', because: 'What of the staging data?' };
const submitted = () => after([write], [{ act: 'submit' }]);

test('it is written, submitted with what is known then, and approved by somebody else', () => {
  const approved = after([write], [{ act: 'submit' }], [{ act: 'approve' }, { ...manager, known: { found: 160, escaped: 19 } }]);
  expect(approved).toMatchObject({ state: 'approved', authors: ['ada'], revision: 3 });
  expect(approved.events).toEqual([
    { act: 'submitted', at: now, who: 'ada', because: null, known: { found: 152, escaped: 14 } },
    { act: 'approved', at: now, who: 'rhea', because: null, known: { found: 160, escaped: 19 } },
  ]);
});

test('it is returned with what is missing, changed and submitted again', () => {
  const again = after(
    [write],
    [{ act: 'submit' }],
    [giveBack, manager],
    [write, { who: 'bob' }],
    [{ act: 'submit' }, { who: 'bob' }],
  );
  expect(again).toMatchObject({ state: 'submitted', authors: ['ada', 'bob'] });
  expect(again.events.map(({ act, because }) => [act, because])).toEqual([
    ['submitted', null],
    ['returned', 'What of the staging data?'],
    ['submitted', null],
  ]);
});

test.each<[string, () => Analysis, AnalysisCommand, Partial<AnalysisFacts>, RegExp]>([
  ['an empty one is submitted', () => empty, { act: 'submit' }, {}, /^Something is missing/],
  ['a draft is approved', () => after([write]), { act: 'approve' }, manager, /not submitted/],
  ['who may not decide approves', submitted, { act: 'approve' }, { who: 'bob' }, /^This needs somebody/],
  ['an author approves', submitted, { act: 'approve' }, { who: 'ada', mayApprove: true }, /^You wrote/],
  ['it is returned without a word', submitted, { act: 'return', because: ' ' }, manager, /^Say what is missing/],
  ['it is changed while it waits', submitted, write, {}, /^It waits for approval/],
  ['it is submitted twice', submitted, { act: 'submit' }, {}, /^It waits for approval/],
  ['a draft names a person', () => empty, { act: 'write', content: { causes: [aCause('@ann')], actions: [] } }, {}, /no person/],
])('nothing happens where %s', (_, analysis, command, parts, message) => {
  const outcome = decideAnalysis(analysis(), command, aFact(parts));
  expect(outcome.kind === 'refused' ? outcome.message : outcome.kind).toMatch(message);
});

test('who only submits what others wrote has a part in it too', () => {
  const analysis = after([write], [{ act: 'submit' }, manager]);
  expect(decideAnalysis(analysis, { act: 'approve' }, aFact(manager)).kind).toBe('refused');
});

const anyStep = fc.record({
  command: fc.constantFrom<AnalysisCommand>(
    write,
    { act: 'write', content: { causes: [], actions: [] } },
    { act: 'submit' },
    { act: 'approve' },
    giveBack,
  ),
  who: fc.constantFrom('ada', 'bob', 'rhea'),
  mayApprove: fc.boolean(),
});

test('whatever people do, in whatever order, nobody approves what they wrote, and what is approved stays as it is', () => {
  fc.assert(
    fc.property(fc.array(anyStep, { maxLength: 30 }), (steps) => {
      let analysis = empty;
      for (const { command, who, mayApprove } of steps) {
        const outcome = decideAnalysis(analysis, command, aFact({ who, mayApprove }));
        if (outcome.kind === 'refused') continue;
        const next = outcome.analysis;
        expect(analysis.state).not.toBe('approved');
        expect(next.revision).toBe(analysis.revision + 1);
        expect(next.events.slice(0, analysis.events.length)).toEqual(analysis.events);
        if (analysis.state === 'submitted') expect(next.content).toBe(analysis.content);
        if (next.state === 'approved') expect([mayApprove, next.authors.includes(who)]).toEqual([true, false]);
        analysis = next;
      }
      const last = analysis.events.at(-1)?.act;
      expect(analysis.state === 'draft' ? undefined : analysis.state).toBe(last);
    }),
  );
});
