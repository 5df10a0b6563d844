import { z } from 'zod';
import { aBench } from '../jira.fixture';
import { anIssue, aSeed } from '../seed.fixture';

const R = '/rest/api/3';
const submitted = z.object({ taskId: z.string() });

const bench = () =>
  aBench({
    refereed: true,
    seed: aSeed({
      issues: [
        anIssue({ id: '10100', key: 'SHOP-1', labels: ['web'], fixVersionIds: ['10010'] }),
        anIssue({ id: '10101', key: 'SHOP-2', securityLevelId: '10400' }),
        anIssue({ id: '10102', key: 'SHOP-3' }),
      ],
    }),
  });

const versions = (how: string, ...ids: string[]) => ({
  multipleVersionPickerFields: [
    { fieldId: 'fixVersions', bulkEditMultiSelectFieldOption: how, versions: ids.map((versionId) => ({ versionId })) },
  ],
});
const labels = (how: string, ...names: string[]) => ({
  labelsFields: [{ fieldId: 'labels', bulkEditMultiSelectFieldOption: how, labels: names.map((name) => ({ name })) }],
});
const asked = (editedFieldsInput: Record<string, unknown>, selectedActions: string[], keys = ['SHOP-1']) => ({
  selectedIssueIdsOrKeys: keys,
  selectedActions,
  editedFieldsInput,
});

/** Source: OpenAPI, Bulk edit issues. */
it.each([
  ['ADD', ['10011'], ['10010', '10011']],
  ['ADD', ['10010'], ['10010']],
  ['REMOVE', ['10010', '10011'], []],
  ['REPLACE', ['10011', '10012'], ['10011', '10012']],
  ['REMOVE_ALL', [], []],
])('%s of %j makes the fix versions %j', async (how, ids, left) => {
  const { call, findings } = bench();
  const { status } = await call('dev', 'POST', `${R}/bulk/issues/fields`, asked(versions(how, ...ids), ['fixVersions']));
  const { body } = await call('dev', 'GET', `${R}/issue/SHOP-1?fields=fixVersions`);
  expect([status, findings]).toEqual([201, []]);
  expect(body).toMatchObject({ fields: { fixVersions: left.map((id) => ({ id })) } });
});

it('does on each issue what a single edit does: one history and one event', async () => {
  const { call, events } = bench();
  const edits = { ...versions('ADD', '10011'), ...labels('ADD', 'late'), priority: { priorityId: '1' } };
  const body = asked(edits, ['fixVersions', 'labels', 'priority'], ['SHOP-1', '10102', 'SHOP-1']);
  await call('dev', 'POST', `${R}/bulk/issues/fields`, body);
  expect(events.map(({ eventType, actorAccountId }) => [eventType, actorAccountId])).toEqual([
    ['avi:jira:updated:issue', 'dev'],
    ['avi:jira:updated:issue', 'dev'],
  ]);
  const changed = z.object({ values: z.array(z.object({ items: z.array(z.object({ fieldId: z.string() })) })) });
  const { values } = changed.parse((await call('dev', 'GET', `${R}/issue/SHOP-3/changelog`)).body);
  expect(values.map(({ items }) => items.map(({ fieldId }) => fieldId).sort())).toEqual([['fixVersions', 'labels', 'priority']]);
});

it('names who asks what was done, and only counts issues that they may not see', async () => {
  const { call, clock, findings } = bench();
  const request = asked(versions('ADD', '10011'), ['fixVersions'], ['SHOP-1', 'SHOP-2', 'SHOP-9']);
  const { taskId } = submitted.parse((await call('dev', 'POST', `${R}/bulk/issues/fields`, request)).body);
  const path = `${R}/bulk/queue/${taskId}`;
  expect((await call('dev', 'GET', path)).body).toMatchObject({
    ...{ taskId, status: 'COMPLETE', progressPercent: 100, totalIssueCount: 3, submittedBy: { accountId: 'dev' } },
    ...{ processedAccessibleIssues: [10100, 10101], invalidOrInaccessibleIssueCount: 1 },
  });
  expect((await call('viewer', 'GET', path)).body).toMatchObject({
    ...{ processedAccessibleIssues: [10100], invalidOrInaccessibleIssueCount: 2 },
  });
  clock.move(15 * 24 * 3_600_000);
  expect((await call('dev', 'GET', path)).status).toBe(400);
  expect(findings).toEqual([]);
});

it('leaves an issue as it is that cannot be edited so, and says why', async () => {
  const { call, events, findings } = bench();
  const request = asked({ ...versions('ADD', '1'), ...labels('ADD', 'late') }, ['fixVersions', 'labels']);
  const ofDev = submitted.parse((await call('dev', 'POST', `${R}/bulk/issues/fields`, request)).body);
  const ofViewer = submitted.parse((await call('viewer', 'POST', `${R}/bulk/issues/fields`, request)).body);
  expect((await call('dev', 'GET', `${R}/bulk/queue/${ofDev.taskId}`)).body).toMatchObject({
    ...{ processedAccessibleIssues: [], failedAccessibleIssues: { 10100: ["Version id '1' is not valid"] } },
  });
  expect((await call('dev', 'GET', `${R}/bulk/queue/${ofViewer.taskId}`)).body).toMatchObject({
    failedAccessibleIssues: { 10100: ['You do not have permission to edit issues in this project.'] },
  });
  expect([events, findings]).toEqual([[], []]);
});

const many = Array.from({ length: 1001 }, (_, n) => `SHOP-${n}`);
it.each([
  ['more than 1,000 issues', asked(labels('ADD', 'x'), ['labels'], many), 400],
  ['no issue', asked(labels('ADD', 'x'), ['labels'], []), 400],
  ['more than 200 fields', asked(labels('ADD', 'x'), many.slice(0, 201)), 400],
  ['a field that is not among those selected', asked(labels('ADD', 'x'), ['fixVersions']), 400],
  ['a selected field without a value', asked(labels('ADD', 'x'), ['labels', 'fixVersions']), 400],
  ['a way of changing a list that there is not', asked(labels('TOGGLE', 'x'), ['labels']), 400],
  ['a field that the sandbox does not edit in bulk', asked({ issueType: { issueTypeId: '1' } }, ['issuetype']), 501],
])('refuses %s', async (_name, body, status) => {
  const { call, findings } = bench();
  const response = await call('dev', 'POST', `${R}/bulk/issues/fields`, body);
  expect([response.status, findings]).toEqual([status, []]);
});
