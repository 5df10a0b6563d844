import { existsSync } from 'node:fs';
import { z } from 'zod';
import { settingsViewSchema } from '../src/contracts/settings';
import { triageOfViewSchema } from '../src/contracts/triage-panel';
import { decisionLatencyViewSchema, triageQueueViewSchema } from '../src/contracts/triage-queue';
import { decideTriageViewSchema, sessionActViewSchema, sessionViewSchema } from '../src/contracts/triage-session';
import type { TriageChoice } from '../src/contracts/triage-row';
import type { TriageSession } from '../src/contracts/triage-session';
import { exportPath } from './shared-material';
import { RunningSandbox } from './running-sandbox';
import type { Person } from './running-sandbox';

/** Triage from the queue to the comments: people who vote at once, decisions that lapse, clocks that run out, functions that die. */
jest.setTimeout(300_000);

let sandbox: RunningSandbox;
let projectId: string;
let versionId: string;
const page = { moduleKey: 'holdpoint-project', projectKey: 'SHOP' };
const settingsPage = { moduleKey: 'holdpoint-settings' };

beforeAll(async () => {
  sandbox = await RunningSandbox.start('60', false);
  // The limit of query time counts what this machine takes, busy or not; tests/burst keeps to it.
  await sandbox.control('switches', { sqlRates: false });
  projectId = z.object({ id: z.string() }).parse((await sandbox.rest('admin', 'GET', '/rest/api/3/project/SHOP')).body).id;
  versionId = await sandbox.versionId('SHOP', '4.2.0');
});
afterEach(() => sandbox.control('faults', {}));
afterAll(async () => expect(await sandbox.stop()).toEqual([]));

const queue = (who: Person = 'rhea') => sandbox.screen(who, page, 'triageQueue', triageQueueViewSchema, { projectId });
const of = (issueId: string, who: Person = 'rhea') => sandbox.screen(who, page, 'triageOf', triageOfViewSchema, { issueId });

async function open(title: string, defectIds: string[] | null = null): Promise<TriageSession> {
  const request = { projectId, title, role: 'qa', defectIds };
  return (await sandbox.screen('rhea', page, 'openSession', sessionActViewSchema, request)).session;
}
const act = (who: Person, call: 'joinSession' | 'vote' | 'reveal' | 'skip' | 'back' | 'closeSession', payload: object) =>
  sandbox.screen(who, page, call, sessionActViewSchema, payload);
function decide(defectId: string, choice: TriageChoice, more: object = {}, who: Person = 'rhea') {
  return sandbox.screen(who, page, 'decideTriage', decideTriageViewSchema, { defectId, choice, ...more });
}

const commentSchema = z.object({ comments: z.array(z.object({ body: z.unknown() })) });
/** Comments of triage on an issue. */
async function minutes(key: string): Promise<string[]> {
  const { body } = await sandbox.rest('rhea', 'GET', `/rest/api/3/issue/${key}/comment`);
  return commentSchema
    .parse(body)
    .comments.map((comment) => JSON.stringify(comment.body))
    .filter((text) => text.includes('Triage'));
}
const ledgerSchema = z.object({
  value: z.object({ view: z.object({ decisions: z.array(z.looseObject({ title: z.string(), sentence: z.string() })) }) }),
});
const kindOf: Readonly<Record<string, string>> = {
  'Decided in triage': 'triage-decided',
  'Triage session closed': 'triage-session-closed',
  'Decision lapsed': 'triage-lapsed',
  'Decision overdue': 'triage-overdue',
  'Decision escalated': 'triage-escalated',
  'Recommendation accepted': 'triage-defaulted',
};
async function ledger(title: string, issueKey: string | null = null): Promise<string[]> {
  const asked = { projectId, ledger: 'project', kind: kindOf[title] ?? '', issueKey };
  const answer = ledgerSchema.parse(await sandbox.invoke('rhea', page, 'decisions', asked));
  return answer.value.view.decisions.filter((entry) => entry.title === title).map(({ sentence }) => sentence);
}
async function changeTriage(change: object): Promise<void> {
  const { settings, revision } = await sandbox.screen('admin', settingsPage, 'settings', settingsViewSchema, {});
  const wanted = { ...settings, triage: { ...settings.triage, ...change } };
  expect(JSON.stringify(await sandbox.invoke('admin', settingsPage, 'saveSettings', { settings: wanted, revision }))).toContain(
    '"saved"',
  );
  await sandbox.settle();
}
async function idOf(key: string): Promise<string> {
  return z.object({ id: z.string() }).parse((await sandbox.rest('admin', 'GET', `/rest/api/3/issue/${key}`)).body).id;
}

