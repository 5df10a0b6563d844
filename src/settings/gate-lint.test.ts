import type { GateRow } from '../gates';
import { defaultSettings } from './defaults';
import { gateWarnings } from './gate-lint';
import type { Settings } from './settings';

type RowOf<Name extends GateRow['rule']> = Extract<GateRow, { readonly rule: Name }>;
const base = { stage: 'production', breach: 'holds' } as const;
const counted = { ...base, most: 0, releaseAt: null } as const;
const open = (parts: Partial<RowOf<'open-defects'>> = {}): GateRow => ({
  ...{ rule: 'open-defects', ...counted, severity: 'S1', tier: 'any' },
  ...parts,
});
const late = (parts: Partial<RowOf<'sla-breached'>> = {}): GateRow => ({
  ...{ rule: 'sla-breached', ...counted, severity: 'any' },
  ...parts,
});
const aging = (parts: Partial<RowOf<'aging'>>): GateRow => ({
  ...{ rule: 'aging', ...counted, severity: 'any', percentile: 85 },
  ...parts,
});
const ceiling = (parts: Partial<RowOf<'score-ceiling'>>): GateRow => ({
  rule: 'score-ceiling',
  ...counted,
  ceiling: 60,
  ...parts,
});
const staging = { stage: 'staging' } as const;

/** Every severity is limited in both stages, so that nothing else is said. */
const all = (parts: Partial<RowOf<'open-defects'>> = {}) =>
  (['staging', 'production'] as const).flatMap((stage) =>
    (['S1', 'S2', 'S3', 'S4'] as const).map((severity) => open({ most: 9, ...parts, stage, severity })),
  );
const withRows = (rows: readonly GateRow[], parts: Partial<Settings> = {}): Settings => ({
  ...defaultSettings,
  ...parts,
  gates: { ...defaultSettings.gates, ...parts.gates, rows },
});
const kept = all();
const at = kept.length;
const told = (settings: Settings) => gateWarnings(settings).map(({ kind, stage, row }) => [kind, stage, row]);

test('the defaults have nothing to warn of', () => {
  expect(gateWarnings(defaultSettings)).toEqual([]);
});

describe('a row that another one leaves nothing to decide', () => {
  test.each<[string, GateRow[]]>([
    ['of a tier, where any tier may have no more', [open({ severity: 'S2', tier: 'trial', most: 9 })]],
    ['of one severity, where all may have no more', [late({ severity: 'S2', most: 3 }), late({ most: 3 })]],
    ['of one severity and an age', [aging({ severity: 'S1', most: 2 }), aging({ most: 2 })]],
    ['of a greater age', [aging({ severity: 'S1', percentile: 95 }), aging({ severity: 'S1' })]],
    ['of a higher score', [ceiling({ ceiling: 80 }), ceiling({ ceiling: 60 })]],
    ['that only warns', [late({ severity: 'S2', breach: 'warns' }), late()]],
  ])('%s', (_what, rows) => {
    expect(told(withRows([...kept, ...rows]))).toEqual([['shadowed', 'production', at]]);
  });

  test.each<[string, GateRow[]]>([
    ['it allows less', [open({ severity: 'S2', tier: 'trial', most: 8 })]],
    ['it opens again later', [late({ severity: 'S2', most: 3, releaseAt: 0 }), late({ most: 3 })]],
    ['the other one only warns', [late({ severity: 'S2' }), late({ breach: 'warns' })]],
    ['the other one is of another stage', [late({ severity: 'S2' }), late(staging)]],
    ['it is of a higher score and allows less', [ceiling({ ceiling: 80 }), ceiling({ ceiling: 60, most: 5 })]],
    ['the ages are of different severities', [aging({ severity: 'S1', percentile: 95 }), aging({ severity: 'S2' })]],
    ['it says which defects have no severity', [{ rule: 'missing-severity', ...counted, most: 9 }]],
  ])('is not one where %s', (_what, rows) => {
    expect(told(withRows([...kept, ...rows])).filter(([kind]) => kind === 'shadowed')).toEqual([]);
  });

  test('is told with the row that decides, and what to do', () => {
    const said = (most: number) => gateWarnings(withRows([...all({ most }), open({ tier: 'trial', most: 10 })]))[0];
    expect(said(2)).toMatchObject({
      sentence:
        'This decides nothing: whatever it counts, the row on open S1 defects counts too, and that allows no more than 2.',
      advice: 'Remove it, or allow fewer than 2 here.',
    });
    expect(said(0)?.advice).toBe('Remove it, or allow more there.');
  });
});

