import { z } from 'zod';
import { aBench, anApp } from '../jira.fixture';
import type { AppRegistration } from '../jira';

const PATH = '/rest/api/3/issue/SHOP-3/transitions';
const GATE = '/rest/api/3/project/SHOP/properties/gate';
const STAGING = { transition: { id: '41' } };
const PRODUCTION = { transition: { id: '51' } };

const offered = (body: unknown): string[] =>
  z
    .object({ transitions: z.array(z.object({ id: z.string() })) })
    .parse(body)
    .transitions.map(({ id }) => id);

describe('conditions (docs/platform.md A.3)', () => {
  it.each([
    ['is true', { state: 'open' }, ['41', '51'], 0],
    ['is false', { state: 'held' }, ['41'], 0],
    ['fails, since the property is missing', undefined, ['41'], 1],
  ])('a transition is offered or not where its condition %s', async (_name, gate, ids, failures) => {
    const { call, events } = aBench();
    if (gate !== undefined) await call('admin', 'PUT', GATE, gate);
    const { body } = await call('dev', 'GET', PATH);
    expect(offered(body)).toEqual(ids);
    expect(events.filter(({ eventType }) => eventType === 'avi:jira:failed:expression')).toHaveLength(failures);
  });

  it.each([
    ['gives a text', "'open'", 1],
    ['gives null', 'null', 1],
    ['throws', 'issue.nonsense', 1],
    ['is no expression', '1 +', 1],
    [
      'knows config, user, transition and workflow',
      "config.stage == 'production' && user.accountId == 'dev' && transition.to.name == 'Released' && workflow.name == 'Releases'",
      0,
    ],
    ['reads app, which rules do not have', "app.properties['x'] == null", 1],
    ['reads originalIssue, which conditions do not have', 'originalIssue == null', 1],
  ])('an expression that %s', async (_name, expression, failures) => {
    const conditions = [{ moduleKey: 'open', name: '', description: '', expression }];
    const { call, events } = aBench({ app: anApp({ conditions }) });
    const { body } = await call('dev', 'GET', PATH);
    expect(offered(body)).toEqual(failures === 0 ? ['41', '51'] : ['41']);
    expect(events).toHaveLength(failures);
    if (failures === 1) {
      expect(events[0]?.payload).toMatchObject({
        eventType: 'avi:jira:failed:expression',
        conditionId: 'c1',
        workflowName: 'Releases',
        expression,
        context: { issue: { key: 'SHOP-3' } },
      });
    }
  });

  it('makes a transition that is not offered not valid, and says so without the reason', async () => {
    const { call } = aBench();
    await call('admin', 'PUT', GATE, { state: 'held' });
    const response = await call('dev', 'POST', PATH, PRODUCTION);
    expect(response).toMatchObject({ status: 400, body: { errorMessages: [expect.stringContaining('not valid')] } });
  });

  it('are false once the app is uninstalled, and validators refuse', async () => {
    const { call, jira } = aBench();
    await call('admin', 'PUT', GATE, { state: 'open' });
    jira.uninstallApp();
    const { body } = await call('dev', 'GET', PATH);
    const response = await call('dev', 'POST', PATH, STAGING);
    expect(offered(body)).toEqual(['41']);
    expect(response.status).toBe(400);
  });

  it('offers nothing to who may not transition', async () => {
    const { call } = aBench();
    const { body } = await call('viewer', 'GET', PATH);
    expect(offered(body)).toEqual([]);
  });
});

const refuses = () => Promise.resolve({ result: false, errorMessage: 'Two S1 are open.' });
const throws = () => Promise.reject(new Error('killed'));

describe('validators (docs/platform.md A.4)', () => {
  const published = { state: 'held', sentence: 'Held: one S1 is open.' };
  const cases: readonly (readonly [
    string,
    unknown,
    AppRegistration['runFunctionValidator'] | undefined,
    'block' | 'pass',
    readonly string[],
  ])[] = [
    ['pass', { state: 'open' }, undefined, 'block', []],
    ['refuse with the text of the expression', published, undefined, 'block', ['Held: one S1 is open.']],
    ['refuse with the message of the function', { state: 'open' }, refuses, 'block', ['Two S1 are open.']],
    ['all run, and their messages come in order', published, refuses, 'block', ['Held: one S1 is open.', 'Two S1 are open.']],
    ['refuse with errorMessage where the expression fails', undefined, undefined, 'block', ['The gate cannot be read.']],
    [
      'refuse with errorMessage where it gives neither true nor a text',
      { state: 'held', sentence: 5 },
      undefined,
      'block',
      ['The gate cannot be read.'],
    ],
    [
      'block where the function throws',
      { state: 'open' },
      throws,
      'block',
      ["The validator 'Decided now' did not let this transition pass."],
    ],
    ['pass where the function throws and Jira is taken to let it pass', { state: 'open' }, throws, 'pass', []],
    [
      'block where the function answers nonsense',
      { state: 'open' },
      () => Promise.resolve('yes'),
      'block',
      ["The validator 'Decided now' did not let this transition pass."],
    ],
  ];

  it.each(cases)('%s', async (_name, gate, run, validatorFailure, messages) => {
    const { call, switches } = aBench({ app: anApp(run === undefined ? {} : { runFunctionValidator: run }) });
    switches.validatorFailure = validatorFailure;
    if (gate !== undefined) await call('admin', 'PUT', GATE, gate);
    const response = await call('dev', 'POST', PATH, STAGING);
    const { body } = await call('dev', 'GET', '/rest/api/3/issue/SHOP-3?fields=status');
    if (messages.length > 0) {
      expect(response).toMatchObject({ status: 400, body: { errorMessages: messages } });
    }
    expect(body).toMatchObject({ fields: { status: { name: messages.length === 0 ? 'In staging' : 'To Do' } } });
  });

  it('hand the function the issue, the configuration and the changed fields', async () => {
    const payloads: unknown[] = [];
    const runFunctionValidator = (key: string, payload: unknown) => {
      payloads.push([key, payload]);
      return Promise.resolve({ result: true });
    };
    const { call } = aBench({ app: anApp({ runFunctionValidator }) });
    await call('admin', 'PUT', GATE, { state: 'open' });
    await call('dev', 'POST', PATH, {
      ...STAGING,
      fields: { fixVersions: [], assignee: { accountId: 'dev' }, summary: 'Summary of SHOP-3' },
    });
    const configuration = { stage: 'production' };
    const transition = {
      from: { id: '1' },
      to: { id: '4' },
      modifiedFields: { fixVersions: null, assignee: { accountId: 'dev' } },
    };
    expect(payloads).toEqual([['validate', { issue: { key: 'SHOP-3' }, configuration, transition }]]);
  });

  it('see the edits of the screen in issue and not in originalIssue', async () => {
    const expression = "issue.summary == 'New' && originalIssue.summary != 'New'";
    const validators = [{ moduleKey: 'published', name: '', description: '', expression, functionKey: null, errorMessage: null }];
    const { call } = aBench({
      app: anApp({
        validators: [
          ...validators,
          {
            ...validators[0],
            moduleKey: 'decided',
            name: '',
            description: '',
            expression: 'true',
            functionKey: null,
            errorMessage: null,
          },
        ],
      }),
    });
    const response = await call('dev', 'POST', PATH, { ...STAGING, fields: { summary: 'New' } });
    expect(response.status).toBe(204);
  });
});
