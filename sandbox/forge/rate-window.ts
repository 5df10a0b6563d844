/** Counts what happened within the last so many milliseconds, against a limit. */
export class RateWindow {
  private moments: { at: number; count: number }[] = [];

  constructor(
    private readonly limit: number,
    private readonly milliseconds: number,
  ) {}

  /** Takes `count` more, or none where that would pass the limit. */
  take(now: number, count = 1): boolean {
    this.moments = this.moments.filter((moment) => moment.at > now - this.milliseconds);
    const used = this.moments.reduce((sum, moment) => sum + moment.count, 0);
    if (used + count > this.limit) return false;
    this.moments.push({ at: now, count });
    return true;
  }
}
