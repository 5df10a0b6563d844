import type { Asked } from './ask-gate';
import { unknown } from './gate-answer';
import type { GateAnswer } from './gate-answer';
import { gateAnnotation, gateJson, gateText } from './gate-output';
import { waitForGate } from './gate-wait';
import type { World } from './world';

const held: GateAnswer = {
  ...{ exitCode: 1, state: 'held', mode: 'enforce', sentence: '4.2.0 may not enter production: 2 open S1 defects, 0 allowed.' },
  reasons: [{ rule: 'severity', value: 2, limit: 0 }],
  defects: {
    shown: [
      { key: 'SHOP-1', summary: 'Cart is lost', status: 'Open', priority: 'Highest', assignee: null },
      {
        key: 'SHOP-2',
        summary: 'x\n::error::y \u001b[31m##vso[task.setvariable variable=a]b',
        status: 'Open',
        priority: null,
        assignee: 'Ann',
      },
    ],
    more: 7,
  },
  ...{ jql: 'project = "SHOP"', at: '2026-11-02T09:00:00Z', until: '2026-11-02T09:15:00Z', build: null, head: { hash: 'ab12' } },
};

test('a held gate says why, which defects, and the head of the ledger', () => {
  expect(gateText(held)).toBe(`held: 4.2.0 may not enter production: 2 open S1 defects, 0 allowed.
  Rule severity: is 2, at most 0
Defects:
  SHOP-1  Open  Highest  nobody  Cart is lost
  SHOP-2  Open  -  Ann  x ::error::y  [31m# #vso[task.setvariable variable=a]b
  and 7 more
Defects: project = "SHOP"
Decided 2026-11-02T09:00:00Z, good until 2026-11-02T09:15:00Z.
Ledger head: ab12`);
});

test('as JSON it is one line that gives back every character, in which no build server finds an order', () => {
  const line = gateJson(held);
  expect(line).not.toMatch(/\n|##/);
  expect(JSON.parse(line)).toMatchObject({ state: 'held', exitCode: 1, head: { hash: 'ab12' }, moreDefects: 7 });
  expect(JSON.stringify(JSON.parse(line))).toContain('##vso[task');
});

test.each([
  [held, '::error title=Holdpoint%3A 4.2%2C 0::4.2.0 may not enter production: 2 open S1 defects, 0 allowed.%0ASHOP-1, SHOP-2'],
  [
    { ...held, exitCode: 0 as const, defects: null, sentence: '100% \r\n::sure' },
    '::warning title=Holdpoint%3A 4.2%2C 0::100%25  ::sure',
  ],
  [
    { ...held, exitCode: 0 as const, state: 'open' as const, defects: null, sentence: 'ok' },
    '::notice title=Holdpoint%3A 4.2%2C 0::ok',
  ],
])('an annotation for GitHub is escaped (%#)', (answer, line) => {
  expect(gateAnnotation(answer, 'Holdpoint: 4.2, 0')).toBe(line);
});

/** A clock that moves by what is waited. */
function aWorld() {
  let now = 0;
  const waits: number[] = [];
  const world: World = {
    ...{ now: () => new Date(now), random: () => 0, nonce: () => '' },
    wait: async (milliseconds) => {
      waits.push(milliseconds);
      now += milliseconds;
    },
  };
  return { world, waits };
}
const asked = (answer: GateAnswer, lasting = false): Asked => ({ answer, projectId: null, lasting });
const open: GateAnswer = { ...held, exitCode: 0, state: 'open', sentence: 'It may.' };

test('waiting asks ever more rarely, tells changes only, and ends when the gate opens', async () => {
  const { world, waits } = aWorld();
  const answers = [held, held, unknown('away'), held, held, held, open, held];
  const told: string[] = [];
  const tell = async ({ answer }: Asked) => void told.push(answer.state);
  const stop = new AbortController().signal;
  const last = await waitForGate(async () => asked(answers.shift() ?? held), tell, { limit: 3_600_000, stop }, world);
  expect(last.answer.state).toBe('open');
  expect(told).toEqual(['held', 'unknown', 'held', 'open']);
  expect(waits).toEqual([15_000, 21_000, 29_400, 41_160, 57_624, 60_000]);
});

test.each([
  ['the time is over', held, false, 20_000, [15_000, 5_000]],
  ['asking cannot help', unknown('no such account'), true, 60_000, []],
  ['nobody wants to wait', held, false, 0, []],
])('waiting ends when %s, with the last answer', async (_, answer, lasting, limit, expected) => {
  const { world, waits } = aWorld();
  const stop = new AbortController().signal;
  const last = await waitForGate(
    async () => asked(answer, lasting),
    async () => undefined,
    { limit, stop },
    world,
  );
  expect([last.answer, waits]).toEqual([answer, expected]);
});

test('who stops waiting gets the last answer', async () => {
  const { world } = aWorld();
  const stop = new AbortController();
  const interrupted: World = { ...world, wait: async () => stop.abort() };
  const last = await waitForGate(
    async () => asked(held),
    async () => undefined,
    { limit: 60_000, stop: stop.signal },
    interrupted,
  );
  expect(last.answer.exitCode).toBe(1);
});
