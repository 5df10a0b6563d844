import { createConnection } from 'mysql2/promise';
import { z } from 'zod';
import { scoreViewSchema } from '../src/contracts/score';
import { saveViewSchema, settingsViewSchema } from '../src/contracts/settings';
import { Pipeline } from './pipeline';
import { RunningSandbox } from './running-sandbox';

/** Every open defect has a score that follows what is known of it, and Jira's field follows the score, whatever fails in between. */
jest.setTimeout(600_000);

const settingsPage = { moduleKey: 'holdpoint-settings' };
const scoreRow = z.object({
  defect_id: z.string(),
  score: z.coerce.number(),
  written: z.coerce.number().nullable(),
  pending: z.coerce.number(),
  terms: z.string().transform((text) => z.array(z.object({ term: z.string(), points: z.number() })).parse(JSON.parse(text))),
  changes: z.string().transform((text) => z.array(z.object({ because: z.string() })).parse(JSON.parse(text))),
  at: z.string(),
});
type ScoreRow = z.output<typeof scoreRow>;

async function scores(sandbox: RunningSandbox): Promise<Map<string, ScoreRow>> {
  const { schema, ...server } = sandbox.database;
  const connection = await createConnection({ ...server, database: schema });
  try {
    const [rows] = await connection.query('SELECT defect_id, score, written, pending, terms, changes, at FROM scores');
    return new Map(
      z
        .array(scoreRow)
        .parse(rows)
        .map((row) => [row.defect_id, row]),
    );
  } finally {
    await connection.end();
  }
}