/** Defects that nobody has decided on yet, as the queue shows them. */
async function fresh(count: number) {
  const keys: string[] = [];
  for (let n = 0; n < count; n += 1) keys.push(await sandbox.createDefect('SHOP', versionId, 'S2'));
  await sandbox.settle();
  await sandbox.advance('1m');
  return (await queue()).rows.filter(({ key }) => keys.includes(key));
}

test('the queue stands in one order, whoever asks', async () => {
  const [first, second] = [await queue('rhea'), await queue('dev')];
  expect(first.rows.length).toBeGreaterThan(10);
  expect(second.rows.map(({ key }) => key)).toEqual(first.rows.map(({ key }) => key));
  const scores = first.rows.map(({ score }) => score ?? 101);
  expect([...scores].sort((a, b) => b - a)).toEqual(scores);
});

test('two people rate at the same time, two hundred times, and none of it is lost; until it is shown nobody sees the other', async () => {
  const ids = (await queue()).rows.slice(0, 10).map(({ defectId }) => defectId);
  const { id: sessionId } = await open('At once', ids);
  await act('dev', 'joinSession', { sessionId, role: 'development' });
  // A third one who does not rate keeps the ratings from being shown.
  await act('ops', 'joinSession', { sessionId, role: 'operations' });
  for (let n = 0; n < 200; n += 1) {
    const defectId = ids[n % ids.length] ?? '';
    const mine = { risk: 1 + (n % 5), impact: 1 + ((n >> 1) % 5) };
    const theirs = { risk: 1 + ((n + 2) % 5), impact: 1 + ((n + 1) % 5) };
    const [one, other] = await Promise.all([
      act('rhea', 'vote', { sessionId, defectId, ...mine }),
      act('dev', 'vote', { sessionId, defectId, ...theirs }),
    ]);
    for (const [said, { session, refused }] of [
      [mine, one],
      [theirs, other],
    ] as const) {
      expect(refused).toBeNull();
      const item = session.items.find(({ row }) => row.defectId === defectId);
      expect(item?.mine).toEqual(said);
      expect(item?.revealed).toBeNull();
    }
    if (n % 50 === 7) await act('ops', 'joinSession', { sessionId, role: 'operations' });
  }
  const raw = JSON.stringify(await sandbox.invoke('ops', page, 'sessionView', { sessionId, known: null }));
  expect(raw).toContain('"votes":2');
  expect(raw).not.toMatch(/"(risk|impact)":\s*[1-5]/);
  for (const defectId of ids) {
    const { session } = await act('ops', 'reveal', { sessionId, defectId });
    const shown = session.items.find(({ row }) => row.defectId === defectId);
    expect(shown?.revealed?.ratings.map(({ role }) => role).sort()).toEqual(['development', 'qa']);
  }
  const late = await act('ops', 'vote', { sessionId, defectId: ids[0], risk: 1, impact: 1 });
  expect(late.refused).toContain('came too late');
  await act('rhea', 'closeSession', { sessionId });
});

