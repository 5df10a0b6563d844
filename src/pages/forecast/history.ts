import type { BlockerHistory, BlockerStays } from '../../analytics';
import type { SpanColumn } from '../../defects';
import type { FixSpan, StoredVersion } from '../../defects/shell';
import { severities, toSeverity } from '../../kernel/severity';
import type { Severity } from '../../kernel/severity';
import { gatedStages } from '../../settings';
import type { Settings } from '../../settings';
import type { ProjectHistory } from '../charts/visible-history';

const kinds = severities.length + 1;

/** The place of a severity among the kinds of defects; a missing one is a kind of its own, as it may stand for any. */
export function kindOf(severity: Severity | null): number {
  return severity === null ? severities.length : severities.indexOf(severity);
}

/** Severities of which a stage with a gate allows none, for any customer or some; S1 and S2 where no gate says so. A missing one is an S1. */
export function blockingSeverities(settings: Settings): readonly Severity[] {
  const gated = gatedStages(settings).map(({ key }) => key);
  const none = settings.gates.rows.flatMap((row) =>
    row.rule === 'open-defects' && row.most === 0 && gated.includes(row.stage) ? row.severity : [],
  );
  const found = severities.filter((severity) => none.includes(severity));
  return found.length === 0 ? ['S1', 'S2'] : found;
}

/** A defect without a severity blocks where an S1 does. */
export function isBlocking(severity: Severity | null, blocking: readonly Severity[]): boolean {
  return blocking.includes(severity ?? 'S1');
}

interface Facts {
  readonly history: ProjectHistory;
  readonly spans: readonly FixSpan[];
  /** Of these the history holds the stays, in this order. */
  readonly versions: readonly Pick<StoredVersion, 'id' | 'startDate'>[];
  readonly blocking: readonly Severity[];
}

/** What is known of a project's defects, and when they blocked its releases, by severities of which a gate allows none. */
export function blockerHistory({ history, spans, versions, blocking }: Facts): BlockerHistory {
  const places = new Map(history.rows.map(({ id }, n) => [id, n]));
  const blocks = history.severity.dictionary.map((value) => isBlocking(toSeverity(value), blocking));
  const ofVersion = new Map(versions.map(({ id }) => [id, [] as FixSpan[]]));
  for (const span of spans) ofVersion.get(span.versionId)?.push(span);
  return {
    ...{ created: history.created, ended: history.ended, kinds },
    kind: Uint16Array.from(history.rows, ({ severity }) => kindOf(severity)),
    alike: blocking.map(kindOf),
    releases: versions.map(({ id, startDate }) => {
      const stays = (ofVersion.get(id) ?? []).flatMap(({ defectId, from, to }) => {
        const defect = places.get(defectId);
        if (defect === undefined) return [];
        const until = Math.min(to === null ? Infinity : Date.parse(to), endOf(history, defect));
        return blockingWithin(history.severity, defect, blocks, Date.parse(from), until);
      });
      return staysOf(stays, startDate);
    }),
  };
}

interface Stay {
  readonly defect: number;
  readonly from: number;
  readonly to: number;
}

function endOf({ ended }: ProjectHistory, defect: number): number {
  const end = ended[defect] ?? NaN;
  return Number.isNaN(end) ? Infinity : end;
}

/** The parts of a time in which a defect had a severity that blocks. One that was filled in later holds from the beginning. */
function blockingWithin(column: SpanColumn, defect: number, blocks: readonly boolean[], from: number, until: number): Stay[] {
  const last = column.offsets[defect + 1] ?? 0;
  const stays: Stay[] = [];
  for (let span = column.offsets[defect] ?? 0; span < last; span += 1) {
    const isFilledIn = column.dictionary[column.values[span] ?? 0] === null && span + 1 < last;
    if (blocks[column.values[isFilledIn ? span + 1 : span] ?? 0] !== true) continue;
    const start = Math.max(from, column.from[span] ?? NaN);
    const end = Math.min(until, span + 1 < last ? (column.from[span + 1] ?? Infinity) : Infinity);
    if (start < end) stays.push({ defect, from: start, to: end });
  }
  return stays;
}

function staysOf(stays: readonly Stay[], startDate: string | null): BlockerStays {
  return {
    defects: Uint32Array.from(stays, ({ defect }) => defect),
    from: Float64Array.from(stays, ({ from }) => from),
    to: Float64Array.from(stays, ({ to }) => to),
    start: startDate === null ? Math.min(...stays.map(({ from }) => from)) : Date.parse(startDate),
  };
}