describe('a gap', () => {
  test.each<[string, GateRow[], string]>([
    [
      'a gate without a rule',
      kept.slice(0, 4),
      'Production has no rule: with nothing to judge by, its gate is unknown and nothing passes.',
    ],
    [
      'a gate whose rules only warn',
      [...kept.slice(0, 4), late({ breach: 'warns' })],
      'Every rule of Production only warns, so none of them holds its gate.',
    ],
    [
      'no limit on what is worse than what has one',
      [open(), open({ severity: 'S4' }), open(staging)],
      'Nothing limits open S2 and S3 defects in Production, and no gate comes after it.',
    ],
    [
      'no limit on open defects at all',
      [late(), open({ ...staging, severity: 'S4', breach: 'warns' }), late(staging)],
      'Nothing limits open S1 and S2 defects in Production, and no gate comes after it.',
    ],
    [
      'limits of some tiers only',
      [open({ tier: 'trial' }), open({ severity: 'S2' }), late(staging)],
      'Nothing limits open S1 defects in Production, and no gate comes after it.',
    ],
  ])('%s', (_what, rows, sentence) => {
    expect(gateWarnings(withRows(rows))).toMatchObject([{ kind: 'gap', stage: 'production', row: null, sentence }]);
  });

  test.each<[string, GateRow[]]>([
    ['every tier has a limit of its own', defaultSettings.tiers.map((tier) => open({ tier, most: 1 }))],
    ['the release before is the limit', [{ rule: 'no-worse-than-last', ...base, severity: 'any', byHowMany: 0 }]],
  ])('is none where %s', (_what, rows) => {
    expect(gateWarnings(withRows([...rows, open({ severity: 'S2' }), late(staging)]))).toEqual([]);
  });
});

describe('a later stage that asks for less', () => {
  test.each<[string, GateRow[], (string | number | null)[]]>([
    ['by a higher limit', [late({ ...staging, most: 1 }), late({ most: 2 })], ['laxer', 'production', at + 1]],
    ['by a warning', [late(staging), late({ breach: 'warns' })], ['laxer', 'production', at + 1]],
    ['by a higher ceiling', [ceiling(staging), ceiling({ ceiling: 61 })], ['laxer', 'production', at + 1]],
    [
      'by a greater share',
      ([1, 2] as const).map((atMost) => ({
        ...{ rule: 'escape-rate', ...base, windowDays: 30, atMost },
        stage: atMost === 1 ? 'staging' : 'production',
      })),
      ['laxer', 'production', at + 1],
    ],
  ])('%s', (_what, rows, found) => {
    expect(told(withRows([...kept, ...rows]))).toEqual([found]);
  });

  test('by no limit', () => {
    const rows = kept.filter((row) => !(row.rule === 'open-defects' && row.stage === 'production' && row.severity === 'S4'));
    expect(gateWarnings(withRows(rows))).toMatchObject([
      { kind: 'laxer', row: null, sentence: 'Staging limits open S4 defects, and Production after it does not.' },
    ]);
  });

  test('is none where it asks for as much, or for something else', () => {
    expect(
      told(withRows([...kept, late(staging), late(), ceiling(staging), ceiling({ ceiling: 70, most: 0, stage: 'test' })])),
    ).toEqual([]);
  });
});

describe('a row that cannot matter', () => {
  const noTargets = { slaTargetDays: { S1: 2, S2: null, S3: null, S4: null } };
  const soak: GateRow = { rule: 'soak-time', ...base, hours: 24 };
  const fresh = (hours: number) => ({ gates: { ...defaultSettings.gates, freshHours: { deployments: hours } } });
  test.each<[string, GateRow, Partial<Settings>, ReturnType<typeof gateWarnings>[number]['kind']]>([
    ['late defects of a severity without a target', late({ severity: 'S2' }), noTargets, 'never-breached'],
    ['late defects without any target', late(), { slaTargetDays: { ...noTargets.slaTargetDays, S1: null } }, 'never-breached'],
    ['an escape rate of all', { rule: 'escape-rate', ...base, atMost: 100, windowDays: 30 }, {}, 'never-breached'],
    ['the highest score', ceiling({ ceiling: 100 }), {}, 'never-breached'],
    [
      'a freeze that lets everything in',
      { rule: 'freeze-violations', ...counted, admits: ['S4', 'S3', 'S2', 'S1'] },
      {},
      'never-breached',
    ],
    ['deferrals that end before they are in order', { rule: 'deferrals-valid', ...base, daysLeft: 180 }, {}, 'never-met'],
    ['a soak that is longer than deployments are fresh', soak, fresh(24), 'never-met'],
  ])('%s', (_what, row, parts, kind) => {
    expect(told(withRows([...kept, row], parts))).toEqual([[kind, 'production', at]]);
  });

  test.each<[string, GateRow, Partial<Settings>]>([
    ['a target of one severity', late(), noTargets],
    ['an escape rate of nearly all', { rule: 'escape-rate', ...base, atMost: 99.9, windowDays: 30 }, {}],
    ['a freeze that lets nothing in', { rule: 'freeze-violations', ...counted, admits: [] }, {}],
    ['deferrals that may be in order for a day', { rule: 'deferrals-valid', ...base, daysLeft: 179 }, {}],
    ['a soak that is over while deployments are fresh', soak, fresh(25)],
    ['a soak, where deployments may be of any age', soak, {}],
  ])('is none with %s', (_what, row, parts) => {
    expect(told(withRows([...kept, row], parts))).toEqual([]);
  });
});