test('the ratings are shown once all who are there have rated, and what people disagree on comes first', async () => {
  const ids = (await queue()).rows.slice(0, 3).map(({ defectId }) => defectId);
  const opened = await open('All', ids);
  const { id: sessionId, currentId } = opened;
  await act('dev', 'joinSession', { sessionId, role: 'development' });
  const before = opened.revision;
  await act('rhea', 'vote', { sessionId, defectId: currentId, risk: 1, impact: 3 });
  const { session } = await act('dev', 'vote', { sessionId, defectId: currentId, risk: 4, impact: 3 });
  const item = session.items.find(({ row }) => row.defectId === currentId);
  expect(item?.state).toBe('revealed');
  expect(item?.revealed).toMatchObject({ risk: 2.5, impact: 3, disagreement: { risk: true, impact: false } });
  const view = await sandbox.screen('rhea', page, 'sessionView', sessionViewSchema, { sessionId, known: before });
  expect(view.kind).toBe('session');
  expect(await sandbox.screen('rhea', page, 'sessionView', sessionViewSchema, { sessionId, known: view.revision })).toEqual({
    kind: 'same',
    revision: view.revision,
  });
  const skipped = await act('rhea', 'skip', { sessionId, defectId: currentId });
  expect(skipped.session.currentId).not.toBe(currentId);
  expect((await queue()).rows[0]).toMatchObject({ defectId: currentId, disagreement: true });
  const rejoined = await act('dev', 'joinSession', { sessionId, role: 'operations' });
  expect(rejoined.session.items.find(({ row }) => row.defectId === currentId)?.mine).toEqual({ risk: 4, impact: 3 });
  await act('rhea', 'closeSession', { sessionId });
  const late = await act('dev', 'vote', { sessionId, defectId: ids[1], risk: 1, impact: 1 });
  expect(late.refused).toContain('closed');
});

test('thirty defects are decided, their comments come once although functions die, and the session is one entry', async () => {
  const rows = (await queue()).rows.slice(0, 30);
  const { id: sessionId } = await open(
    'Thirty',
    rows.map(({ defectId }) => defectId),
  );
  const entries = (await ledger('Decided in triage')).length;
  for (const [n, { defectId }] of rows.entries()) {
    if (n % 10 === 0) await act('rhea', 'vote', { sessionId, defectId, risk: 4, impact: 2 });
    const choices: TriageChoice[] = [
      { kind: 'fix-now', versionId, note: 'Before the sale.' },
      { kind: 'not-a-defect', note: 'Works as designed.' },
      { kind: 'defer' },
    ];
    const choice = choices[n % choices.length] ?? { kind: 'defer' };
    const decided = await decide(defectId, choice, { sessionId });
    expect(decided).toMatchObject({ kind: 'decided', decision: { kind: choice.kind, state: 'stands' } });
  }
  const left = await sandbox.screen('rhea', page, 'sessionView', sessionViewSchema, { sessionId, known: null });
  expect(left).toMatchObject({ decided: rows.length, left: 0, currentId: null });
  // The sessions before this one left their own.
  const ofThirty = async (key: string) => (await minutes(key)).filter((told) => told.includes('Triage, Thirty'));
  expect(await ofThirty(rows[0]?.key ?? '')).toEqual([]);
  await sandbox.control('faults', { seed: 5, kill: 0.3, http: { 500: 0.1 } });
  const closing = await sandbox.invoke('rhea', page, 'closeSession', { sessionId });
  expect(JSON.stringify(closing).length).toBeGreaterThan(0);
  for (let n = 0; n < 6; n += 1) await sandbox.advance('5m');
  await sandbox.control('faults', {});
  await sandbox.invoke('rhea', page, 'closeSession', { sessionId });
  for (let n = 0; n < 4; n += 1) await sandbox.advance('5m');
  for (const [n, { key }] of rows.entries()) {
    const told = await ofThirty(key);
    expect([key, told.length]).toEqual([key, 1]);
    if (n === 0) expect(told[0]).toMatch(/Triage, Thirty: Fix now, in 4\.2\.0\..*Before the sale.*Deployment risk: 4 of 5/);
    if (n === 1) expect(told[0]).toContain('Recommended: close it');
  }
  const fix = z.object({ fields: z.object({ fixVersions: z.array(z.object({ id: z.string() })) }) });
  const first = fix.parse((await sandbox.rest('rhea', 'GET', `/rest/api/3/issue/${rows[0]?.key ?? ''}`)).body);
  expect(first.fields.fixVersions.map(({ id }) => id)).toContain(versionId);
  expect((await ledger('Decided in triage')).length - entries).toBe(rows.length);
  expect((await ledger('Triage session closed')).filter((sentence) => sentence.includes('30 decided, 0 left'))).toHaveLength(1);
});

