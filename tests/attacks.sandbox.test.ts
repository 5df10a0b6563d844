import { createHmac } from 'node:crypto';
import { z } from 'zod';
import { bridgeCalls } from '../src/contracts/bridge';
import { decisionsViewSchema, exportViewSchema } from '../src/contracts/decisions';
import { verdictPropertyKey } from '../src/contracts/published-verdict';
import { readinessViewSchema } from '../src/contracts/readiness';
import { settingsViewSchema } from '../src/contracts/settings';
import { sourceSecretViewSchema } from '../src/contracts/sources';
import { Pipeline, type Sent } from './pipeline';
import { RunningSandbox, type Person } from './running-sandbox';
import { tablesOf } from './tables';

/** What somebody might try against a gate or to see what Jira hides. Each is tried and each is refused; the table at the end counts them. */
jest.setTimeout(300_000);

const page = { moduleKey: 'holdpoint-project', projectKey: 'SHOP' };
const settingsPage = { moduleKey: 'holdpoint-settings' };
const tried: { attack: string; outcome: string }[] = [];
let sandbox: RunningSandbox;
let projectId: string;
let versionId: string;

beforeAll(async () => {
  sandbox = await RunningSandbox.start('120');
  projectId = z.object({ id: z.string() }).parse((await sandbox.rest('admin', 'GET', '/rest/api/3/project/SHOP')).body).id;
  versionId = await sandbox.versionId('SHOP', '4.2.0');
});
afterAll(async () => {
  const width = Math.max(...tried.map(({ attack }) => attack.length));
  const lines = tried.map(({ attack, outcome }) => `  ${attack.padEnd(width)}  ${outcome}`);
  process.stdout.write(`\n${tried.length} attacks tried, ${tried.length} refused\n${lines.join('\n')}\n`);
  expect(await sandbox.stop()).toEqual([]);
});

function attack(name: string, run: () => Promise<string>): void {
  test(name, async () => {
    const outcome = await run();
    tried.push({ attack: name, outcome });
  });
}

const answerSchema = z.object({ value: z.object({ kind: z.enum(['ok', 'refused', 'failed']), title: z.string().optional() }) });
/** The kind of the back end's answer; `outside` where the page around it already refused. */
async function kindOf(who: Person, place: typeof page | typeof settingsPage, call: string, payload: unknown): Promise<string> {
  const answer = answerSchema.safeParse(await sandbox.invoke(who, place, call, payload));
  return answer.success ? answer.data.value.kind : 'outside';
}

describe('A published verdict that was forged', () => {
  attack('a project admin writes "open" into the property of a held release', async () => {
    const before = await sandbox.published('SHOP', versionId);
    expect(before.stages['production']?.state).toBe('held');
    const forged: unknown = JSON.parse(JSON.stringify(before).replaceAll('"held"', '"open"'));
    const path = `/rest/api/3/project/SHOP/properties/${verdictPropertyKey(versionId)}`;
    expect((await sandbox.rest('admin', 'PUT', path, forged)).status).toBe(200);
    const [ticket] = await sandbox.search(`project = SHOP AND issuetype = Release AND fixVersion = 4.2.0`);
    const passed = await sandbox.transition(ticket?.key ?? '', 'Deploy to staging');
    expect(passed.status).toBe(400);
    await sandbox.advance('6m');
    expect((await sandbox.published('SHOP', versionId)).stages['production']?.state).toBe('held');
    const { decisions } = await sandbox.screen('lead', page, 'decisions', decisionsViewSchema, {
      projectId,
      kind: 'publication-repaired',
    });
    expect(decisions.length).toBeGreaterThan(0);
    return 'the validator that decides refuses; put right and in the ledger';
  });
});

const hostile = {
  html: '<img src=x onerror="alert(1)"><script>alert(2)</script>',
  formula: '=HYPERLINK("https://example.com","x")',
  jql: '4.9.0" OR project != "SHOP',
  control: 'line\r\nbreak\u0000and\u202Eback',
  long: 'x'.repeat(255),
};

