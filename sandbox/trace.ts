/** What went through the sandbox, for `/sandbox/trace`. */
export type TraceKind = 'rest' | 'kvs' | 'sql' | 'queue' | 'event' | 'function' | 'bridge' | 'unmodelled';

export interface TraceEntry {
  readonly n: number;
  readonly at: string;
  readonly kind: TraceKind;
  readonly what: string;
  readonly status: number | string;
  readonly points: number;
}

export interface Trace {
  add(entry: { kind: TraceKind; what: string; status: number | string; points?: number }): void;
  since(n: number): { readonly next: number; readonly entries: readonly TraceEntry[] };
  clear(): void;
}
