import { decideRun } from './decide-run';
import { aDefect, aGroup, aPolicy, aRun, at, knownFacts, later, told } from './failures.fixture';
import type { FailureFacts, FingerprintFacts } from './facts';
import type { FailurePolicy } from './policy';

interface Told {
  readonly runs: string;
  readonly policy?: Partial<FailurePolicy>;
  readonly known?: Partial<FingerprintFacts>;
  readonly nth?: number;
  readonly builtAt?: string;
}

function decide({ runs, policy, known, nth, builtAt }: Told) {
  const { run, facts } = told(runs, known, nth);
  return decideRun(run, { ...facts, builtAt: builtAt ?? null }, aPolicy(policy), later).map(({ kind, why }) => `${kind}: ${why}`);
}

const where = 'of regression in staging';
const three = { after: { failed: 3, of: 5 } };
const filed = (parts = {}): Partial<FingerprintFacts> => ({ state: 'filed', defect: aDefect(parts) });

describe('a failure without a defect', () => {
  test.each<[string, Told, string]>([
    ['the first failure', { runs: 'F' }, `create: Failed in the last run ${where}.`],
    ['below k of n', { runs: '. F F', policy: three }, `track: Failed in 2 of the last 3 runs ${where}: a defect after 3 of 5.`],
    ['k of n', { runs: 'F . F . F', policy: three }, `create: Failed in 3 of the last 5 runs ${where}.`],
    [
      'k of n, one of them too long ago',
      { runs: 'F . . F . F', policy: three },
      `track: Failed in 2 of the last 5 runs ${where}: a defect after 3 of 5.`,
    ],
    [
      'a run of few tests does not dilute',
      { runs: 'F s s s F i F', policy: three },
      `create: Failed in 3 of the last 3 runs ${where}.`,
    ],
    ['a late run that a newer one settled', { runs: 'F .', nth: 0 }, 'track: The newer run r1 no longer shows it.'],
    [
      'a late run that no newer one settled, as that ran too little',
      { runs: 'F s', nth: 0 },
      `create: Failed in the last run ${where}.`,
    ],
    [
      'a late run that completes k of n',
      { runs: 'F F F', nth: 1, policy: three },
      `create: Failed in 3 of the last 3 runs ${where}.`,
    ],
    [
      'a late run that completes k of n, but is settled',
      { runs: 'F F F .', nth: 0, policy: three },
      'track: The newer run r3 no longer shows it.',
    ],
    [
      'a late run before one that passed when tried again',
      { runs: 'F K', nth: 0 },
      `track: Failed in an earlier run, but not in the last, ${where}: a defect after 1 of 1.`,
    ],
    [
      'a policy that files nothing',
      { runs: 'F', policy: { file: false } },
      `track: Failed in the last run ${where}. No issue is created by the policy.`,
    ],
    ['an issue that is being created', { runs: 'F F', known: { state: 'filing' } }, 'sight: Its defect is being created.'],
    ['an issue that is gone', { runs: 'F F', known: { state: 'filed' } }, `create: Failed in the last run ${where}.`],
    [
      'tracked before',
      { runs: 'F F', known: { state: 'tracked' }, policy: { after: { failed: 2, of: 3 } } },
      `create: Failed in 2 of the last 2 runs ${where}.`,
    ],
  ])('%s', (_, given, decided) => {
    expect(decide(given)).toEqual([decided]);
  });
});

describe('a failure that passes when tried again', () => {
  const flaky = 'Failed at first and passed when tried again in';
  test.each<[string, Told, string]>([
    ['once', { runs: 'K' }, `track: ${flaky} the last run ${where}: a defect above 20 %.`],
    ['always, in too few runs', { runs: 'K K K K' }, `track: ${flaky} 4 of the last 4 runs ${where}: a defect above 20 %.`],
    ['exactly at the rate', { runs: '. . . . K' }, `track: ${flaky} 1 of the last 5 runs ${where}: a defect above 20 %.`],
    ['above the rate', { runs: '. . . K K' }, `create: ${flaky} 2 of the last 5 runs ${where}.`],
    [
      'above the rate, of which only the last 20 runs count',
      { runs: `K K K ${'. '.repeat(18)}K K` },
      `track: ${flaky} 2 of the last 20 runs ${where}: a defect above 20 %.`,
    ],
    [
      'late, and long green since',
      { runs: 'K K K . . . . .', nth: 0 },
      `track: ${flaky} 3 of the last 8 runs ${where}, but not in the last 5.`,
    ],
  ])('%s', (_, given, decided) => {
    expect(decide(given)).toEqual([decided]);
  });

  test('a defect for it is called flaky', () => {
    const { run, facts } = told('. . . K K');
    expect(decideRun(run, facts, aPolicy(), later)).toMatchObject([{ kind: 'create', flaky: true, severity: 'S3' }]);
  });
});