test('a decision lapses once when its severity changes, and when its release is released without it', async () => {
  const [one, two] = await fresh(2);
  if (one === undefined || two === undefined) throw new Error('The queue is too short.');
  await decide(one.defectId, { kind: 'not-a-defect' });
  const { body } = await sandbox.rest('admin', 'POST', '/rest/api/3/version', { name: '9.9.9', projectId: Number(projectId) });
  const other = z.object({ id: z.string() }).parse(body).id;
  await sandbox.settle();
  await sandbox.advance('6m');
  expect(await decide(two.defectId, { kind: 'fix-now', versionId: other })).toMatchObject({ kind: 'decided' });
  await sandbox.settle();
  expect((await queue()).rows.map(({ defectId }) => defectId)).not.toContain(one.defectId);
  const lapsed = (await ledger('Decision lapsed')).length;
  const fields = z
    .array(z.looseObject({ id: z.string(), name: z.string() }))
    .parse((await sandbox.rest('admin', 'GET', '/rest/api/3/field')).body);
  const severity = fields.find(({ name }) => name === 'Defect severity')?.id ?? '';
  const set = { fields: { [severity]: one.severity === 'S1' ? 'S2' : 'S1' } };
  expect((await sandbox.rest('dev', 'PUT', `/rest/api/3/issue/${one.key}`, set)).status).toBe(204);
  await sandbox.settle();
  await sandbox.advance('6m');
  expect((await of(one.defectId)).row.decision).toMatchObject({ state: 'lapsed' });
  expect((await of(one.defectId)).row.decision?.because).toContain('Its severity changed from');
  expect((await queue()).rows.map(({ defectId }) => defectId)).toContain(one.defectId);
  expect((await sandbox.rest('admin', 'PUT', `/rest/api/3/version/${other}`, { released: true })).status).toBe(200);
  await sandbox.settle();
  await sandbox.advance('6m');
  expect((await of(two.defectId)).row.decision?.because).toContain('released without it');
  await sandbox.advance('11m');
  expect((await ledger('Decision lapsed')).length - lapsed).toBe(2);
});

test('a question goes to its person, comes back with the answer, and without one at its expiry', async () => {
  const [one, two] = await fresh(2);
  if (one === undefined || two === undefined) throw new Error('The queue is too short.');
  const question: TriageChoice = { kind: 'need-information', question: 'Since which build?', person: 'sandbox:dev', days: 1 };
  for (const row of [one, two]) expect(await decide(row.defectId, question)).toMatchObject({ kind: 'decided' });
  const outsider = await decide(
    one.defectId,
    { ...question, person: 'sandbox:outsider' },
    { replaces: (await of(one.defectId)).row.decision?.id },
  );
  expect(outsider).toMatchObject({ kind: 'refused', because: 'This person may not see the issue in Jira, so nobody is asked.' });
  await sandbox.settle();
  expect((await minutes(one.key))[0]).toContain('sandbox:dev');
  const seen = await of(one.defectId, 'dev');
  expect(seen.row.question).toMatchObject({ mine: true, state: 'open', text: 'Since which build?' });
  const questionId = seen.row.question?.id;
  const wrong = await sandbox.invoke('rhea', page, 'answerQuestion', { issueId: one.defectId, questionId, answer: 'b1' });
  expect(JSON.stringify(wrong)).toContain('Somebody else was asked');
  const answered = await sandbox.screen('dev', page, 'answerQuestion', triageOfViewSchema, {
    issueId: one.defectId,
    questionId,
    answer: 'b1',
  });
  expect(answered.row.question).toMatchObject({ state: 'answered', answer: 'b1' });
  expect(answered.row.decision).toMatchObject({ state: 'lapsed', because: 'The question was answered.' });
  // Nothing of the app runs for a day: what is over by then is found all the same.
  await sandbox.control('faults', { functions: 'fail' });
  await sandbox.advance('24h');
  await sandbox.control('faults', {});
  await sandbox.advance('11m');
  expect((await of(two.defectId)).row).toMatchObject({
    question: { state: 'expired' },
    decision: { state: 'lapsed', because: 'The question was not answered in time.' },
  });
});

