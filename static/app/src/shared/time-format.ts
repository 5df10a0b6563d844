/** Writes moments as the viewer reads them. */
export interface TimeFormat {
  /** `09:02`, or `12 Nov, 09:02` on another day than `now`. */
  clock(at: string, now: number): string;
  /** `Thursday, 12 November 2026 at 09:02 Central European Standard Time`: for tooltips. */
  full(at: string): string;
  /** `12 Nov 2026, 09:02 CET`: in a text or a list that goes over many days. */
  moment(at: string): string;
  /** A calendar date without a time: `12 Nov 2026`. @param date `2026-11-12` */
  date(date: string): string;
  /** The same without the year. */
  shortDate(date: string): string;
}

/** @param locale as Jira writes it, `en-US` or `en_US` @param timeZone IANA name; unknown ones become UTC */
export function makeTimeFormat(locale: string, timeZone: string): TimeFormat {
  const make = (options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat => {
    try {
      return new Intl.DateTimeFormat(locale.replace('_', '-'), options);
    } catch {
      return new Intl.DateTimeFormat('en-GB', { ...options, timeZone: 'UTC' });
    }
  };
  const time = make({ hour: '2-digit', minute: '2-digit', timeZone });
  const dayAndTime = make({ day: 'numeric', month: 'short', hour: '2-digit', minute: '2-digit', timeZone });
  const dayOnly = make({ year: 'numeric', month: 'numeric', day: 'numeric', timeZone });
  const complete = make({
    ...{ weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' },
    ...{ hour: '2-digit', minute: '2-digit', timeZone, timeZoneName: 'long' },
  });
  const moment = make({
    ...{ day: 'numeric', month: 'short', year: 'numeric', hour: '2-digit', minute: '2-digit' },
    ...{ timeZone, timeZoneName: 'short' },
  });
  // A release date belongs to no time zone: reading and writing it in UTC keeps the day.
  const date = make({ day: 'numeric', month: 'short', year: 'numeric', timeZone: 'UTC' });
  const shortDate = make({ day: 'numeric', month: 'short', timeZone: 'UTC' });
  return {
    clock: (at, now) => (dayOnly.format(new Date(at)) === dayOnly.format(now) ? time : dayAndTime).format(new Date(at)),
    full: (at) => complete.format(new Date(at)),
    moment: (at) => moment.format(new Date(at)),
    date: (text) => date.format(new Date(`${text.slice(0, 10)}T00:00:00Z`)),
    shortDate: (text) => shortDate.format(new Date(`${text.slice(0, 10)}T00:00:00Z`)),
  };
}