describe('a failure with a defect', () => {
  const done = (parts = {}) => filed({ doneAt: at(1.5), ...parts });
  test.each<[string, Told, string]>([
    ['open', { runs: 'F F', known: filed() }, 'sight: SHOP-1 is open.'],
    [
      'done, and it is back',
      { runs: 'F . F', known: done() },
      'reopen: SHOP-1 was done on 2026-11-02, and the later run r2 of build 812 in staging shows it again.',
    ],
    [
      'done, at the very time of the run',
      { runs: 'F F', known: filed({ doneAt: at(1) }) },
      'sight: The run is no newer than the resolution of SHOP-1.',
    ],
    ['done, and the run is older', { runs: 'F F', known: done() }, 'sight: The run is no newer than the resolution of SHOP-1.'],
    [
      'done, and a late run is newer than that, but settled',
      { runs: 'F . F .', nth: 2, known: done() },
      'sight: The newer run r3 no longer shows it.',
    ],
    [
      'done, and the build is older than the fix',
      { runs: 'F . F', known: done({ fixBuiltAt: at(1) }), builtAt: at(0) },
      'sight: The build is older than the fix of SHOP-1.',
    ],
    [
      'done, and the build has the fix',
      { runs: 'F . F', known: done({ fixBuiltAt: at(0) }), builtAt: at(0) },
      'reopen: SHOP-1 was done on 2026-11-02, and the later run r2 of build 812 in staging shows it again.',
    ],
    [
      'closed without a fix',
      { runs: 'F . F', known: done({ declined: true }) },
      'sight: SHOP-1 was closed without a fix, so seeing it again is no news.',
    ],
    [
      'done, and the policy files nothing',
      { runs: 'F . F', known: done(), policy: { file: false } },
      'sight: SHOP-1 is done, and no issue is reopened by the policy.',
    ],
    [
      'done, and flaky once',
      { runs: 'F . K', known: done() },
      `sight: SHOP-1 is done. Failed at first and passed when tried again in the last run ${where}.`,
    ],
    [
      'done, and flaky above the rate since',
      { runs: 'F . . K K . K', known: done() },
      'reopen: SHOP-1 was done on 2026-11-02, and the later run r6 of build 812 in staging shows it again.',
    ],
  ])('%s', (_, given, decided) => {
    expect(decide(given)).toEqual([decided]);
  });
});

describe('a known failure', () => {
  const entry = (until: string | null) => ({
    known: [{ match: { kind: 'fingerprint' as const, fingerprint: 'f1:aa' }, reason: 'The test mail server is slow.', until }],
  });
  test.each<[string, Told, string]>([
    ['for ever', { runs: 'F', policy: entry(null) }, 'known: On the list of known failures: The test mail server is slow.'],
    [
      'until a day to come',
      { runs: 'F', policy: entry('2026-12-01T00:00:00.000Z') },
      'known: On the list of known failures until 2026-12-01: The test mail server is slow.',
    ],
    ['until this very moment', { runs: 'F', policy: entry(later) }, `create: Failed in the last run ${where}.`],
    [
      'does not stop an open defect from being counted',
      { runs: 'F F', policy: entry(null), known: filed() },
      'sight: SHOP-1 is open.',
    ],
    [
      'is not opened again',
      { runs: 'F . F', policy: entry(null), known: filed({ doneAt: at(1.5) }) },
      'known: On the list of known failures: The test mail server is slow.',
    ],
  ])('%s', (_, given, decided) => {
    expect(decide(given)).toEqual([decided]);
  });
});

describe('a defect that is no longer seen', () => {
  const green = (n: number) => `propose-closing: Not seen in the last ${n} runs ${where}.`;
  test.each<[string, Told, string[]]>([
    ['enough green runs', { runs: 'F . . . . .', known: filed() }, [green(5)]],
    ['one too few', { runs: 'F . . . .', known: filed() }, []],
    ['runs of few tests, or without all of their parts, do not count', { runs: 'F . . s i . .', known: filed() }, []],
    ['nor do they break the streak', { runs: 'F . . s i . . .', known: filed() }, [green(5)]],
    ['proposed already', { runs: 'F . . . . . .', known: filed({ closingProposedAt: at(5) }) }, []],
    ['proposed before it was seen again', { runs: 'F . . F . . . . .', known: filed({ closingProposedAt: at(2) }) }, [green(5)]],
    ['still seen elsewhere', { runs: 'F . . . . .', known: { ...filed(), seenElsewhere: true } }, []],
    ['done already', { runs: 'F . . . . .', known: filed({ doneAt: at(1) }) }, []],
    ['never seen in this suite and environment', { runs: '. . . . . .', known: filed() }, []],
    ['a late green run that fills the gap', { runs: 'F . . . . .', nth: 2, known: filed() }, [green(5)]],
    ['a policy that touches no issue', { runs: 'F . . . . .', known: filed(), policy: { file: false } }, []],
    [
      'a policy of one green run',
      { runs: 'F .', known: filed(), policy: { greenRuns: 1 } },
      [`propose-closing: Not seen in the last 1 run ${where}.`],
    ],
  ])('%s', (_, given, decided) => {
    expect(decide(given)).toEqual(decided);
  });
});

