import type { Value } from './values';

/** Names and their values, innermost first. A Map, so `constructor` and `__proto__` are ordinary unknown names. */
export class Scope {
  constructor(
    private readonly names: ReadonlyMap<string, Value>,
    private readonly outer?: Scope,
  ) {}

  get(name: string): Value | undefined {
    return this.names.get(name) ?? (this.names.has(name) ? null : this.outer?.get(name));
  }

  with(names: Iterable<readonly [string, Value]>): Scope {
    return new Scope(new Map(names), this);
  }
}
