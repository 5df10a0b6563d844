import { delayOrShip } from '../../analytics';
import type { Forecast, ShipChoice } from '../../analytics';
import type { DelayView } from '../../contracts/forecast';
import type { Instant } from '../../kernel/instant';
import type { Severity } from '../../kernel/severity';
import { about, counted, dayName, dayNumber, onDay } from './words';

/** What escaped from one of the last releases, of severities that block. */
export interface PastEscapes {
  readonly count: number;
  /** Users reached by each of them, where somebody said so. */
  readonly users: readonly number[];
}

interface DelayFacts {
  readonly forecast: Forecast;
  readonly releaseDate: string | null;
  /** Later days that are worth looking at. */
  readonly later: readonly (string | null)[];
  readonly escapes: readonly PastEscapes[];
  readonly blocking: readonly Severity[];
  readonly now: Instant;
}

/** Is a delay worth it? What goes out with open blockers is met by users; what a day of delay costs is for people to say. */
export function delayView({ forecast, releaseDate, later, escapes, blocking, now }: DelayFacts): DelayView {
  const planned = dayNumber(releaseDate);
  const cannot = (because: string): DelayView => ({ kind: 'cannot-say', because });
  if (planned === null) return cannot('The release has no date in Jira: there is nothing to be late for.');
  if (planned < forecast.firstDay) return cannot('Its release date is over. Give it another one in Jira.');
  const weighed = delayOrShip({
    ...{ firstDay: forecast.firstDay, open: forecast.open, planned },
    later: [...later.flatMap((name) => dayNumber(name) ?? []), planned + 7, planned + 14],
    ...{ escapes: escapes.map(({ count }) => count), users: escapes.flatMap(({ users }) => users) },
  });
  const named = blocking.join(' and ');
  if (weighed.kind === 'cannot-say') {
    return cannot(
      weighed.lacks === 'releases'
        ? 'Fewer than three releases are out and have their 90 days behind them: nobody knows yet what escapes from one.'
        : `Fewer than ten ${named} defects that escaped say how many users they reached. Fill in “Users affected” on them, and this will weigh it.`,
    );
  }
  const { choices, usersEach, restsOn, usual, releases } = weighed;
  const [ship, ...others] = choices;
  if (ship === undefined) return cannot('Its release date is too far away.');
  return {
    kind: 'weighed',
    sentence: [shipWords(ship, now), ...waitWords(ship, others)].join(' '),
    choices: choices.map(({ day, ...rest }) => ({ day: dayName(day), ...rest })),
    restsOn: [
      `An escape reached ${about(usersEach)} users on average: ${counted(restsOn, 'escape')} of ${named} from the last ${counted(releases, 'release')} say so.`,
      `Half of these releases had ${about(usual)} or fewer such escapes in 90 days; those come whether or not it is delayed.`,
      'Each blocker that is open when it goes out is taken to be met by users. What a day of delay costs you is not known here.',
    ],
  };
}

function shipWords({ day, escapes, users }: ShipChoice, now: Instant): string {
  return `Going out on ${onDay(dayName(day), now)} takes ${about(escapes)} open blockers along on average: about ${about(users)} users would meet them.`;
}

/** About the first week of delay, or the choice nearest to it. */
function waitWords(ship: ShipChoice, others: readonly ShipChoice[]): string[] {
  const wait = others.find(({ delay }) => delay >= 7) ?? others.at(-1);
  if (wait === undefined) return [];
  const spared = ship.users - wait.users;
  const days = counted(wait.delay, 'day');
  if (spared < Math.max(1, ship.users * 0.05))
    return [`Waiting ${days} would spare next to none of them: new ones come as quickly.`];
  return [`Waiting ${days} would spare about ${about(spared)} of them, ${about(spared / wait.delay)} for each day.`];
}
