import type { GateRow } from '../../gates';
import { defaultSettings } from '../../settings';
import type { ProjectHistory } from '../charts/visible-history';
import { blockerHistory, blockingSeverities } from './history';

const at = (date: number) => `2026-10-${String(date).padStart(2, '0')}T00:00:00.000Z`;
const ms = (date: number) => Date.parse(at(date));

test('severities block of which a gate allows none', () => {
  expect(blockingSeverities(defaultSettings)).toEqual(['S1', 'S2']);
  const row = {
    rule: 'open-defects',
    stage: 'production',
    breach: 'holds',
    severity: 'S3',
    tier: 'any',
    most: 0,
    releaseAt: null,
  } as const;
  const blocking = (...rows: GateRow[]) => blockingSeverities({ ...defaultSettings, gates: { ...defaultSettings.gates, rows } });
  expect(blocking(row)).toEqual(['S3']);
  expect(blocking({ ...row, stage: 'test' })).toEqual(['S1', 'S2']);
  expect(blocking()).toEqual(['S1', 'S2']);
});

/** Defects with their severities over time; the last one holds now. */
function historyOf(
  defects: readonly { severities: readonly (readonly [string | null, number])[]; ended?: number }[],
): ProjectHistory {
  const dictionary = [null, 'S1', 'S2', 'S3'];
  const spans = defects.flatMap(({ severities }) => severities);
  const offsets = Uint32Array.from(
    defects.reduce((ends, { severities }) => [...ends, (ends.at(-1) ?? 0) + severities.length], [0]),
  );
  const severity = {
    ...{ dictionary, offsets, values: Uint16Array.from(spans, ([value]) => dictionary.indexOf(value)) },
    from: Float64Array.from(spans, ([, date]) => ms(date)),
  };
  const named = (value: string | null | undefined) => (value === 'S1' || value === 'S2' || value === 'S3' ? value : null);
  return {
    rows: defects.map(({ severities }, n) => ({
      ...{ id: String(n), key: `SHOP-${n}`, statusId: '1', status: 'Open', category: 'new', open: true, detectedIn: null },
      ...{ severity: named(severities.at(-1)?.[0]), securityLevel: null, assignee: null, createdAt: at(1), resolvedAt: null },
    })),
    created: Float64Array.from(defects, ({ severities }) => ms(severities[0]?.[1] ?? 1)),
    ended: Float64Array.from(defects, ({ ended }) => (ended === undefined ? NaN : ms(ended))),
    ...{ status: { dictionary: [], offsets: new Uint32Array(), values: new Uint16Array(), from: new Float64Array() }, severity },
    ...{ statuses: new Map(), hidden: 0 },
  };
}

const blocked = (severities: readonly (readonly [string | null, number])[], ended?: number) => {
  const history = historyOf([{ severities, ...(ended === undefined ? {} : { ended }) }]);
  const spans = [{ versionId: '10', defectId: '0', from: at(3), to: at(20) }];
  const versions = [{ id: '10', startDate: '2026-10-02' }];
  const { releases } = blockerHistory({ history, spans, versions, blocking: ['S1', 'S2'] });
  const [stays] = releases;
  return Array.from(stays?.from ?? [], (from, n) => [from, stays?.to[n]].map((moment) => new Date(moment ?? 0).getUTCDate()));
};

test.each([
  ['as long as it is in the release', [['S1', 1]], undefined, [[3, 20]]],
  [
    'while its severity blocks',
    [
      ['S3', 1],
      ['S2', 5],
      ['S3', 9],
    ],
    undefined,
    [[5, 9]],
  ],
  ['until it is closed', [['S1', 1]], 7, [[3, 7]]],
  ['without a severity, as an S1 does', [[null, 1]], undefined, [[3, 20]]],
  [
    'not where the severity that was filled in later does not',
    [
      [null, 1],
      ['S3', 5],
    ],
    undefined,
    [],
  ],
  [
    'from the beginning where the one that was filled in later does',
    [
      [null, 1],
      ['S2', 5],
    ],
    undefined,
    [
      [3, 5],
      [5, 20],
    ],
  ],
  ['not where it was closed before it came in', [['S1', 1]], 2, []],
] as const)('a defect blocks a release %s', (_, severities, ended, days) => {
  expect(blocked(severities, ended)).toEqual(days);
});

test('what the viewer may not see is in no history', () => {
  const spans = [{ versionId: '10', defectId: '99', from: at(3), to: null }];
  const history = historyOf([{ severities: [['S1', 1]] }]);
  const known = blockerHistory({ history, spans, versions: [{ id: '10', startDate: null }], blocking: ['S1'] });
  expect(known.releases[0]?.defects).toHaveLength(0);
});
