import type { FixSpan } from '../../defects/shell';
import { day } from '../../kernel/instant';
import { mayNothing } from '../access';
import { aStoredDefect, aVerdict, now, project, settings, version } from '../screen.fixture';
import type { ForecastViewFacts } from './view-model';

const stages = [aVerdict([]).verdict.stage, { key: 'staging', name: 'Staging' }];
const today = Date.parse('2026-11-02');
export const secret = aStoredDefect({ id: '1', key: 'SHOP-1', summary: 'SECRET', severity: 'S1', securityLevel: '900' });
export const known = aStoredDefect({ id: '2', key: 'SHOP-2', severity: 'S1', createdAt: '2026-10-31T09:00:00.000Z' });

/** A defect every few days for 400 days, all S1 and in the one release, each closed after as many days as it says. */
export function facts(
  parts: Partial<ForecastViewFacts> = {},
  every = 5,
  takes = (n: number): number => (n % 3 === 0 ? 9 : n % 7 === 0 ? 20 : 1),
): ForecastViewFacts {
  const count = Math.floor(400 / every);
  const created = Float64Array.from({ length: count }, (_, n) => today - (400 - n * every) * day + day / 2);
  const ended = created.map((at, n) => (at + takes(n) * day < today ? at + takes(n) * day : NaN));
  const offsets = Uint32Array.from({ length: count + 1 }, (_, n) => n);
  const severity = { dictionary: ['S1'], offsets, values: new Uint16Array(count), from: created };
  const spans: FixSpan[] = Array.from(created, (at, n) => ({
    ...{ versionId: version.id, defectId: String(1000 + n), from: new Date(at).toISOString(), to: null },
  }));
  const verdicts = stages.map((stage) => {
    const stored = aVerdict([secret, known]);
    return { ...stored, verdict: { ...stored.verdict, stage } };
  });
  return {
    ...{ project, settings, now, verdicts, defects: [secret, known], spans, escapes: [], mayEdit: false, revision: 'r' },
    ...{ version: { ...version, startDate: '2025-09-01' }, access: { mayBrowse: true, levels: [], may: mayNothing } },
    versions: [{ ...version, startDate: '2025-09-01' }],
    freeze: { day: '2026-11-09', note: '' },
    frozen: [],
    history: {
      rows: Array.from(created, (_, n) => ({
        ...{ id: String(1000 + n), key: `SHOP-${1000 + n}`, statusId: '3', status: 'Done', category: 'done', open: false },
        ...{ severity: 'S1', detectedIn: null, securityLevel: null, assignee: null, createdAt: '', resolvedAt: null },
      })),
      ...{ created, ended, severity, status: { ...severity, dictionary: ['3'] }, statuses: new Map(), hidden: 1 },
    },
    ...parts,
  };
}
