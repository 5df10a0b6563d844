import type { Instant } from '../kernel/instant';
import type { DefectHistory } from './history';
import type { Span } from './timeline';

/** A defect with what charts and looks back need of its history. */
export interface TimedDefect {
  readonly id: string;
  readonly securityLevel: string | null;
  readonly history: Pick<DefectHistory, 'status' | 'severity'>;
}

/**
 * What one field held over time, for many defects in one go: defect n held `dictionary[values[i]]` from `from[i]` (milliseconds since
 * 1970) until `from[i + 1]`, for i from `offsets[n]` up to, not including, `offsets[n + 1]`; the last of them lasts.
 */
export interface SpanColumn {
  readonly dictionary: readonly (string | null)[];
  readonly offsets: Uint32Array;
  readonly values: Uint16Array;
  readonly from: Float64Array;
}

/** Histories as columns: small to keep, and quick to walk through. */
export interface HistoryColumns {
  readonly ids: readonly string[];
  readonly levels: readonly (string | null)[];
  readonly status: SpanColumn;
  readonly severity: SpanColumn;
}

/** Columns as JSON that compresses well: numbers are differences to the one before. */
export interface PackedColumns {
  readonly v: 1;
  readonly ids: readonly string[];
  readonly levels: readonly (string | null)[];
  readonly status: PackedSpans;
  readonly severity: PackedSpans;
}

export interface PackedSpans {
  readonly dictionary: readonly (string | null)[];
  /** Spans per defect. */
  readonly counts: readonly number[];
  readonly values: readonly number[];
  /** Milliseconds: the first of a defect after the first of the defect before, the others after the one before. */
  readonly steps: readonly number[];
}

/** Which chunk a defect's history is packed in: those of a thousand issue numbers of its project stand together. */
export function chunkOf(key: string): number {
  const number = Number(key.slice(key.lastIndexOf('-') + 1));
  return Number.isSafeInteger(number) ? Math.floor(number / 1000) : 0;
}

export function packColumns(defects: readonly TimedDefect[]): PackedColumns {
  return {
    v: 1,
    ids: defects.map(({ id }) => id),
    levels: defects.map(({ securityLevel }) => securityLevel),
    status: packSpans(defects.map(({ history }) => history.status)),
    severity: packSpans(defects.map(({ history }) => history.severity)),
  };
}

function packSpans(spansOf: readonly (readonly Span[])[]): PackedSpans {
  const numbers = new Map<string | null, number>();
  const numberOf = (value: string | null): number => {
    const known = numbers.get(value);
    if (known !== undefined) return known;
    numbers.set(value, numbers.size);
    return numbers.size - 1;
  };
  const values: number[] = [];
  const steps: number[] = [];
  let firstBefore = 0;
  for (const spans of spansOf) {
    let before = firstBefore;
    spans.forEach((span, n) => {
      const at = Date.parse(span.from);
      if (n === 0) firstBefore = at;
      values.push(numberOf(span.value));
      steps.push(at - before);
      before = at;
    });
  }
  return { dictionary: [...numbers.keys()], counts: spansOf.map((spans) => spans.length), values, steps };
}

/** Columns of several chunks as one. */
export function unpackColumns(chunks: readonly PackedColumns[]): HistoryColumns {
  return {
    ids: chunks.flatMap(({ ids }) => ids),
    levels: chunks.flatMap(({ levels }) => levels),
    status: unpackSpans(chunks.map(({ status }) => status)),
    severity: unpackSpans(chunks.map(({ severity }) => severity)),
  };
}

function unpackSpans(chunks: readonly PackedSpans[]): SpanColumn {
  const dictionary = [...new Set(chunks.flatMap((chunk) => chunk.dictionary))];
  const total = (lengths: readonly number[]) => lengths.reduce((sum, length) => sum + length, 0);
  const offsets = new Uint32Array(total(chunks.map(({ counts }) => counts.length)) + 1);
  const values = new Uint16Array(total(chunks.map((chunk) => chunk.values.length)));
  const from = new Float64Array(values.length);
  const places = new Map(dictionary.map((value, n) => [value, n]));
  let [defect, span] = [0, 0];
  for (const chunk of chunks) {
    const translated = chunk.dictionary.map((value) => places.get(value) ?? 0);
    let [n, firstBefore] = [0, 0];
    for (const count of chunk.counts) {
      let before = firstBefore;
      for (let k = 0; k < count; k += 1, n += 1, span += 1) {
        const at = before + (chunk.steps[n] ?? 0);
        if (k === 0) firstBefore = at;
        before = at;
        values[span] = translated[chunk.values[n] ?? 0] ?? 0;
        from[span] = at;
      }
      defect += 1;
      offsets[defect] = span;
    }
  }
  return { dictionary, offsets, values, from };
}

/** The columns of some defects. @param places which, in the order wanted */
export function selectDefects(columns: HistoryColumns, places: Uint32Array): HistoryColumns {
  return {
    ids: Array.from(places, (n) => columns.ids[n] ?? ''),
    levels: Array.from(places, (n) => columns.levels[n] ?? null),
    status: selectSpans(columns.status, places),
    severity: selectSpans(columns.severity, places),
  };
}

function selectSpans({ dictionary, offsets, values, from }: SpanColumn, places: Uint32Array): SpanColumn {
  const chosen = new Uint32Array(places.length + 1);
  places.forEach((n, place) => (chosen[place + 1] = (chosen[place] ?? 0) + (offsets[n + 1] ?? 0) - (offsets[n] ?? 0)));
  const total = chosen[places.length] ?? 0;
  const spans = { dictionary, offsets: chosen, values: new Uint16Array(total), from: new Float64Array(total) };
  places.forEach((n, place) => {
    spans.values.set(values.subarray(offsets[n] ?? 0, offsets[n + 1] ?? 0), chosen[place] ?? 0);
    spans.from.set(from.subarray(offsets[n] ?? 0, offsets[n + 1] ?? 0), chosen[place] ?? 0);
  });
  return spans;
}

/** The value of defect `n` at a moment (milliseconds since 1970); undefined before its first span. */
export function columnValueAt(column: SpanColumn, n: number, at: number): string | null | undefined {
  const first = column.offsets[n] ?? 0;
  for (let i = (column.offsets[n + 1] ?? 0) - 1; i >= first; i -= 1) {
    if ((column.from[i] ?? 0) <= at) return column.dictionary[column.values[i] ?? 0];
  }
  return undefined;
}

/** The spans of defect `n` as they were put in, without labels, which columns do not keep. */
export function spansOf(column: SpanColumn, n: number): Span[] {
  const last = column.offsets[n + 1] ?? 0;
  const spans: Span[] = [];
  for (let i = column.offsets[n] ?? 0; i < last; i += 1) {
    const value = column.dictionary[column.values[i] ?? 0] ?? null;
    const to = i + 1 < last ? instantOf(column.from[i + 1]) : null;
    spans.push({ value, label: null, from: instantOf(column.from[i]), to });
  }
  return spans;
}

function instantOf(milliseconds: number | undefined): Instant {
  return new Date(milliseconds ?? 0).toISOString();
}
