import type { AnalysisContent } from './analysis';
import { analysisProblems, refusedContent } from './problems';
import { aCause, anAction, complete, now } from './rca.fixture';

const paths = (content: Partial<AnalysisContent>) => analysisProblems({ ...complete, ...content }, now).map(({ path }) => path);

test('a complete analysis lacks nothing', () => {
  expect(analysisProblems(complete, now)).toEqual([]);
});

test.each<[string, Partial<AnalysisContent>, string[]]>([
  ['no cause', { causes: [] }, ['causes']],
  ['no action', { actions: [] }, ['actions']],
  ['a cause of one level', { causes: [aCause('The tests never ran')] }, ['causes.0']],
  ['five levels', { causes: [aCause('a', 'b', 'c', 'd', 'e')] }, []],
  ['six levels', { causes: [aCause('a', 'b', 'c', 'd', 'e', 'f')] }, ['causes.0']],
  ['an empty answer', { causes: [aCause('The tests never ran', ' ')] }, ['causes.0.levels.1.because']],
  [
    'an answer without evidence',
    { causes: [{ levels: [{ because: 'a', evidence: '' }, ...aCause('b').levels] }] },
    ['causes.0.levels.0.evidence'],
  ],
  ['a person as a cause', { causes: [aCause('The tests never ran', '@ann switched them off')] }, ['causes.0.levels.1.because']],
  ['human error alone', { causes: [aCause('The tests never ran', 'Human error')] }, ['causes.0.levels.1.because']],
  ['a very long answer', { causes: [aCause('a', 'b'.repeat(1001))] }, ['causes.0.levels.1.because']],
  ['thirteen causes', { causes: Array.from({ length: 13 }, () => aCause('a', 'b')) }, ['causes']],
  ['an action of nobody', { actions: [anAction({ owner: '' })] }, ['actions.0.owner']],
  ['an action without a day', { actions: [anAction({ due: '' })] }, ['actions.0.due']],
  ['a day that there is not', { actions: [anAction({ due: '2026-02-30' })] }, ['actions.0.due']],
  ['no check of the effect', { actions: [anAction({ check: '' })] }, ['actions.0.check']],
  ['a check on the day itself', { actions: [anAction({ checkOn: '2026-11-20' })] }, ['actions.0.checkOn']],
  ['a check in the past', { actions: [anAction({ due: '2026-10-01', checkOn: '2026-11-02' })] }, ['actions.0.checkOn']],
  ['an action that is done already', { actions: [anAction({ due: '2026-10-01' })] }, []],
])('%s', (_, content, expected) => {
  expect(paths(content)).toEqual(expected);
});

test('a draft may lack much, and still names no person', () => {
  expect(refusedContent({ causes: [aCause('')], actions: [anAction({ owner: '', due: '' })] })).toEqual([]);
  expect(refusedContent({ causes: [aCause('[~ann]')], actions: [] })).toHaveLength(1);
});
