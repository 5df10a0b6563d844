import { z } from 'zod';
import { bridgeCalls } from '../src/contracts/bridge';
import { decisionsViewSchema, exportViewSchema } from '../src/contracts/decisions';
import { verdictPropertyKey } from '../src/contracts/published-verdict';
import { readinessViewSchema } from '../src/contracts/readiness';
import { settingsViewSchema } from '../src/contracts/settings';
import { RunningSandbox, type Person } from './running-sandbox';

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
  const parameterless = new Set(['settings', 'health', 'stageChoices']);
  for (const [name, payload] of payloads) {
    attack(`${name}, sent to every call`, async () => {
      const kinds = new Set<string>();
      for (const call of Object.keys(bridgeCalls)) {
        if (parameterless.has(call)) continue;
        const kind = await kindOf('admin', page, call, payload);
        // Previewing and saving answer with the problems of the document; nothing is saved.
        if (!['previewSettings', 'saveSettings'].includes(call)) expect([call, kind]).not.toEqual([call, 'ok']);
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
  const forAdmins = ['settings', 'previewSettings', 'saveSettings', 'health', 'readProject', 'pauseReading', 'readers'];
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
        expect([call, await kindOf(who, page, call, { projectId, paused: true, settings: {}, revision: 0 })]).toEqual([
          call,
          'refused',
        ]);
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
