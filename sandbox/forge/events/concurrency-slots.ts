/** `concurrency: {key, limit}` of queue events: at most `limit` messages of a key at a time; the others wait for a free slot. */
export class ConcurrencySlots {
  private readonly taken = new Map<string, number>();
  private readonly waiting = new Map<string, (() => void)[]>();

  /** Takes a slot, or keeps `retry` to be called when one is free. */
  enter({ key, limit }: { key: string; limit: number }, retry: () => void): boolean {
    const used = this.taken.get(key) ?? 0;
    if (used < limit) {
      this.taken.set(key, used + 1);
      return true;
    }
    this.waiting.set(key, [...(this.waiting.get(key) ?? []), retry]);
    return false;
  }

  leave(key: string): void {
    this.taken.set(key, (this.taken.get(key) ?? 1) - 1);
    const [next, ...others] = this.waiting.get(key) ?? [];
    this.waiting.set(key, others);
    next?.();
  }
}