describe('Hostile text', () => {
  for (const [kind, text] of Object.entries(hostile)) {
    attack(`${kind} as the summary of a defect and the name of a version`, async () => {
      const name = text.slice(0, 200).replace(/\u0000/g, '');
      const made = await sandbox.rest('admin', 'POST', '/rest/api/3/version', { name, projectId: Number(projectId) });
      expect(made.status).toBe(201);
      const { id } = z.object({ id: z.string() }).parse(made.body);
      const key = await sandbox.createDefect('SHOP', id, 'S1');
      expect(
        (await sandbox.rest('admin', 'PUT', `/rest/api/3/issue/${key}`, { fields: { summary: name.replace(/[\r\n]/g, ' ') } }))
          .status,
      ).toBe(204);
      await sandbox.settle();
      const view = await sandbox.screen('lead', page, 'readiness', readinessViewSchema, { projectId, versionId: id });
      expect(view.defects.map((defect) => defect.key)).toEqual([key]);
      // Jira's search lags behind its writes.
      await sandbox.advance('2s');
      // The JQL that is handed out finds this release's defects and nothing else.
      const found = await sandbox.search(view.stages[0]?.conditions[0]?.jql ?? '');
      expect(found.map((issue) => issue.key)).toEqual([key]);
      const csv = await sandbox.screen('lead', page, 'exportDecisions', exportViewSchema, {
        projectId,
        format: 'csv',
        versionId: id,
      });
      for (const cell of csv.text.matchAll(/(?:^|,)"?([=+\-@\t\r][^,]*)/gm))
        throw new Error(`A cell begins a formula: ${cell[1]}`);
      expect((await sandbox.rest('admin', 'POST', `/rest/api/3/version/${id}/removeAndSwap`, {})).status).toBe(204);
      return 'shown as text, searched as quoted, exported as text';
    });
  }

  attack('a summary that a log could repeat', async () => {
    const key = await sandbox.createDefect('SHOP', versionId, 'S3');
    const secret = 'Wibbling-frobnicator-7f3a';
    await sandbox.rest('admin', 'PUT', `/rest/api/3/issue/${key}`, { fields: { summary: secret } });
    await sandbox.control('faults', { seed: 4, http: { '500': 0.5 }, kill: 0.3 });
    await sandbox.advance('11m');
    await sandbox.control('faults', {});
    await sandbox.advance('11m');
    const log = await sandbox.functionLog();
    expect(log.length).toBeGreaterThan(0);
    for (const text of [secret, 'Checkout refuses every card', '@example.com', 'accountId']) expect(log).not.toContain(text);
    return 'the log names ids and counts alone';
  });
});

describe('Payloads', () => {
  const deep = () => {
    let value: unknown = 1;
    for (let n = 0; n < 2_000; n += 1) value = [value];
    return value;
  };
  const payloads: [string, unknown][] = [
    ['nothing', null],
    ['a list', []],
    ['an id with SQL', { projectId: "1' OR '1'='1", versionId: '1; DROP TABLE defects' }],
    ['an id of 10,000 digits', { projectId: '9'.repeat(10_000), versionId: '1' }],
    ['2,000 levels deep', { projectId: deep(), settings: deep(), revision: 0 }],
    ['400 KB of text', { projectId: 'x'.repeat(400_000), settings: 'x'.repeat(400_000), revision: 0 }],
    [
      'members that every object has',
      JSON.parse('{"__proto__":{"projectId":"10000"},"constructor":{"prototype":{"mayBrowse":true}}}'),
    ],
  ];
  const parameterless = new Set(['settings', 'health', 'stageChoices', 'sources', 'roleChoices', 'statusChoices']);
  for (const [name, payload] of payloads) {
    attack(`${name}, sent to every call`, async () => {
      const kinds = new Set<string>();
      for (const call of Object.keys(bridgeCalls)) {
        if (parameterless.has(call)) continue;
        const kind = await kindOf('admin', page, call, payload);
        // Previewing, replaying and saving answer with the problems of the document; nothing is saved.
        if (!['previewSettings', 'replaySettings', 'saveSettings'].includes(call)) expect([call, kind]).not.toEqual([call, 'ok']);
        kinds.add(kind);
      }
      expect(kinds.has('failed')).toBe(false);
      return `${[...kinds].join(', ')}; no call fails`;
    });
  }
  attack('calls that do not exist', async () => {
    for (const call of ['__proto__', 'constructor', 'toString', 'drop', '']) {
      expect(await kindOf('admin', page, call, { projectId })).not.toBe('ok');
    }
    return 'refused';
  });
  attack('a settings document with members that every object has', async () => {
    const { settings, revision } = await sandbox.screen('admin', settingsPage, 'settings', settingsViewSchema, {});
    const document: unknown = JSON.parse(
      JSON.stringify({ ...settings }).replace('"projects":{', '"projects":{"__proto__":{"production":"observe"},'),
    );
    await sandbox.invoke('admin', settingsPage, 'saveSettings', { settings: document, revision });
    expect((await sandbox.published('SHOP', versionId)).stages['production']?.mode).toBe('enforce');
    return 'no gate changes its mode';
  });
});

describe('People without rights', () => {
  const own = { projectId: '', versionId: '', issueId: '', ledger: 'project', format: 'json', paused: true, field: 'workaround' };
  const open = new Set(['stageChoices', 'fieldChoices']);
  const forAdmins = [
    ...['settings', 'previewSettings', 'replaySettings', 'saveSettings', 'health', 'readProject', 'pauseReading', 'readers'],
    ...['sources', 'createSource', 'rotateSource', 'revokeSource', 'previewMasking'],
    ...['workflowSetup', 'roleChoices', 'statusChoices'],
    // Of a project's gates nothing is delegated to begin with.
    ...['previewProjectGates', 'replayProjectGates', 'saveProjectGates', 'projectRoleChoices'],
  ];
  const forSources = { name: 'Mine', kind: 'holdpoint', id: 'demo-pipeline', overlapHours: 1, text: 'x' };
  attack('an outsider calls every resolver with the right ids', async () => {
    const [issue] = await sandbox.search('project = SHOP AND issuetype = Bug', 'lead');
    const after = { seq: 0, hash: '0'.repeat(64) };
    const payload = { ...own, projectId, versionId, issueId: issue?.id, after, settings: {}, revision: 0 };
    for (const call of Object.keys(bridgeCalls)) {
      if (open.has(call)) continue;
      for (const place of [page, settingsPage])
        expect([call, await kindOf('outsider', place, call, payload)]).not.toEqual([call, 'ok']);
    }
    return `${Object.keys(bridgeCalls).length - open.size} calls refused`;
  });
  attack('who may look but not administer calls what is for admins', async () => {
    for (const who of ['viewer', 'dev', 'rhea', 'lead'] as const) {
      for (const call of forAdmins)
        expect([
          call,
          await kindOf(who, page, call, {
            ...forSources,
            projectId,
            paused: true,
            settings: {},
            revision: 0,
            rules: maskingRules,
          }),
        ]).toEqual([call, 'refused']);
    }
    return `${forAdmins.length} calls refused to 4 people`;
  });
  attack('who is no admin asks for the ledger of the site', async () => {
    for (const call of ['decisions', 'exportDecisions', 'verifyLedger']) {
      const payload = { projectId, ledger: 'site', format: 'json', after: { seq: 0, hash: '0'.repeat(64) } };
      expect([call, await kindOf('lead', page, call, payload)]).toEqual([call, 'refused']);
    }
    return 'refused';
  });
});

const maskingRules = {
  ...{ secrets: true, emails: true, phones: true, cards: true, ibans: true, nationalIds: true, ips: true },
  ...{ allow: [], nationalIdPatterns: [], words: [] },
};

describe('Deliveries that nobody sent', () => {
  let pipeline: Pipeline;
  const deployment = { deployment: 'forged', environment: 'production', step: 'start', version: '4.2.0' };
  const stored = async () => (await tablesOf(sandbox, projectId)).deliveries.length;
  beforeAll(() => {
    pipeline = new Pipeline(sandbox);
  });

  async function refused(send: (payload: object) => Promise<Sent>, status = 401): Promise<void> {
    const before = await stored();
    expect((await send({ ...(await pipeline.envelope()), ...deployment })).status).toBe(status);
    expect(await stored()).toBe(before);
  }
  const signature = (secret: string, text: string) => `sha256=${createHmac('sha256', secret).update(text).digest('hex')}`;

  attack('signed with a secret that was guessed, with none, or by a source that is not there', async () => {
    await refused((payload) => pipeline.send('deployment', payload, { secret: 'guess' }));
    await refused((payload) => pipeline.send('deployment', payload, { secret: '' }));
    await refused((payload) => pipeline.send('deployment', payload, { source: 'nobody' }));
    await refused((payload) => pipeline.send('deployment', payload, { source: '__proto__' }));
    await refused((payload) => pipeline.post('deployment', JSON.stringify(payload), {}));
    return 'five times 401, nothing kept';
  });
  attack('a body that was changed after it was signed', async () => {
    await refused((payload) => {
      const body = JSON.stringify(payload);
      return pipeline.send('deployment', payload, { body: body.replace('"start"', '"finish"'), ...forged(body) });
    });
    return '401, nothing kept';
  });
  const forged = (body: string) => {
    const timestamp = '1762074000';
    const nonce = 'nonce-nonce-nonce';
    return { timestamp, nonce, signature: signature(pipeline.connection.secret, `${timestamp}.${nonce}.${body}`) };
  };
  attack('a message that was sent before, word for word', async () => {
    const body = JSON.stringify({ ...(await pipeline.envelope()), ...deployment });
    const timestamp = String(Math.floor(Date.parse(await sandbox.now()) / 1000));
    const nonce = 'replayed-nonce-1';
    expect((await pipeline.send('deployment', body, { timestamp, nonce })).status).toBe(202);
    expect((await pipeline.send('deployment', body, { timestamp, nonce })).status).toBe(401);
    // The nonce belongs to what was signed: with another one the signature is another.
    const old = signature(pipeline.connection.secret, `${timestamp}.${nonce}.${body}`);
    expect((await pipeline.send('deployment', body, { timestamp, nonce: 'replayed-nonce-2', signature: old })).status).toBe(401);
    await sandbox.advance('4m');
    expect((await pipeline.send('deployment', body, { timestamp, nonce })).status).toBe(401);
    await sandbox.advance('7m');
    expect((await pipeline.send('deployment', body, { timestamp, nonce })).status).toBe(401);
    return '401 while the nonce is known, 401 when the time is over';
  });
  attack('a clock that is off, and a timestamp that is none', async () => {
    const at = async (seconds: number) => String(Math.floor(Date.parse(await sandbox.now()) / 1000) + seconds);
    for (const timestamp of [await at(-301), await at(301), 'now', '', '-1', '1e9', '99999999999999999999'])
      await refused((payload) => pipeline.send('deployment', payload, { timestamp }));
    return 'seven times 401, nothing kept';
  });
  attack('a source that speaks of a project that is not its own', async () => {
    const made = await sandbox.screen('admin', settingsPage, 'createSource', sourceSecretViewSchema, {
      ...{ name: 'Only SHOP', kind: 'holdpoint', projectId },
    });
    const own = new Pipeline(sandbox, made.kind === 'made' ? (made.connection ?? '') : '');
    expect((await own.send('deployment', { ...(await own.envelope('OTHER')), ...deployment })).status).toBe(401);
    expect((await own.gate('OTHER', '4.2.0', 'production')).status).toBe(401);
    expect((await own.gate('SHOP', '4.2.0', 'production')).status).toBe(409);
    return '401, whether there is such a project or not';
  });
  attack('a webhook of GitHub or GitLab through a source of another kind', async () => {
    const { source, secret } = pipeline.connection;
    const body = '{"zen":"x"}';
    const github = await pipeline.post(`github?source=${source}`, body, { 'X-Hub-Signature-256': signature(secret, body) });
    const gitlab = await pipeline.post(`gitlab?source=${source}`, body, { 'X-Gitlab-Token': secret });
    expect([github.status, gitlab.status]).toEqual([401, 401]);
    return '401, 401';
  });
  attack('bodies that are too large, too deep, or full of members that every object has', async () => {
    const envelope = await pipeline.envelope();
    const bodies: [string, number][] = [
      [JSON.stringify({ ...envelope, ...deployment, version: 'x'.repeat(500 * 1024) }), 413],
      ['{"a":'.repeat(50_000), 400],
      [`${'['.repeat(100_000)}${']'.repeat(100_000)}`, 400],
      ['{"__proto__":{"schema":1},"constructor":{"prototype":{"project":"SHOP"}}}', 400],
      [JSON.stringify({ ...envelope, ...deployment, at: '9999-99-99' }), 400],
      [JSON.stringify({ ...envelope, ...deployment, sequence: 1e300 }), 400],
      [JSON.stringify({ ...envelope, ...deployment, url: 'javascript:alert(1)' }), 400],
      ['\u0000', 400],
    ];
    for (const [body, status] of bodies)
      expect([body.slice(0, 40), (await pipeline.send('deployment', body)).status]).toEqual([body.slice(0, 40), status]);
    return `${bodies.length} refused`;
  });
  attack('hostile text in every free field, on its way into a defect', async () => {
    const before = (await tablesOf(sandbox, projectId)).failures.length;
    const text = `${hostile.html} ${hostile.jql} {code}*bold*{code} [~admin] ann@example.com`;
    const failures = [{ name: text, class: text, message: text, trace: `${text}\n    at f (/x/y.ts:1:1)` }];
    const sent = await pipeline.send('test-results', {
      ...(await pipeline.envelope()),
      ...{
        kind: 'run',
        run: text.slice(0, 190),
        suite: hostile.html,
        environment: 'staging',
        branch: hostile.jql,
        failures,
        log: text,
      },
      tally: { tests: 1, passed: 0, failed: 1, errors: 0, skipped: 0 },
    });
    expect(sent.status).toBe(202);
    await sandbox.settle();
    const { failures: known } = await tablesOf(sandbox, projectId);
    expect(known).toHaveLength(before + 1);
    const key = known.find(({ because }) => because.includes('<img'))?.issue_key ?? '';
    const { body } = await sandbox.rest('qa', 'GET', `/rest/api/3/issue/${key}`);
    const marks = new Set([...JSON.stringify(body).matchAll(/"type":"(\w+)"/g)].map(([, type]) => type));
    for (const type of ['mention', 'inlineCard', 'link']) expect(marks.has(type)).toBe(false);
    expect(JSON.stringify(body)).not.toContain('ann@example.com');
    return 'text stays text; the address is masked';
  });
  attack('a gate that is asked with what is no token for it', async () => {
    const { secret, gateToken } = pipeline.connection;
    for (const token of ['', 'x', secret, gateToken.slice(0, -1), `${gateToken}x`, gateToken.replace('demo-pipeline', 'nobody')])
      expect((await pipeline.gate('SHOP', '4.1.3', 'production', token)).status).toBe(401);
    for (const version of ["4.1.3' OR '1'='1", '../4.1.3', '%', hostile.html])
      expect((await pipeline.gate('SHOP', version, 'production')).status).toBe(503);
    return 'never open';
  });
});

describe('Hostile names in the settings', () => {
  attack('a customer tier and a work type that would break out of JQL', async () => {
    const { settings, revision } = await sandbox.screen('admin', settingsPage, 'settings', settingsViewSchema, {});
    const tier = '" OR project != "SHOP';
    const document = {
      ...settings,
      tiers: [...settings.tiers, tier],
      defectTypes: [...settings.defectTypes, 'Bug" OR issuetype != "Bug', hostile.html.slice(0, 80)],
      gates: {
        ...settings.gates,
        rows: [...settings.gates.rows, { rule: 'open-defects', stage: 'production', severity: 'S4', tier, most: 0 }],
      },
    };
    await sandbox.invoke('admin', settingsPage, 'saveSettings', { settings: document, revision });
    await sandbox.settle();
    await sandbox.advance('2m');
    const view = await sandbox.screen('lead', page, 'readiness', readinessViewSchema, { projectId, versionId });
    const jql = view.stages.flatMap(({ conditions }) => conditions.flatMap((condition) => condition.jql ?? []));
    expect(jql.some((one) => one.includes('OR project'))).toBe(true);
    for (const one of jql) {
      const { status, body } = await sandbox.rest('rhea', 'POST', '/rest/api/3/search/jql', { jql: one, fields: ['key'] });
      // Jira reads each name as one value, and has no work type that is called so.
      expect([status, JSON.stringify(body)]).toEqual([
        400,
        expect.stringMatching(/^\{"errorMessages":\["The value '[^']*' does not exist/),
      ]);
    }
    const again = await sandbox.screen('admin', settingsPage, 'settings', settingsViewSchema, {});
    await sandbox.invoke('admin', settingsPage, 'saveSettings', { settings, revision: again.revision });
    await sandbox.settle();
    return `${jql.length} searches take each name for one value`;
  });
});

describe('An S1 that issue security hides', () => {
  attack('a viewer looks for it in lists, counts, drill-downs, exports and messages', async () => {
    const level = z
      .object({ levels: z.array(z.object({ id: z.string() })) })
      .parse((await sandbox.rest('admin', 'GET', '/rest/api/3/project/SHOP/securitylevel')).body).levels[0]?.id;
    const key = await sandbox.createDefect('SHOP', versionId, 'S1');
    const summary = 'Passwords of customers are shown to everyone';
    const edited = await sandbox.rest('admin', 'PUT', `/rest/api/3/issue/${key}`, {
      fields: { summary, security: { id: level } },
    });
    expect(edited.status).toBe(204);
    await sandbox.settle();
    const [found] = await sandbox.search(`key = ${key}`, 'lead');
    const seen: unknown[] = [];
    for (const [call, more] of [
      ['readiness', { versionId }],
      ['releases', {}],
      ['panel', { issueId: found?.id }],
      ['decisions', {}],
      ['decisions', { issueKey: key }],
      ['exportDecisions', { format: 'json' }],
      ['exportDecisions', { format: 'csv' }],
      ['dataQuality', {}],
      ['pipelines', {}],
      ['releaseDeployments', { versionId }],
      ['traceability', { versionId }],
      ['defectTrail', { issueId: found?.id }],
    ] as const) {
      seen.push(await sandbox.invoke('viewer', page, call, { projectId, ...more }));
    }
    seen.push(await sandbox.property('SHOP', versionId));
    const text = JSON.stringify(seen);
    expect(text).not.toContain(`"${key}"`);
    expect(text).not.toContain(key);
    expect(text).not.toContain(summary);
    const view = await sandbox.screen('viewer', page, 'readiness', readinessViewSchema, { projectId, versionId });
    const counted = view.stages[1]?.conditions.find(({ id }) => id === 'open-defects:S1:any');
    expect(counted?.hidden).toBeGreaterThan(0);
    const lead = await sandbox.screen('lead', page, 'readiness', readinessViewSchema, { projectId, versionId });
    expect(lead.defects.map((defect) => defect.key)).toContain(key);
    const all = (one: typeof view) => one.progress.toDo + one.progress.inProgress + one.progress.done;
    expect(all(view)).toBeLessThan(all(lead));
    return 'nowhere named; counted as hidden where it holds the gate';
  });
});
