import { randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import { z } from 'zod';
import { behavioursViewSchema } from '../src/contracts/behaviours';
import { duplicatesViewSchema } from '../src/contracts/duplicates';
import { dataQualityViewSchema } from '../src/contracts/data-quality';
import { Pipeline } from './pipeline';
import { RunningSandbox, type Person } from './running-sandbox';
import { exportPath } from './shared-material';
import { tablesOf } from './tables';

/** Duplicates: what is suggested, what people do about it, and that it happens once whatever fails. */
jest.setTimeout(600_000);

const panel = (issueKey: string) => ({ moduleKey: 'holdpoint-panel', issueKey });
const project = (projectKey: string) => ({ moduleKey: 'holdpoint-project', projectKey });
const issueSchema = z.object({
  id: z.string(),
  fields: z.looseObject({
    status: z.object({ name: z.string(), statusCategory: z.object({ key: z.string() }) }),
    resolution: z.object({ name: z.string() }).nullable(),
    versions: z.array(z.object({ id: z.string() })),
    issuelinks: z.array(z.looseObject({ id: z.string(), type: z.object({ name: z.string() }) })),
  }),
});
const text = (value: string) => ({
  type: 'doc',
  version: 1,
  content: [{ type: 'paragraph', content: [{ type: 'text', text: value }] }],
});
const answered = z.object({
  value: z.object({ kind: z.string(), message: z.string().optional(), view: z.unknown().optional() }),
});

class Defects {
  constructor(
    readonly sandbox: RunningSandbox,
    readonly projectKey: string,
  ) {}

  async make(summary: string, description: string, more: Record<string, unknown> = {}): Promise<Report> {
    const fields = {
      project: { key: this.projectKey },
      issuetype: { name: 'Bug' },
      summary,
      description: text(description),
      ...more,
    };
    const { status, body } = await this.sandbox.rest('dev', 'POST', '/rest/api/3/issue', { fields });
    if (status !== 201) throw new Error(JSON.stringify(body));
    const { id, key } = z.object({ id: z.string(), key: z.string() }).parse(body);
    await this.sandbox.settle();
    // Reports are told apart by when they were made.
    await this.sandbox.advance('1m');
    return new Report(this.sandbox, id, key);
  }
}

class Report {
  constructor(
    private readonly sandbox: RunningSandbox,
    readonly id: string,
    readonly key: string,
  ) {}

  view(who: Person = 'dev') {
    return this.sandbox.screen(who, panel(this.key), 'duplicates', duplicatesViewSchema, { issueId: this.id });
  }

  async keys(who: Person = 'dev'): Promise<string[]> {
    return (await this.view(who)).suggestions.map(({ key }) => key);
  }

  async act(call: 'markDuplicate' | 'refuseDuplicate', payload: Record<string, unknown>, who: Person = 'dev') {
    const answer = answered.safeParse(await this.sandbox.invoke(who, panel(this.key), call, { issueId: this.id, ...payload }));
    // A function that died gives no value at all.
    return answer.success ? answer.data.value : { kind: 'died' };
  }

  mark(other: Report, how: 'link' | 'merge', more: { reopen?: boolean; raise?: boolean; who?: Person } = {}) {
    const { reopen = false, raise = true, who = 'dev' } = more;
    return this.act('markDuplicate', { otherId: other.id, how, reopen, raise }, who);
  }

  async fields() {
    return issueSchema.parse((await this.sandbox.rest('admin', 'GET', `/rest/api/3/issue/${this.key}`)).body).fields;
  }
}

const gateway = 'Payment gives up after a timeout of the gateway Zanzibar while the voucher Quokka is booked';

describe('SHOP', () => {
  let sandbox: RunningSandbox;
  let defects: Defects;
  let pipeline: Pipeline;
  let projectId: string;
  beforeAll(async () => {
    sandbox = await RunningSandbox.start('60');
    defects = new Defects(sandbox, 'SHOP');
    pipeline = new Pipeline(sandbox);
    projectId = z.object({ id: z.string() }).parse((await sandbox.rest('admin', 'GET', '/rest/api/3/project/SHOP')).body).id;
    await sandbox.settle();
  });
  afterAll(async () => expect(await sandbox.stop()).toEqual([]));

  const ledger = async (kind: string) => {
    const entries = z.object({
      decisions: z.array(z.looseObject({ title: z.string(), issues: z.array(z.looseObject({ key: z.string() })) })),
    });
    return (await sandbox.screen('rhea', project('SHOP'), 'decisions', entries, { projectId, kind })).decisions;
  };
  const sight = async (key: string, count: number) => {
    const sent = await pipeline.send('test-results', {
      ...(await pipeline.envelope()),
      ...{ kind: 'sighting', issue: key, environment: 'production', message: 'Seen', count, build: '4.1.9-3' },
    });
    expect(sent.status).toBe(202);
    await sandbox.settle();
  };

  test('a report is found as soon as it is there, with what speaks for it', async () => {
    const first = await defects.make(gateway, 'It happens with every card.\n at PaymentGateway.charge (gateway.ts:41:13)');
    const second = await defects.make('Gateway Zanzibar: timeout of payment with voucher Quokka', 'Seen twice');
    const { suggestions, mayEdit } = await second.view();
    expect(mayEdit).toBe(true);
    expect(suggestions.length).toBeLessThanOrEqual(5);
    expect(suggestions[0]).toMatchObject({ key: first.key, plan: { canonical: first.key, duplicate: second.key } });
    expect(suggestions[0]?.words).toEqual(expect.arrayContaining(['Zanzibar', 'Quokka']));
    expect((await first.keys())[0]).toBe(second.key);
  });

  test('a link stands in Jira and in the ledger once, and removing it takes it back', async () => {
    const first = await defects.make('Wombat counter overflows in the invoice Xylophone', 'Overflow');
    const second = await defects.make('Invoice Xylophone: overflow of the wombat counter', 'Overflow again');
    expect(await second.mark(first, 'link')).toMatchObject({ kind: 'ok' });
    expect(await second.mark(first, 'link')).toMatchObject({ kind: 'ok' });
    await sandbox.settle();
    const { issuelinks } = await second.fields();
    expect(issuelinks.map(({ type }) => type.name)).toEqual(['Duplicate']);
    expect(await second.view()).toMatchObject({ canonical: { key: first.key }, same: [{ key: first.key, said: 'linked' }] });
    expect(await second.keys()).not.toContain(first.key);
    const entries = (await ledger('duplicate-linked')).filter(({ issues }) => issues.some(({ key }) => key === second.key));
    expect(entries).toHaveLength(1);
    expect(entries[0]?.issues.map(({ key }) => key).sort()).toEqual([first.key, second.key].sort());
    expect((await sandbox.rest('dev', 'DELETE', `/rest/api/3/issueLink/${issuelinks[0]?.id ?? ''}`)).status).toBe(204);
    await sandbox.advance('6m');
    expect(await second.view()).toMatchObject({ canonical: null, same: [] });
    expect(await second.keys()).toContain(first.key);
  });

  test('links made by hand count, and chains and cycles lead to the oldest open one', async () => {
    const [a, b, c] = [
      await defects.make('Basket loses the platypus coupon Marzipan', 'Gone'),
      await defects.make('Platypus coupon Marzipan is lost from the basket', 'Gone'),
      await defects.make('Coupon Marzipan of the platypus vanishes from the basket', 'Gone'),
    ];
    const link = async (from: Report, to: Report) => {
      const body = { type: { name: 'Duplicate' }, inwardIssue: { key: from.key }, outwardIssue: { key: to.key } };
      expect((await sandbox.rest('dev', 'POST', '/rest/api/3/issueLink', body)).status).toBe(201);
    };
    for (const [from, to] of [
      [c, b],
      [b, a],
      [a, c],
    ] as const)
      await link(from, to);
    await sandbox.advance('6m');
    for (const one of [b, c]) expect((await one.view()).canonical?.key).toBe(a.key);
    expect((await a.view()).canonical).toBeNull();
    expect((await a.view()).same).toHaveLength(2);
  });

  test('a merge that is killed and refused by Jira at random happens once in the end', async () => {
    const staging = await sandbox.versionId('SHOP', '4.1.0');
    const first = await defects.make('Turnip export writes the kangaroo column Bouillabaisse twice', 'Twice');
    const second = await defects.make('Kangaroo column Bouillabaisse is written twice by the turnip export', 'Twice', {
      versions: [{ id: staging }],
    });
    await sight(first.key, 2);
    await sight(second.key, 3);
    const about = { suite: 'exports', environment: 'staging', service: 'shop', version: '4.2.0', build: '4.2.0-1' };
    const tally = { tests: 100, passed: 99, failed: 1, errors: 0, skipped: 0, flaky: 0 };
    const failures = [
      {
        name: 'exports',
        class: 'TurnipTest',
        message: 'TurnipError: twice',
        trace: 'TurnipError: twice\n    at t.run (/ci/t.ts:7:3)',
      },
    ];
    const fail = async () => {
      const sent = await pipeline.send('test-results', {
        ...{ ...(await pipeline.envelope()), kind: 'run', run: randomUUID(), ...about, tally, failures },
      });
      expect(sent.status).toBe(202);
      await sandbox.settle();
      await sandbox.advance('1m');
    };
    const before = new Set((await tablesOf(sandbox, projectId)).failures.map(({ subject }) => subject));
    await fail();
    const filed = (await tablesOf(sandbox, projectId)).failures.find(({ subject }) => !before.has(subject));
    const { body } = await sandbox.rest('admin', 'GET', `/rest/api/3/issue/${filed?.issue_key ?? ''}`);
    const report = new Report(sandbox, issueSchema.parse(body).id, filed?.issue_key ?? '');
    let stopped = 0;
    for (const [duplicate, canonical] of [
      [second, first],
      [report, first],
    ] as const) {
      let done = false;
      for (let n = 0; n < 40 && !done; n += 1) {
        const calm = n > 30;
        await sandbox.control('faults', calm ? {} : { seed: n + 1, kill: 0.5, http: { 500: 0.15, 429: 0 } });
        const { kind } = await duplicate.mark(canonical, 'merge');
        stopped += kind === 'ok' ? 0 : 1;
        await sandbox.control('faults', {});
        await sandbox.settle();
        done = kind === 'ok' && (await duplicate.view()).same.some(({ key, said }) => key === canonical.key && said === 'merged');
      }
      expect(done).toBe(true);
      await sandbox.advance('2m');
      const { status, resolution, issuelinks } = await duplicate.fields();
      expect(status.statusCategory.key).toBe('done');
      expect(resolution?.name).toBe('Duplicate');
      expect(issuelinks.filter(({ type }) => type.name === 'Duplicate')).toHaveLength(1);
      const entries = (await ledger('defects-merged')).filter(({ issues }) => issues.some(({ key }) => key === duplicate.key));
      expect(entries).toHaveLength(1);
    }
    expect(stopped).toBeGreaterThan(2);
    expect((await first.fields()).versions.map(({ id }) => id)).toContain(staging);
    await sight(second.key, 4);
    await fail();
    const { failures: stored, sightings } = await tablesOf(sandbox, projectId);
    expect(stored.find(({ subject }) => subject === filed?.subject)?.issue_key).toBe(first.key);
    const seen = sightings.filter(({ subject }) => subject === `defect:${first.id}`);
    expect(seen.reduce((sum, { times }) => sum + Number(times), 0)).toBe(9);
    expect(sightings.some(({ subject }) => subject === `defect:${second.id}`)).toBe(false);
    expect((await report.fields()).status.statusCategory.key).toBe('done');
    const checked = await sandbox.screen('rhea', project('SHOP'), 'verifyLedger', z.looseObject({}), { projectId });
    expect(JSON.stringify(checked)).not.toMatch(/broken/i);
  });

  test('what is refused is never suggested again, from neither side, nor what it is merged into', async () => {
    const [a, b, c] = [
      await defects.make('Ocelot banner flickers on the page Sauerkraut', 'Flickers'),
      await defects.make('Page Sauerkraut: the ocelot banner flickers', 'Flickers'),
      await defects.make('Flickering ocelot banner, page Sauerkraut', 'Flickers'),
    ];
    expect(await c.keys()).toEqual(expect.arrayContaining([a.key]));
    expect(await c.act('refuseDuplicate', { otherId: b.id })).toMatchObject({ kind: 'ok' });
    expect(await c.keys()).not.toContain(b.key);
    expect(await b.keys()).not.toContain(c.key);
    expect(await b.mark(a, 'merge')).toMatchObject({ kind: 'ok' });
    await sandbox.settle();
    expect(await c.keys()).not.toContain(a.key);
    expect(await c.keys()).not.toContain(b.key);
    expect(await a.keys()).not.toContain(c.key);
    const view = await sandbox.screen('rhea', project('SHOP'), 'dataQuality', dataQualityViewSchema, { projectId });
    expect(view.duplicates.sentence).toMatch(/confirmed|Nobody/);
    expect(view.duplicates.places.reduce((sum, { refused }) => sum + refused, 0)).toBeGreaterThanOrEqual(1);
  });

  test('a closed defect is reopened where the viewer asks for it, and stays the canonical one', async () => {
    const first = await defects.make('Lemur login loops at the portal Pumpernickel', 'Loops');
    const done = (await sandbox.transitions(first.key, 'dev')).find(({ name }) => /done|close|resolve|fix/i.test(name));
    for (let n = 0; n < 4 && (await first.fields()).status.statusCategory.key !== 'done'; n += 1) {
      const moves = await sandbox.transitions(first.key, 'dev');
      const move = moves.find(({ name }) => /done|close|resolve|fix|verif/i.test(name)) ?? moves[0] ?? done;
      await sandbox.transition(first.key, move?.name ?? '', 'dev');
    }
    await sandbox.advance('1m');
    const second = await defects.make('Portal Pumpernickel: lemur login loops', 'Loops');
    const found = (await second.view()).suggestions.find(({ key }) => key === first.key);
    expect(found).toMatchObject({ open: false, plan: { canonical: second.key }, reopened: { canonical: first.key } });
    expect(await second.mark(first, 'link', { reopen: true })).toMatchObject({ kind: 'ok' });
    await sandbox.advance('2m');
    expect((await first.fields()).status.statusCategory.key).not.toBe('done');
    expect((await second.view()).canonical?.key).toBe(first.key);
  });

  test('what is deleted is no longer suggested, and nothing of it stays in the index', async () => {
    const first = await defects.make('Narwhal report prints the margin Gazpacho askew', 'Askew');
    const second = await defects.make('Margin Gazpacho is printed askew by the narwhal report', 'Askew');
    const indexed = async () => {
      const { indexed: rows } = await tablesOf(sandbox, projectId);
      return rows.filter(({ body }) => body !== null).map(({ doc_id }) => doc_id);
    };
    expect(await second.keys()).toContain(first.key);
    expect(await indexed()).toEqual(expect.arrayContaining([first.id, second.id]));
    expect((await sandbox.rest('admin', 'DELETE', `/rest/api/3/issue/${first.key}`)).status).toBe(204);
    await sandbox.settle();
    expect(await second.keys()).not.toContain(first.key);
    expect(await indexed()).not.toContain(first.id);
    expect(await indexed()).toContain(second.id);
  });

  describe('a merge passes on', () => {
    const fieldId = async (name: string) => {
      const { body } = await sandbox.rest('admin', 'GET', '/rest/api/3/field');
      const fields = z.array(z.looseObject({ id: z.string(), name: z.string() })).parse(body);
      return fields.find((field) => field.name === name)?.id ?? '';
    };
    const watchers = async ({ key }: Report) => {
      const { body } = await sandbox.rest('admin', 'GET', `/rest/api/3/issue/${key}/watchers`);
      const answer = z.object({ watchers: z.array(z.object({ accountId: z.string() })) }).parse(body);
      return answer.watchers.map(({ accountId }) => accountId);
    };
    const watch = async ({ key }: Report, accountId: string) => {
      const { status } = await sandbox.rest('admin', 'POST', `/rest/api/3/issue/${key}/watchers`, accountId);
      expect(status).toBe(204);
    };

    test('users affected, where they are more', async () => {
      const users = await fieldId('Users affected');
      const first = await defects.make('Okapi basket shows the total Minestrone wrong', 'Wrong', { [users]: 40 });
      const more = await defects.make('Total Minestrone is wrong in the okapi basket', 'Wrong', { [users]: 250 });
      const fewer = await defects.make('Wrong total Minestrone, okapi basket', 'Wrong', { [users]: 3 });
      const unsaid = await defects.make('Okapi basket: wrong total Minestrone again', 'Wrong');
      for (const duplicate of [more, fewer, unsaid]) {
        expect(await duplicate.mark(first, 'merge')).toMatchObject({ kind: 'ok', view: { left: [] } });
        expect((await first.fields())[users]).toBe(250);
      }
      expect((await fewer.fields())[users]).toBe(3);
    });

    test('watchers, each once', async () => {
      const first = await defects.make('Quail invoice omits the line Ribollita', 'Omitted');
      const second = await defects.make('Line Ribollita is omitted from the quail invoice', 'Omitted');
      await watch(first, 'sandbox:qa');
      for (const one of ['sandbox:qa', 'sandbox:lead', 'sandbox:ops']) await watch(second, one);
      const before = await watchers(first);
      expect(await second.mark(first, 'merge')).toMatchObject({ kind: 'ok', view: { left: [] } });
      const after = await watchers(first);
      expect([...after].sort()).toEqual([...new Set([...before, 'sandbox:lead', 'sandbox:ops'])].sort());
    });

    test('where it was reproduced, unless something is known of the other there', async () => {
      const first = await defects.make('Tapir search forgets the filter Stroganoff', 'Forgotten');
      const second = await defects.make('Filter Stroganoff is forgotten by the tapir search', 'Forgotten');
      const say = async (one: Report, stage: string, state: string, build = '') => {
        const payload = { issueId: one.id, stage, state, build, note: '' };
        const answer = await sandbox.invoke('dev', panel(one.key), 'setBehaviour', payload);
        expect(answered.parse(answer).value.kind).toBe('ok');
      };
      await say(first, 'staging', 'fixed');
      await say(second, 'staging', 'reproduced');
      await say(second, 'canary', 'not-reproduced');
      await say(second, 'production', 'reproduced', '4.1.9-7');
      expect(await second.mark(first, 'merge')).toMatchObject({ kind: 'ok', view: { left: [] } });
      await sandbox.settle();
      const { cells } = await sandbox.screen('dev', panel(first.key), 'behaviours', behavioursViewSchema, { issueId: first.id });
      expect(Object.fromEntries(cells.map(({ stage, state }) => [stage.key, state]))).toEqual({
        test: 'unknown',
        staging: 'fixed',
        canary: 'unknown',
        production: 'reproduced',
      });
      const passed = cells.find(({ stage }) => stage.key === 'production');
      expect(passed).toMatchObject({ build: '4.1.9-7', said: { note: 'Passed on from a duplicate.', accountId: 'sandbox:dev' } });
    });
  });

  describe('the link type', () => {
    const typeSchema = z.object({
      issueLinkTypes: z.array(z.object({ id: z.string(), name: z.string(), inward: z.string(), outward: z.string() })),
    });
    let own: z.output<typeof typeSchema>['issueLinkTypes'][number] | undefined;
    const rename = async (words: { name: string; inward: string; outward: string }) => {
      const { status } = await sandbox.rest('admin', 'PUT', `/rest/api/3/issueLinkType/${own?.id ?? ''}`, words);
      expect(status).toBe(200);
    };
    beforeAll(async () => {
      const { body } = await sandbox.rest('admin', 'GET', '/rest/api/3/issueLinkType');
      own = typeSchema.parse(body).issueLinkTypes.find(({ name }) => name === 'Duplicate');
    });
    afterEach(() => rename({ name: 'Duplicate', inward: 'is duplicated by', outward: 'duplicates' }));

    test('is found under another name by its words, and links of it count', async () => {
      await rename({ name: 'Twin', inward: 'is duplicated by', outward: 'duplicates' });
      const first = await defects.make('Vicuna export loses the sheet Saltimbocca', 'Lost');
      const second = await defects.make('Sheet Saltimbocca is lost by the vicuna export', 'Lost');
      expect(await second.mark(first, 'link')).toMatchObject({ kind: 'ok' });
      await sandbox.advance('6m');
      expect((await second.fields()).issuelinks.map(({ type }) => type.name)).toEqual(['Twin']);
      expect(await second.view()).toMatchObject({ canonical: { key: first.key }, same: [{ key: first.key, said: 'linked' }] });
      const third = await defects.make('Vicuna export: lost sheet Saltimbocca', 'Lost');
      const link = { type: { name: 'Twin' }, inwardIssue: { key: third.key }, outwardIssue: { key: first.key } };
      expect((await sandbox.rest('dev', 'POST', '/rest/api/3/issueLink', link)).status).toBe(201);
      await sandbox.advance('6m');
      expect((await third.view()).canonical?.key).toBe(first.key);
    });

    test('may have its words the other way round', async () => {
      await rename({ name: 'Twin', inward: 'duplicates', outward: 'is duplicated by' });
      const first = await defects.make('Yak calendar skips the holiday Tagliatelle', 'Skipped');
      const second = await defects.make('Holiday Tagliatelle is skipped by the yak calendar', 'Skipped');
      expect(await second.mark(first, 'link')).toMatchObject({ kind: 'ok' });
      const [link] = (await second.fields()).issuelinks;
      expect(link).toMatchObject({ type: { name: 'Twin' }, inwardIssue: { key: first.key } });
    });

    test('that is not there is told of, with what to do, and nothing was done', async () => {
      await rename({ name: 'Twin', inward: 'goes with', outward: 'goes with' });
      const first = await defects.make('Zebra filter drops the colour Vichyssoise', 'Dropped');
      const second = await defects.make('Colour Vichyssoise is dropped by the zebra filter', 'Dropped');
      const answer = await second.mark(first, 'merge');
      expect(answer.kind).toBe('refused');
      expect('message' in answer ? answer.message : '').toMatch(/no link type.*nothing was done.*Ask a Jira admin/);
      await sandbox.settle();
      const { issuelinks, status } = await second.fields();
      expect(issuelinks).toEqual([]);
      expect(status.statusCategory.key).not.toBe('done');
      expect(await second.view()).toMatchObject({ canonical: null, same: [], unfinished: null });
      expect(await second.keys()).toContain(first.key);
      const entries = await ledger('defects-merged');
      expect(entries.some(({ issues }) => issues.some(({ key }) => key === second.key))).toBe(false);
    });
  });

  test('the severity is raised only where the viewer leaves it ticked', async () => {
    const { body } = await sandbox.rest('admin', 'GET', '/rest/api/3/field');
    const severity =
      z
        .array(z.looseObject({ id: z.string(), name: z.string() }))
        .parse(body)
        .find(({ name }) => name === 'Defect severity')?.id ?? '';
    for (const raise of [false, true]) {
      const first = await defects.make(`Meerkat mail ${raise} drops the header Ratatouille`, 'Drops', { [severity]: 'S3' });
      const second = await defects.make(`Header Ratatouille is dropped by meerkat mail ${raise}`, 'Drops', { [severity]: 'S1' });
      const found = (await second.view()).suggestions.find(({ key }) => key === first.key);
      expect(found?.plan.raise).toEqual({ from: 'S3', to: 'S1' });
      expect(await second.mark(first, 'merge', { raise })).toMatchObject({ kind: 'ok' });
      expect((await first.fields())[severity]).toBe(raise ? 'S1' : 'S3');
    }
  });

  test('a candidate with a security level is not hinted at to who is not in it, neither alone nor as what another is the same as', async () => {
    const levels = z.object({ levels: z.array(z.object({ id: z.string() })) });
    const { body } = await sandbox.rest('admin', 'GET', '/rest/api/3/project/SHOP/securitylevel');
    const level = levels.parse(body).levels[0]?.id;
    const [hidden, first, second] = [
      await defects.make('Walrus ticket leaks the seat Tiramisu', 'Leaks'),
      await defects.make('Seat Tiramisu of the walrus ticket leaks', 'Leaks'),
      await defects.make('Leak of the walrus ticket: seat Tiramisu', 'Leaks'),
    ];
    const set = { fields: { security: { id: level } } };
    expect((await sandbox.rest('admin', 'PUT', `/rest/api/3/issue/${hidden.key}`, set)).status).toBe(204);
    const link = { type: { name: 'Duplicate' }, inwardIssue: { key: first.key }, outwardIssue: { key: hidden.key } };
    expect((await sandbox.rest('admin', 'POST', '/rest/api/3/issueLink', link)).status).toBe(201);
    await sandbox.advance('6m');
    for (const one of [first, second]) {
      const view = await one.view('viewer');
      expect(JSON.stringify(view)).not.toContain(hidden.key);
      expect(JSON.stringify(view)).not.toContain(hidden.id);
      expect(view.canonical).toBeNull();
    }
    expect(await second.keys('viewer')).toContain(first.key);
    expect(await second.act('refuseDuplicate', { otherId: hidden.id }, 'viewer')).toMatchObject({
      message: 'Holdpoint knows no such defect that you may see.',
    });
  });

  test('who may not edit sees suggestions and can do nothing; who may not see is told nothing', async () => {
    const first = await defects.make('Iguana index skips the shelf Gnocchi', 'Skips');
    const second = await defects.make('Shelf Gnocchi is skipped by the iguana index', 'Skips');
    expect(await second.view('viewer')).toMatchObject({ mayEdit: false });
    expect(await second.keys('viewer')).toContain(first.key);
    expect(await second.mark(first, 'link', { who: 'viewer' })).toMatchObject({ kind: 'refused' });
    expect(await second.act('refuseDuplicate', { otherId: first.id }, 'viewer')).toMatchObject({ kind: 'refused' });
    expect((await second.mark(first, 'merge', { who: 'outsider' })).kind).not.toBe('ok');
    expect((await second.fields()).issuelinks).toEqual([]);
  });
});

test('an empty project has nothing to suggest', async () => {
  const sandbox = await RunningSandbox.start('empty');
  const key = z
    .object({ values: z.array(z.object({ key: z.string() })) })
    .parse((await sandbox.rest('admin', 'GET', '/rest/api/3/project/search')).body).values[0]?.key;
  const only = await new Defects(sandbox, key ?? 'SHOP').make('The first report of all', 'Nothing else is there');
  const { suggestions, help } = await only.view('dev');
  expect(suggestions).toEqual([]);
  expect(help).toContain('Nobody');
  expect(await sandbox.stop()).toEqual([]);
});

const imported = existsSync(exportPath) ? test : test.skip;
imported('the one defect of an imported export has nothing that it could be the same as', async () => {
  const sandbox = await RunningSandbox.start(`import:${exportPath}`);
  const views = await Promise.all(
    (await sandbox.search('project IS NOT EMPTY ORDER BY key', 'admin')).map(async ({ id, key }) => {
      const { kind, view } = answered.parse(await sandbox.invoke('admin', panel(key), 'duplicates', { issueId: id })).value;
      return kind === 'ok' ? [duplicatesViewSchema.parse(view)] : [];
    }),
  );
  expect(views.flat().map(({ suggestions, canonical, same }) => [suggestions.length, canonical, same.length])).toEqual([
    [0, null, 0],
  ]);
  expect(await sandbox.stop()).toEqual([]);
});
