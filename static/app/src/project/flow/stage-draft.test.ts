import type { WorkflowStatus } from '../../../../../src/contracts/flow';
import { draftOf, draftProblem, stagesOf, stageWords } from './stage-draft';

const status = (id: string, category: WorkflowStatus['category'], band: string | null = id): WorkflowStatus => ({
  ...{ id, name: `Status ${id}`, category, band, now: 3 },
});
const workflow = [status('1', 'new'), status('2', 'indeterminate'), status('3', 'done'), status('4', 'done')];

test('where nobody chose stages, each status is one, and all that is done the last', () => {
  const draft = draftOf(workflow, null);
  expect(draft.map(({ role }) => role)).toEqual(['own', 'own', 'own', 'joined']);
  expect(stagesOf(draft)).toEqual([
    { statuses: ['1'], name: null },
    { statuses: ['2'], name: null },
    { statuses: ['3', '4'], name: null },
  ]);
});

test('chosen stages are found again in the draft', () => {
  const stages = [
    { statuses: ['2'], name: null },
    { statuses: ['3', '4'], name: 'Closed' },
  ];
  const chosen = [status('1', 'new', null), status('2', 'indeterminate'), status('3', 'done'), status('4', 'done', '3')];
  const draft = draftOf(chosen, stages);
  expect(draft.map(({ role, stageName }) => [role, stageName])).toEqual([
    ['out', ''],
    ['own', ''],
    ['own', 'Closed'],
    ['joined', ''],
  ]);
  expect(stagesOf(draft)).toEqual(stages);
});

test('a status joins the last one that is part of the flow, and is its own where there is none', () => {
  const [one, two, three, four] = draftOf(workflow, null);
  if (one === undefined || two === undefined || three === undefined || four === undefined) throw new Error('There are four.');
  const draft = [{ ...one, role: 'joined' as const }, { ...two, role: 'out' as const }, three, four];
  expect(stagesOf(draft).map(({ statuses }) => statuses)).toEqual([['1'], ['3', '4']]);
  expect(draftProblem(draft)).toBeNull();
});

test('two stages at least, and not more than can be told apart', () => {
  expect(draftProblem(draftOf(workflow.slice(0, 1), null))).toMatch(/^Keep at least two/);
  const many = Array.from({ length: 14 }, (_, n) => status(String(n), 'new'));
  expect(draftProblem(draftOf(many, null))).toBe('Put some together: at most 13 stages can be told apart.');
});

test('what chosen stages come to, in words', () => {
  const stages = [
    { statuses: ['2', '3'], name: null },
    { statuses: ['4'], name: 'Closed' },
  ];
  const chosen = [status('1', 'new', null), status('2', 'new'), status('3', 'new', '2'), status('4', 'done')];
  expect(stageWords(chosen, stages)).toBe('Own stages: from “Status 2 + Status 3” to “Closed”. Left out: Status 1 (3 now).');
  expect(stageWords(chosen.slice(1), stages)).toBe('Own stages: from “Status 2 + Status 3” to “Closed”.');
});