const authored = z.object({ comments: z.array(z.object({ author: z.object({ accountId: z.string() }), body: z.unknown() })) });
/** Who wrote comments that say this. */
async function writersOf(key: string, words: string): Promise<string[]> {
  const { comments } = authored.parse((await sandbox.rest('admin', 'GET', `/rest/api/3/issue/${key}/comment`)).body);
  return comments.filter(({ body }) => JSON.stringify(body).includes(words)).map(({ author }) => author.accountId);
}

test('an answer is a comment of the person who gives it, beneath the question', async () => {
  const [row] = await fresh(1);
  if (row === undefined) throw new Error('The queue is too short.');
  const issueId = row.defectId;
  await decide(issueId, { kind: 'need-information', question: 'On which phones?', person: 'sandbox:dev', days: 1 });
  const questionId = (await of(issueId, 'dev')).row.question?.id;
  const answer = { issueId, questionId, answer: 'On those of one maker alone.' };
  expect((await sandbox.screen('dev', page, 'answerQuestion', triageOfViewSchema, answer)).row.question?.state).toBe('answered');
  expect(await writersOf(row.key, answer.answer)).toEqual(['sandbox:dev']);
  const again = await sandbox.invoke('dev', page, 'answerQuestion', answer);
  expect(JSON.stringify(again)).toContain('It was answered already');
  await sandbox.settle();
  for (let n = 0; n < 3; n += 1) await sandbox.advance('5m');
  expect(await writersOf(row.key, answer.answer)).toEqual(['sandbox:dev']);
  // The question itself and its answer: nobody has to read it anywhere else.
  expect(await writersOf(row.key, 'On which phones?')).toHaveLength(2);
});

test('an answer is one comment, whatever dies while it is given', async () => {
  const rows = await fresh(8);
  const answers = new Map<string, { issueId: string; questionId: string | undefined; answer: string }>();
  for (const [n, { key, defectId: issueId }] of rows.entries()) {
    await decide(issueId, { kind: 'need-information', question: 'Since when?', person: 'sandbox:dev', days: 3 });
    const questionId = (await of(issueId, 'dev')).row.question?.id;
    answers.set(key, { issueId, questionId, answer: `Since build ${n} hundred.` });
  }
  await sandbox.settle();
  const giveAll = async () => {
    for (const answer of answers.values()) {
      const { question } = (await of(answer.issueId, 'dev')).row;
      if (question?.state === 'open') await sandbox.invoke('dev', page, 'answerQuestion', answer);
    }
  };
  await sandbox.control('faults', { seed: 11, http: { 500: 0.3 } });
  for (const answer of answers.values()) await sandbox.invoke('dev', page, 'answerQuestion', answer);
  await sandbox.control('faults', { seed: 7, kill: 0.4 });
  for (const answer of answers.values()) await sandbox.invoke('dev', page, 'answerQuestion', answer);
  for (let n = 0; n < 3; n += 1) await sandbox.advance('5m');
  await sandbox.control('faults', {});
  await giveAll();
  for (let n = 0; n < 3; n += 1) await sandbox.advance('5m');
  for (const [key, { answer }] of answers) expect([key, (await writersOf(key, answer)).length]).toEqual([key, 1]);
});

test('what a session rated and left open says so on its issue, and a later decision does not belong to the session', async () => {
  const [rated, passed] = await fresh(2);
  if (rated === undefined || passed === undefined) throw new Error('The queue is too short.');
  const { id: sessionId } = await open('Undecided', [rated.defectId, passed.defectId]);
  await act('rhea', 'vote', { sessionId, defectId: rated.defectId, risk: 4, impact: 2 });
  await act('rhea', 'skip', { sessionId, defectId: rated.defectId });
  await act('rhea', 'skip', { sessionId, defectId: passed.defectId });
  await act('rhea', 'closeSession', { sessionId });
  await sandbox.settle();
  for (let n = 0; n < 2; n += 1) await sandbox.advance('5m');
  const told = await minutes(rated.key);
  expect(told).toHaveLength(1);
  expect(told[0]).toMatch(/Triage, Undecided: Left open\..*Deployment risk: 4 of 5/);
  expect(await minutes(passed.key)).toEqual([]);
  expect(await ledger('Triage session closed', rated.key)).toEqual([expect.stringContaining('0 decided, 2 left')]);
  expect(await decide(rated.defectId, { kind: 'not-a-defect' })).toMatchObject({ kind: 'decided' });
  const view = await sandbox.screen('rhea', page, 'sessionView', sessionViewSchema, { sessionId, known: null });
  if (view.kind !== 'session') throw new Error('The session was not answered.');
  expect(view).toMatchObject({ decided: 0, left: 2 });
  const item = view.items.find(({ row }) => row.defectId === rated.defectId);
  expect(item).toMatchObject({ state: 'revealed', row: { decision: null }, revealed: { risk: 4, impact: 2 } });
});

