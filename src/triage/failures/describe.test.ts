import fc from 'fast-check';
import { brokenRunComment, closingComment, describeBrokenRun, reopenComment } from './comments';
import type { BrokenRun } from './decision';
import { describeFailure, howOften, summaryOf } from './describe';
import { adfOf, type DocumentBlock } from './document';
import { aGroup, aPolicy, aRun } from './failures.fixture';

const created = { flaky: false, why: 'Failed in 3 of the last 5 runs of regression in staging.' };
const told = (blocks: readonly DocumentBlock[]) =>
  blocks.flatMap((block) =>
    block.kind === 'bullets'
      ? block.items.map(({ label, text }) => `* ${label === null ? '' : `${label}: `}${text}`)
      : block.text.split('\n'),
  );

test.each<[string, Parameters<typeof aGroup>[0], boolean, string]>([
  ['kind and message', {}, false, 'TimeoutError: no answer from <host> within <n> ms'],
  ['one that comes and goes', {}, true, 'Flaky: TimeoutError: no answer from <host> within <n> ms'],
  ['a message that names its kind', { title: 'TimeoutError: late' }, false, 'TimeoutError: late'],
  ['no kind', { kind: '' }, false, 'no answer from <host> within <n> ms'],
  ['several lines', { title: 'expected\n  1\r\nto be 2' }, false, 'TimeoutError: expected 1 to be 2'],
  ['no message', { title: '' }, false, 'TimeoutError in CartClient.add'],
  [
    'nothing but a test',
    { kind: '', title: '', topFrame: null },
    false,
    'Failure without a message in CartTest: adds to the cart',
  ],
])('a summary of %s', (_, group, flaky, summary) => {
  expect(summaryOf(aGroup(group), flaky)).toBe(summary);
});

test('a description says where, how often, which tests, and what failed', () => {
  const { summary, description, severity } = describeFailure(aGroup(), aRun({ segment: 'canary' }), aPolicy(), created);
  expect([summary, severity]).toEqual(['TimeoutError: no answer from <host> within <n> ms', 'S3']);
  expect(told(description)).toEqual([
    'Failed in 3 of the last 5 runs of regression in staging.',
    '* Environment: staging',
    '* Segment: canary',
    '* Suite: regression',
    '* Run: r0',
    '* Version: 4.2.0',
    '* Build: 812',
    '* Commit: a1b2c3d',
    '* Branch: main',
    '* Time: 2026-11-02 09:00 UTC',
    '* Seen: once in one test',
    '* Fingerprint: f1:aa',
    'Tests',
    '* CartTest: adds to the cart',
    'Failure',
    'TimeoutError: no answer from cart.example.com within 3000 ms',
    '  at CartClient.add (cart.ts:12)',
    '  at test (cart.test.ts:4)',
    'Closing is proposed once 5 runs of this suite and environment no longer show it. Should it come back after that, this defect is opened again.',
  ]);
});

test('twenty tests are named, and how many more there are', () => {
  const tests = Array.from({ length: 500 }, (_, n) => ({ name: `test ${n}`, class: '' }));
  const group = aGroup({ tests, count: 500, flaky: 20 });
  const said = told(describeFailure(group, aRun(), aPolicy(), created).description);
  expect(said.filter((line) => line.startsWith('* test '))).toHaveLength(20);
  expect(said).toContain('* and 480 more');
  expect(said).toContain('* Seen: 500 times in 500 tests; passed when tried again: 20 of 500');
});

test.each([
  [1, 1, 'once in one test; passed when tried again: always'],
  [3, 0, '3 times in one test'],
])('how often: %s, of these flaky %s', (count, flaky, said) => {
  expect(howOften(aGroup({ count, flaky }))).toBe(said);
});

test('a message that the trace does not begin with stands before it, and the log follows', () => {
  const group = aGroup({ message: 'boom', trace: 'at x' });
  const said = told(describeFailure(group, aRun({ log: 'start\nboom\nend' }), aPolicy(), created).description);
  expect(said.join('\n')).toContain('Failure\nboom\n\nat x\nLog\nstart\nboom\nend\n');
});

test('the run is a link where the pipeline shows it', () => {
  const adf = JSON.stringify(adfOf(describeFailure(aGroup(), aRun(), aPolicy(), created).description));
  expect(adf).toContain('"href":"https://ci.example.com/runs/42"');
});

const broken: BrokenRun = {
  ...{ kind: 'broken-run', suite: 'regression', environment: 'staging', what: 'create', issue: null, severity: 'S3' },
  ...{ fingerprints: Array.from({ length: 31 }, (_, n) => `f1:${n}`), why: '31 new failures in one run.' },
};

test('a broken run lists what failed, the most frequent first', () => {
  const failures = broken.fingerprints.map((fingerprint, n) =>
    aGroup({ fingerprint, kind: `Error${n}`, title: 'x', count: n + 1 }),
  );
  const run = aRun({ failures: [...failures, aGroup({ fingerprint: 'f1:old', title: 'old' })] });
  const { summary, description } = describeBrokenRun(broken, run);
  expect(summary).toBe('Run broken: 31 new failures in regression in staging');
  const said = told(description);
  expect(said).toContain('* and 11 more');
  expect(said.filter((line) => line.startsWith('* Error'))[0]).toBe('* Error30: x (31 times in one test)');
  expect(said.join('\n')).not.toContain('old');
  expect(brokenRunComment(broken, run)).toEqual(description);
});

test('comments say why', () => {
  const issue = { issueId: '1', issueKey: 'SHOP-1' };
  const reopen = { kind: 'reopen' as const, fingerprint: 'f1:aa', issue, why: 'SHOP-1 was done, and it is back.' };
  expect(told(reopenComment(reopen, aGroup(), aRun()))[0]).toBe('SHOP-1 was done, and it is back.');
  const at = '2026-11-02T10:00:00.000Z';
  const closing = { kind: 'propose-closing' as const, fingerprint: 'f1:aa', issue, greenRuns: 5, at, why: 'Not seen in 5 runs.' };
  expect(told(closingComment(closing))).toEqual([
    'Not seen in 5 runs.',
    'The newest of these runs was at 2026-11-02 10:00 UTC. If it is fixed, close this defect; it opens again if the failure comes back.',
  ]);
});

test('whatever failed, Jira takes the summary and the description', () => {
  const hostile = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 400 }),
    fc
      .constantFrom('"', '\\', '\u0000', '\ud800', '\n', '" ', '👩‍👩‍👧', '<b>')
      .chain((one) => fc.nat(20_000).map((times) => one.repeat(times))),
  );
  const group = fc
    .record({
      ...{ kind: hostile, title: hostile, topFrame: fc.option(hostile), message: fc.option(hostile), trace: fc.option(hostile) },
      tests: fc.array(fc.record({ name: hostile, class: hostile }), { maxLength: 25 }),
    })
    .map(aGroup);
  fc.assert(
    fc.property(group, fc.option(hostile), (failed, log) => {
      const run = aRun({ log, failures: [failed] });
      const { summary, description } = describeFailure(failed, run, aPolicy(), { ...created, flaky: true });
      expect(summary.length).toBeLessThanOrEqual(240);
      expect(summary).not.toMatch(/[\n\r]/);
      const adf = JSON.stringify(adfOf(description));
      expect(adf.length).toBeLessThanOrEqual(32_767);
      expect(adf).not.toContain('"text":""');
      expect(JSON.stringify(adfOf(describeBrokenRun({ ...broken, fingerprints: ['f1:aa'] }, run).description))).not.toContain(
        '"text":""',
      );
    }),
    { numRuns: 60 },
  );
});