describe('a broken run', () => {
  const groups = (count: number, from = 0) =>
    Array.from({ length: count }, (_, n) => aGroup({ fingerprint: `f1:${String(from + n).padStart(4, '0')}` }));
  const none: FailureFacts = { runs: [], fingerprints: new Map(), broken: null, builtAt: null };
  const run = (count: number, from = 0) => aRun({ failures: groups(count, from) });
  const kinds = (of: ReturnType<typeof decideRun>) => [...new Set(of.map(({ kind }) => kind))];

  test('as many new defects as the fuse bears are defects', () => {
    const decided = decideRun(run(20), none, aPolicy(), later);
    expect([decided.length, kinds(decided)]).toEqual([20, ['create']]);
  });

  test('one more is one defect about the run, which lists them', () => {
    const decided = decideRun(run(21), none, aPolicy(), later);
    expect(decided).toMatchObject([
      { kind: 'broken-run', what: 'create', issue: null, suite: 'regression', environment: 'staging' },
    ]);
    expect(decided[0]).toMatchObject({ fingerprints: groups(21).map(({ fingerprint }) => fingerprint) });
    expect(decided[0]?.why).toBe(
      '21 new failures in one run of regression in staging, more than 20: most likely the run is broken.',
    );
  });

  test('what has a defect does not count against the fuse', () => {
    const fingerprints = new Map([['f1:0000', knownFacts({ state: 'filed', defect: aDefect() })]]);
    expect(kinds(decideRun(run(21), { ...none, fingerprints }, aPolicy(), later))).toEqual(['sight', 'create']);
  });

  test.each([
    ['open', aDefect(), 'add', { issueId: '10001', issueKey: 'SHOP-1' }],
    ['being created', null, 'add', null],
    ['done', aDefect({ doneAt: at(0) }), 'create', null],
  ])('the next broken run, where the defect is %s', (_, defect, what, issue) => {
    const broken = { defect, runs: ['earlier'] };
    expect(decideRun(run(30), { ...none, broken }, aPolicy(), later)).toMatchObject([{ kind: 'broken-run', what, issue }]);
  });

  const listed = new Map(groups(30).map(({ fingerprint }) => [fingerprint, knownFacts({ state: 'broken-run' })]));

  test('the same run again says nothing, whether its defect is open or done', () => {
    for (const doneAt of [null, at(3)]) {
      const facts = { ...none, fingerprints: listed, broken: { defect: aDefect({ doneAt }), runs: ['r0'] } };
      expect(kinds(decideRun(run(30), facts, aPolicy(), later))).toEqual(['nothing']);
    }
  });

  test('what the same run is told to show besides goes to the same defect', () => {
    const facts = { ...none, fingerprints: listed, broken: { defect: aDefect(), runs: ['r0'] } };
    const decided = decideRun(run(32), facts, aPolicy(), later);
    expect(decided.at(-1)).toMatchObject({ kind: 'broken-run', what: 'add', fingerprints: ['f1:0030', 'f1:0031'] });
  });

  test('what a broken run listed is a defect of its own where a whole run shows it', () => {
    const facts = { ...none, fingerprints: listed, broken: { defect: aDefect(), runs: ['earlier'] } };
    const decided = decideRun(run(3), facts, aPolicy(), later);
    expect([decided.length, kinds(decided)]).toEqual([3, ['create']]);
  });
});

describe('the same run again', () => {
  test.each<[string, Partial<FingerprintFacts>, Partial<FailurePolicy>]>([
    ['being created', { state: 'filing' }, {}],
    ['filed', filed(), {}],
    ['tracked', { state: 'tracked' }, three],
    ['known', { state: 'known' }, { known: [{ match: { kind: 'text', text: 'no answer' }, reason: 'Slow.', until: null }] }],
    ['done since', filed({ doneAt: at(9) }), {}],
  ])('changes nothing where the failure is %s', (_, known, policy) => {
    const { run, facts } = told('F', known);
    const sightings = [{ run: 'r0', failed: 1, flaky: 0 }];
    const again = { ...facts, runs: [{ run: 'r0', at: at(0), sequence: 0, complete: true, tests: 100 }] };
    const fingerprints = new Map([['f1:aa', knownFacts({ ...known, sightings })]]);
    const decided = decideRun(run, { ...again, fingerprints }, aPolicy(policy), later);
    expect(decided).toEqual([{ kind: 'nothing', fingerprint: 'f1:aa', why: 'The run r0 is counted already.' }]);
  });

  test('takes up what was left undone', () => {
    const { run, facts } = told('F');
    const fingerprints = new Map([['f1:aa', knownFacts({ sightings: [{ run: 'r0', failed: 1, flaky: 0 }] })]]);
    expect(decideRun(run, { ...facts, fingerprints }, aPolicy(), later)).toMatchObject([{ kind: 'create' }]);
  });
});