describe('a project with defects', () => {
  let sandbox: RunningSandbox;
  let pipeline: Pipeline;
  let field: string;
  const fieldId = async (name: string) =>
    z
      .array(z.looseObject({ id: z.string(), name: z.string() }))
      .parse((await sandbox.rest('admin', 'GET', '/rest/api/3/field')).body)
      .find((one) => one.name === name)?.id ?? '';
  /** What Jira's field holds, by id of the issue. */
  async function held(jql: string): Promise<{ id: string; score: unknown }[]> {
    const { body } = await sandbox.rest('lead', 'POST', '/rest/api/3/search/jql', { jql, fields: [field], maxResults: 1000 });
    return z
      .object({ issues: z.array(z.object({ id: z.string(), fields: z.record(z.string(), z.unknown()) })) })
      .parse(body)
      .issues.map(({ id, fields }) => ({ id, score: fields[field] }));
  }
  const scoreOf = async (id: string) => (await scores(sandbox)).get(id);
  /** Until every open defect has a score and the field holds it; what an action sets going takes a few messages. */
  async function followed(isSo: () => Promise<boolean>): Promise<number> {
    const started = Date.now();
    for (;;) {
      const stored = await scores(sandbox);
      const issues = await held(open);
      const even = issues.every(({ id, score }) => score !== null && stored.get(id)?.score === score);
      if (even && (await isSo())) return Date.now() - started;
      if (Date.now() - started > 20_000) throw new Error('The field does not hold what the scores are.');
      await sandbox.settle();
    }
  }
  const open = 'project = SHOP AND issuetype = Bug AND statusCategory != Done';

  beforeAll(async () => {
    sandbox = await RunningSandbox.start('60');
    pipeline = new Pipeline(sandbox);
    field = await fieldId('Holdpoint score');
    await followed(() => Promise.resolve(true));
  });
  afterEach(() => sandbox.control('faults', {}));
  afterAll(async () => expect(await sandbox.stop()).toEqual([]));

  test('every open defect has a score whose points add up, and the field holds it', async () => {
    const issues = await held(open);
    const stored = await scores(sandbox);
    expect(issues.length).toBeGreaterThan(5);
    for (const { id, score } of issues) {
      const row = stored.get(id);
      expect([id, row?.score, row?.pending]).toEqual([id, score, 0]);
      expect(row?.terms.reduce((sum, { points }) => sum + points, 0)).toBe(score);
    }
  });

  test('a search in the order of the score sorts by it', async () => {
    const found = (await held(`${open} ORDER BY "Holdpoint score" DESC`)).map(({ score }) => Number(score));
    expect(found).toEqual([...found].sort((a, b) => b - a));
    expect(new Set(found).size).toBeGreaterThan(3);
  });

  test('another severity is another score, which says why, and no event of its own keeps the app busy', async () => {
    const [defect] = await sandbox.search(`${open} AND "Defect severity" = S4`, 'dev');
    const id = defect?.id ?? '';
    const before = await scoreOf(id);
    const severity = await fieldId('Defect severity');
    const changed = await sandbox.rest('dev', 'PUT', `/rest/api/3/issue/${id}`, { fields: { [severity]: 'S1' } });
    expect(changed.status).toBe(204);
    await followed(async () => (await scoreOf(id))?.changes[0]?.because === 'its severity is S1, was S4');
    const after = await scoreOf(id);
    expect((after?.score ?? 0) - (before?.score ?? 0)).toBeGreaterThanOrEqual(25);
    expect(after?.changes[0]?.because).toBe('its severity is S1, was S4');
    expect(await held(`key = ${defect?.key ?? ''}`)).toEqual([{ id, score: after?.score }]);
    const { next } = await sandbox.trace();
    await sandbox.advance('1m');
    const writes = (await sandbox.trace(next)).entries.filter(({ what }) => what.includes('app/field'));
    expect(writes).toEqual([]);
  });

  test('a run that saw a defect five hundred times counts once, and a second run counts again', async () => {
    const fail = (n: number) => ({
      name: `pays in zone ${n}`,
      class: 'PaymentTest',
      message: 'TimeoutError: no answer from gateway',
      trace: 'TimeoutError: no answer from gateway\n    at PaymentGateway.charge (/ci/src/payment/gateway.ts:41:13)',
    });
    const run = async (name: string, times: number) => {
      const payload = {
        ...(await pipeline.envelope()),
        ...{ kind: 'run', run: name, suite: 'flood', environment: 'staging', service: 'shop', version: '4.2.0', build: name },
        tally: { tests: 1000, passed: 1000 - times, failed: times, errors: 0, skipped: 0 },
        failures: Array.from({ length: times }, (_, n) => fail(n)),
      };
      expect((await pipeline.send('test-results', payload)).status).toBe(202);
      await sandbox.settle();
      await sandbox.advance('1m');
    };
    const known = new Set((await scores(sandbox)).keys());
    await run('flood-1', 1);
    const [id = ''] = [...(await scores(sandbox)).keys()].filter((one) => !known.has(one));
    const recurrence = async () => (await scoreOf(id))?.terms.find(({ term }) => term === 'recurrence')?.points;
    const once = await recurrence();
    await run('flood-1', 500);
    expect(once).toBeGreaterThan(0);
    expect(await recurrence()).toBe(once);
    await run('flood-2', 500);
    expect(await recurrence()).toBeGreaterThan(once ?? 0);
  });

  test('the users whom an incident reached count for the defect that stands for it, as long as it does', async () => {
    const [defect] = await sandbox.search(`${open} AND "Users affected" is EMPTY`, 'dev');
    const { id = '', key = '' } = defect ?? {};
    const panel = { moduleKey: 'holdpoint-panel', projectKey: 'SHOP', issueKey: key };
    const users = async () => {
      const { score } = await sandbox.screen('dev', panel, 'score', scoreViewSchema, { issueId: id });
      return score?.terms.find(({ term }) => term === 'users');
    };
    const told = { incident: 'INC-90', title: 'Slow', severity: 'S2', environment: 'production', usersAffected: 9000 };
    const tell = async (sequence: number, issue: string | null) => {
      const payload = { ...(await pipeline.envelope()), ...told, startedAt: await sandbox.now(), sequence, issue };
      expect((await pipeline.send('incident', payload)).status).toBe(202);
      await sandbox.settle();
    };
    expect(await users()).toMatchObject({ missing: true });
    await tell(1, key.toLowerCase());
    await followed(async () => (await scoreOf(id))?.changes[0]?.because === 'it reaches 9,000 users');
    expect(await users()).toMatchObject({ missing: false, source: 'Incident INC-90: 9,000, of 10,000.' });
    await tell(2, null);
    await followed(async () => (await users())?.missing === true);
    expect((await scoreOf(id))?.changes[0]?.because).toBe('how many users it reaches is no longer known');
  });

  test('a stage in which somebody reproduced it is another score, which says so, and the field follows', async () => {
    const [defect] = await sandbox.search(`${open} AND "Detected in" = test`, 'dev');
    const id = defect?.id ?? '';
    const before = await scoreOf(id);
    const panel = { moduleKey: 'holdpoint-panel', projectKey: 'SHOP', issueKey: defect?.key ?? '' };
    const word = { issueId: id, stage: 'production', state: 'reproduced', build: '', note: '' };
    await sandbox.screen('dev', panel, 'setBehaviour', z.unknown(), word);
    const took = await followed(async () => (await scoreOf(id))?.changes[0]?.because === 'reproduced in Production');
    console.log(`The field followed ${took} ms after somebody said how the defect behaves.`);
    expect((await scoreOf(id))?.score).toBeGreaterThan(before?.score ?? 100);
    const { score } = await sandbox.screen('dev', panel, 'score', scoreViewSchema, { issueId: id });
    expect(score?.terms.find(({ term }) => term === 'exposure')?.source).toContain('eproduced in Production');
    await sandbox.screen('dev', panel, 'setBehaviour', z.unknown(), { ...word, state: 'fixed' });
    await followed(async () => (await scoreOf(id))?.changes[0]?.because === 'fixed in Production');
  });

  test('other weights score every open defect anew', async () => {
    const { settings, revision } = await sandbox.screen('admin', settingsPage, 'settings', settingsViewSchema, {});
    const weights = { severity: 0, recurrence: 0, users: 0, exposure: 0, workaround: 0, age: 100 };
    const scoring = { ...settings.scoring, weights };
    const saved = await sandbox.screen('admin', settingsPage, 'saveSettings', saveViewSchema, {
      ...{ settings: { ...settings, scoring }, revision },
    });
    expect(saved.kind).toBe('saved');
    const ageAlone = async () => {
      const stored = await scores(sandbox);
      return (await held(open)).every(({ id, score }) => {
        const row = stored.get(id);
        return row?.terms.find(({ term }) => term === 'age')?.points === score;
      });
    };
    await followed(ageAlone);
    const stored = [...(await scores(sandbox)).values()];
    expect(stored.some(({ changes }) => changes[0]?.because === 'the weights were changed')).toBe(true);
    const back = { settings, revision: saved.kind === 'saved' ? saved.revision : 0 };
    await sandbox.screen('admin', settingsPage, 'saveSettings', saveViewSchema, back);
    await followed(async () => !(await ageAlone()));
  });

  test('weights that do not sum to 100 are refused with what to do', async () => {
    const { settings, revision } = await sandbox.screen('admin', settingsPage, 'settings', settingsViewSchema, {});
    const scoring = { ...settings.scoring, weights: { ...settings.scoring.weights, age: 50 } };
    const answer = await sandbox.screen('admin', settingsPage, 'saveSettings', saveViewSchema, {
      ...{ settings: { ...settings, scoring }, revision },
    });
    expect(answer).toMatchObject({ kind: 'invalid', problems: [{ message: 'The weights must sum to 100 %.' }] });
  });

  test('what Jira refuses is written later, and a deleted defect keeps nobody waiting', async () => {
    const found = await sandbox.search(`${open} AND "Defect severity" = S3`, 'dev');
    const severity = await fieldId('Defect severity');
    await sandbox.control('faults', { seed: 7, http: { 429: 0.4, 500: 0.3 } });
    for (const { id } of found.slice(0, 5))
      await sandbox.rest('dev', 'PUT', `/rest/api/3/issue/${id}`, { fields: { [severity]: 'S2' } });
    await sandbox.rest('admin', 'DELETE', `/rest/api/3/issue/${found[5]?.key ?? ''}`);
    await sandbox.settle();
    await sandbox.control('faults', {});
    await sandbox.advance('30m');
    const stored = await scores(sandbox);
    expect([...stored.values()].filter(({ pending }) => pending === 1)).toEqual([]);
    for (const { id, score } of await held(open)) expect([id, stored.get(id)?.score]).toEqual([id, score]);
  });

  test('a day later open defects are scored by their age, and one that is done keeps its last score', async () => {
    const [defect] = await sandbox.search(`${open} AND "Defect severity" = S2`, 'dev');
    const key = defect?.key ?? '';
    const kept = await scoreOf(defect?.id ?? '');
    const done = (await sandbox.transitions(key, 'dev')).find(({ name }) => /done|close|resolve|fix/i.test(name));
    await sandbox.transition(key, done?.name ?? '', 'dev');
    await sandbox.settle();
    const before = await scores(sandbox);
    await sandbox.advance('26h');
    const after = await scores(sandbox);
    expect(after.get(defect?.id ?? '')).toMatchObject({ score: kept?.score, at: kept?.at });
    const changed = [...after.values()].filter(({ defect_id, score }) => before.get(defect_id)?.score !== score);
    expect(changed.length).toBeGreaterThan(0);
    expect(changed.every(({ changes }) => changes.length > 0)).toBe(true);
  });

  test('a new day is scored when it begins, and then a score is the same until the next one', async () => {
    const made = async () =>
      [...(await scores(sandbox)).values()].map(({ defect_id, score, terms }) => [defect_id, score, terms] as const);
    const before = await made();
    const untilMidnight = 24 * 60 - Math.floor((Date.parse(await sandbox.now()) / 60_000) % (24 * 60));
    await sandbox.advance(`${untilMidnight + 7}m`);
    const early = await made();
    expect(early).not.toEqual(before);
    await sandbox.advance('23h');
    expect(await made()).toEqual(early);
  });
});

test('an empty project has no scores, and nothing fails', async () => {
  const sandbox = await RunningSandbox.start('empty');
  await sandbox.advance('10m');
  expect((await scores(sandbox)).size).toBe(0);
  expect(await sandbox.functionLog()).not.toContain('change-failed');
  expect(await sandbox.stop()).toEqual([]);
});