test('clocks warn, escalate and accept the recommendation, each once', async () => {
  const hotfix = { S1: 30, S2: 60, S3: 240, S4: 480 };
  const { settings } = await sandbox.screen('admin', settingsPage, 'settings', settingsViewSchema, {});
  await changeTriage({
    cycles: { [versionId]: 'hotfix' },
    windows: { ...settings.triage.windows, hotfix },
    atExpiry: 'escalate-then-accept',
    acceptAfter: 30,
  });
  const key = await sandbox.createDefect('SHOP', versionId, 'S1');
  await sandbox.settle();
  await sandbox.advance('1m');
  const id = await idOf(key);
  expect((await of(id)).row.clock).toMatchObject({ state: 'running', cycle: 'hotfix', windowMinutes: 30 });
  await sandbox.advance('24m');
  expect((await of(id)).row.clock.state).toBe('warned');
  await sandbox.advance('11m');
  expect((await of(id)).row.clock.state).toBe('escalated');
  await sandbox.advance('40m');
  const { row } = await of(id);
  expect(row.clock.state).toBe('stopped');
  expect(row.decision).toMatchObject({ kind: 'fix-now', byDefault: true, versionId });
  for (const title of ['Decision overdue', 'Decision escalated', 'Recommendation accepted'])
    expect([title, (await ledger(title, key)).length]).toEqual([title, 1]);
  expect(await minutes(key)).toHaveLength(1);
});

test('how long decisions took is counted by week, what waits apart', async () => {
  const view = await sandbox.screen('rhea', page, 'decisionLatency', decisionLatencyViewSchema, { projectId, weeks: 4 });
  expect(view.weeks).toHaveLength(4);
  expect(view.all.reduce((sum, { decided }) => sum + decided, 0)).toBeGreaterThan(0);
  const hotfix = view.all.find(({ cycle }) => cycle === 'hotfix');
  expect(hotfix?.decided).toBeGreaterThan(0);
  expect(hotfix?.open).toBe(view.waiting.filter(({ cycle }) => cycle === 'hotfix').length);
});

test('of two who decide at once one does, and who may only look decides nothing', async () => {
  const [row, last] = await fresh(2);
  if (row === undefined) throw new Error('The queue is empty.');
  const both = await Promise.all([
    decide(row.defectId, { kind: 'not-a-defect' }, {}, 'rhea'),
    decide(row.defectId, { kind: 'defer' }, {}, 'dev'),
  ]);
  expect(both.map(({ kind }) => kind).sort()).toEqual(['decided', 'refused']);
  expect(await decide(last?.defectId ?? '', { kind: 'defer' }, {}, 'viewer')).toMatchObject({
    kind: 'refused',
    because: 'Jira does not let you edit this issue, so you cannot decide on it either.',
  });
});

