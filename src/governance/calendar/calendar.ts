/** When somebody works, by the wall clock of one time zone. */
export interface WorkingHours {
  /** IANA name, e.g. `Europe/Berlin`. */
  readonly zone: string;
  readonly hours: readonly WorkingSpan[];
  readonly holidays: readonly Holiday[];
}

/** A team's working time; problems.ts says what can be wrong with it. */
export interface Calendar extends WorkingHours {
  readonly name: string;
  /** Teams elsewhere that take over: it is working time when any of them works. */
  readonly handOver: readonly WorkingHours[];
}

/** Counted by the wall clock: an hour that it skips does not count, an hour that comes twice counts twice. */
export interface WorkingSpan {
  /** 1 Monday to 7 Sunday. */
  readonly days: readonly number[];
  /** `09:00` */
  readonly from: string;
  /** `17:30`, later than `from` on the same day; `24:00` is the end of the day. */
  readonly to: string;
}

/** A day without working time. */
export interface Holiday {
  /** `2026-12-24`, or `12-24` for every year. */
  readonly date: string;
  /** Empty where it has none. */
  readonly name: string;
}
