import { emptyAnalysis } from '../../governance';
import type { Analysis, AnalysisState } from '../../governance';
import { now, project, version } from '../screen.fixture';
import { analysisView } from './view-model';
import type { AnalysisFacts } from './view-model';

const shipped = { ...version, id: '10', name: '4.1.0', released: true, releaseDate: '2026-10-20' };
const inState = (state: AnalysisState): Analysis => ({
  ...emptyAnalysis('1', { id: '10', name: '4.1.0' }),
  ...{ state, authors: ['ada', 'gone'], revision: 2 },
  content: {
    causes: [{ levels: [{ because: 'The tests never ran', evidence: 'The log' }] }],
    actions: [{ what: 'Run them', owner: 'ada', due: '2026-11-20', check: 'No escape', checkOn: '2027-01-15' }],
  },
  events: state === 'draft' ? [] : [{ act: state, at: now, who: 'gone', because: null, known: { found: 9, escaped: 3 } }],
});
const facts = (parts: Partial<AnalysisFacts> = {}): AnalysisFacts => ({
  ...{ project, version: shipped, analysis: null, known: { found: 10, escaped: 4 }, now },
  ...{ people: new Map([['ada', 'account-ada']]), viewer: 'rhea', mayEdit: true, mayDecide: true },
  ...parts,
});

test.each<[string, Partial<AnalysisFacts>, boolean, boolean, RegExp]>([
  ['nobody has begun', {}, true, false, /^Nobody has begun.* 4 of 10 defects escaped/],
  ['nothing was found', { known: null }, true, false, /4\.1\.0\.$/],
  ['it is a draft', { analysis: inState('draft') }, true, false, /is a draft/],
  ['it waits', { analysis: inState('submitted') }, false, true, /waits for approval/],
  ['it waits, and the viewer wrote in it', { analysis: inState('submitted'), viewer: 'ada' }, false, false, /waits/],
  ['it waits, and the viewer may not decide', { analysis: inState('submitted'), mayDecide: false }, false, false, /waits/],
  ['it was returned', { analysis: inState('returned') }, true, false, /was returned to its authors/],
  ['it was approved', { analysis: inState('approved') }, false, false, /was approved on 2 November 2026/],
  ['the viewer may not edit', { mayEdit: false }, false, false, /^Nobody/],
  ['the release is not out', { version: { ...shipped, released: false } }, false, false, /not out yet/],
])('where %s, it says so and offers what can be done', (_, parts, write, decide, sentence) => {
  const view = analysisView(facts(parts));
  expect(view.may).toEqual({ write, decide });
  expect(view.sentence).toMatch(sentence);
});

test('people stand with their account ids, and one who was erased without', () => {
  const view = analysisView(facts({ analysis: inState('submitted') }));
  expect(view.authors).toEqual(['account-ada', null]);
  expect(view.events[0]).toMatchObject({ who: null, known: { found: 9, escaped: 3 } });
  expect(view.content.actions[0]?.owner).toBe('account-ada');
});