test('who may not browse the project gets nothing', async () => {
  await fresh(1);
  const { id: sessionId, currentId } = await open('Closed doors');
  const calls = {
    ...{ triageQueue: { projectId }, openSession: { projectId, title: 'x', role: 'qa' }, decisionLatency: { projectId } },
    ...{ joinSession: { sessionId, role: 'qa' }, sessionView: { sessionId }, closeSession: { sessionId } },
    vote: { sessionId, defectId: currentId, risk: 1, impact: 1 },
    ...{ reveal: { sessionId, defectId: currentId }, skip: { sessionId, defectId: currentId }, back: { sessionId } },
    decideTriage: { defectId: currentId, choice: { kind: 'defer' } },
    triageOf: { issueId: currentId },
    answerQuestion: { issueId: currentId, questionId: 'x', answer: 'x' },
  };
  for (const [call, payload] of Object.entries(calls)) {
    for (const place of [page, settingsPage, { moduleKey: 'holdpoint-panel' }]) {
      const answer = JSON.stringify(await sandbox.invoke('outsider', place, call, payload));
      const refused = answer.includes('"ok":false') || answer.includes('"kind":"refused"');
      expect([call, place.moduleKey, refused]).toEqual([call, place.moduleKey, true]);
      expect(answer).not.toContain('SHOP-');
    }
  }
});

test('a defect with a security level is not shown to who is not in it, although the others look at it', async () => {
  const level = z
    .object({ levels: z.array(z.object({ id: z.string() })) })
    .parse((await sandbox.rest('admin', 'GET', '/rest/api/3/project/SHOP/securitylevel')).body).levels[0]?.id;
  const key = await sandbox.createDefect('SHOP', versionId, 'S1');
  await sandbox.rest('admin', 'PUT', `/rest/api/3/issue/${key}`, { fields: { security: { id: level } } });
  await sandbox.settle();
  await sandbox.advance('6m');
  const id = await idOf(key);
  const { id: sessionId } = await open('Levels', [id]);
  const { session } = await act('viewer', 'joinSession', { sessionId, role: 'operations' });
  expect(session).toMatchObject({ currentId: null, elsewhere: true, items: [] });
  expect(JSON.stringify(session)).not.toContain(id);
  const refused = await sandbox.invoke('viewer', page, 'vote', { sessionId, defectId: id, risk: 1, impact: 1 });
  expect(JSON.stringify(refused)).toContain('"refused"');
});

const projects = z.object({ values: z.array(z.object({ id: z.string(), key: z.string() })) });

async function elsewhere(what: string) {
  const other = await RunningSandbox.start(what, false);
  const all = projects.parse((await other.rest('admin', 'GET', '/rest/api/3/project/search')).body).values;
  const there = all.map(({ id, key }) => ({ id, place: { moduleKey: 'holdpoint-project', projectKey: key } }));
  return { other, there };
}

test('a project with nothing in it has an empty queue and opens no session', async () => {
  const { other, there } = await elsewhere('empty');
  for (const { id, place } of there) {
    const view = await other.screen('admin', place, 'triageQueue', triageQueueViewSchema, { projectId: id });
    expect(view.rows).toEqual([]);
    const refused = await other.invoke('admin', place, 'openSession', { projectId: id, title: 'None', role: 'qa' });
    expect(JSON.stringify(refused)).toContain('Nothing to decide');
    const latency = await other.screen('admin', place, 'decisionLatency', decisionLatencyViewSchema, { projectId: id });
    expect([latency.all, latency.waiting]).toEqual([[], []]);
  }
  expect(await other.stop()).toEqual([]);
});

const onExport = existsSync(exportPath) ? test : test.skip;
if (!existsSync(exportPath)) console.warn('No export beside the project: its test is skipped.');

onExport('an imported export is decided on as any other project', async () => {
  const { other, there } = await elsewhere(`import:${exportPath}`);
  for (const { id, place } of there) {
    const { rows } = await other.screen('admin', place, 'triageQueue', triageQueueViewSchema, { projectId: id });
    const defectId = rows[0]?.defectId;
    const request = { projectId: id, title: 'First', role: 'development' };
    if (defectId === undefined) {
      expect(JSON.stringify(await other.invoke('admin', place, 'openSession', request))).toContain('Nothing to decide');
      continue;
    }
    const { session } = await other.screen('admin', place, 'openSession', sessionActViewSchema, request);
    expect(session.items.map(({ row }) => row.key)).toEqual(rows.map(({ key }) => key));
    const choice = { kind: 'not-a-defect' };
    const decided = await other.screen('admin', place, 'decideTriage', decideTriageViewSchema, {
      defectId,
      sessionId: session.id,
      choice,
    });
    expect(decided.kind).toBe('decided');
  }
  expect(await other.stop()).toEqual([]);
});
