/** Counts what happened within the last so many milliseconds, against a limit. Moments come in order. */
export class RateWindow {
  private readonly moments: { readonly at: number; readonly count: number }[] = [];
  private sum = 0;

  constructor(
    private readonly limit: number,
    private readonly milliseconds: number,
  ) {}

  /** Takes `count` more, or none where that would pass the limit. */
  take(now: number, count = 1): boolean {
    if (this.used(now) + count > this.limit) return false;
    this.add(now, count);
    return true;
  }

  /** For what is known only when it has happened: counts it even where it passes the limit. */
  add(now: number, count: number): void {
    this.moments.push({ at: now, count });
    this.sum += count;
  }

  used(now: number): number {
    for (let oldest = this.moments[0]; oldest && oldest.at <= now - this.milliseconds; oldest = this.moments[0]) {
      this.sum -= oldest.count;
      this.moments.shift();
    }
    return this.moments.length === 0 ? (this.sum = 0) : this.sum;
  }

  isFull(now: number): boolean {
    return this.used(now) >= this.limit;
  }
}
