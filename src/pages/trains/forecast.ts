import { firstClear, jointForecast } from '../../analytics';
import type { Share } from '../../analytics';
import type { TrainForecastView } from '../../contracts/train-outlook';
import { sha256 } from '../../kernel/hash';
import type { Instant } from '../../kernel/instant';
import { randomFrom } from '../../kernel/random';
import { planned } from '../forecast/facts';
import type { Looked, ReleaseFacts } from '../forecast/facts';
import { dayAt, horizon, runs } from '../forecast/outlook';
import type { OutlookPlan } from '../forecast/outlook';
import { counted, dayNumber, forecastSentence, inHundred, onDay, opened } from '../forecast/words';

/** A release of a train, and the forecast that it has alone. */
export interface ForecastMember {
  /** `SHOP 4.2.0` */
  readonly name: string;
  readonly facts: ReleaseFacts;
  readonly looked: Looked;
  readonly freeze: string | null;
}

export interface TrainForecastFacts {
  readonly trainName: string;
  /** Releases still to come that the viewer may see. */
  readonly members: readonly ForecastMember[];
  /** Others that are not in it. */
  readonly untold: number;
  readonly now: Instant;
}

/** The plan of each release; a defect that blocks several of them is drawn for the first alone, which ends no later for it. */
export function jointPlans(members: readonly ForecastMember[]): readonly OutlookPlan[] {
  const drawn = new Set<string>();
  return members.map(({ facts }) => {
    const defects = facts.defects.filter(({ id }) => !drawn.has(id));
    const { blockers, plan } = planned({ ...facts, defects });
    for (const { id } of blockers.defects) drawn.add(id);
    return plan;
  });
}

/** What the runs of all releases together came to. */
export interface Joint {
  readonly seed: string;
  readonly by: Float64Array;
  readonly last: Float64Array;
}

/** Worked out anew each time: the same facts, day and releases give the same. */
export function jointOf(plans: readonly OutlookPlan[]): Joint {
  const ends = plans.map(({ facts, seed }) => firstClear(facts, { days: horizon, runs }, randomFrom(seed)));
  return { seed: sha256(plans.map(({ seed }) => seed).join(' ')).slice(0, 32), ...jointForecast(ends, horizon) };
}

const chances = [0.5, 0.85, 0.95] as const;

/** By when all blockers of all its releases are closed, or why nobody can say. */
export function trainForecast({ trainName, members, untold, now }: TrainForecastFacts): TrainForecastView {
  const count = new Set(members.flatMap(({ looked }) => looked.blockers.defects.map(({ id }) => id))).size;
  const bare = { blockers: count, untold, dates: [], marks: [], releases: [], restsOn: [] };
  if (members.length === 0) return { ...bare, state: 'none', sentence: 'No release of it that you may see is still to come.' };
  const [refused] = members.flatMap(({ name, looked }) =>
    looked.outlook.refusal === null ? [] : [{ name, ...looked.outlook.refusal }],
  );
  if (refused !== undefined)
    return {
      ...bare,
      state: 'refused',
      sentence: `${trainName}: no forecast, as that of ${refused.name} is not calibrated: ${refused.because}.`,
    };
  const joint = jointOf(jointPlans(members));
  const firstDay = members[0]?.looked.outlook.forecast.firstDay ?? 0;
  const clear = (place: number) =>
    members.reduce((product, { looked }) => product * (looked.outlook.forecast.clear[place] ?? 0), 1);
  const ahead = aheadOf(members, firstDay).map((mark) => ({ ...mark, by: joint.by[mark.place] ?? 0, clear: clear(mark.place) }));
  const whole = { firstDay, by: joint.by, clear: joint.by, open: joint.by };
  return {
    ...{ state: 'forecast', blockers: count, untold },
    sentence: forecastSentence({
      ...{ name: trainName, blockers: count, now, ahead, even: dayAt(whole, 0.5) },
      likely: { chance: 0.85, day: dayAt(whole, 0.85) },
      perDay: members.reduce((sum, { looked }) => sum + perDay(looked), 0),
    }),
    dates: count === 0 ? [] : chances.map((chance) => ({ chance, day: dayAt(whole, chance) })),
    marks: ahead.map(({ what, day, release, by, clear: none }) => ({ what, day, release, chance: count === 0 ? none : by })),
    releases: members.map(({ name, looked }, n) => ({
      ...{ name, blockers: looked.blockers.defects.length, last: joint.last[n] ?? 0 },
      likely: dayAt(looked.outlook.forecast, 0.85),
    })),
    restsOn: restsOn(joint.seed, members.length),
  };
}

function perDay({ outlook }: Looked): number {
  const { offsets, kinds } = outlook.facts.arrivals;
  return offsets.length < 2 ? 0 : kinds.length / (offsets.length - 1);
}

interface Mark {
  readonly what: 'freeze' | 'release';
  readonly day: string;
  readonly place: number;
  readonly release: string;
}

/** The days on which one of them freezes or goes out, the earliest first, as far as can be looked ahead. */
function aheadOf(members: readonly ForecastMember[], firstDay: number): Mark[] {
  const marks = members.flatMap(({ name, facts: { version }, freeze }) =>
    [
      { what: 'freeze' as const, day: freeze },
      { what: 'release' as const, day: version.releaseDate },
    ].flatMap(({ what, day }): Mark[] => {
      const place = (dayNumber(day) ?? NaN) - firstDay;
      return day === null || !(place >= 0 && place < horizon) ? [] : [{ what, day: day.slice(0, 10), place, release: name }];
    }),
  );
  const inOrder = marks.sort((a, b) => a.place - b.place || (a.what < b.what ? -1 : 1));
  return inOrder.filter((mark, n) => inOrder.findIndex((one) => one.what === mark.what) === n);
}

/** What the chance gives to the score: by the earliest release date, of all releases or not at all. */
export function chanceTerm(view: TrainForecastView, now: Instant): { share: Share | null; sentence: string } {
  if (view.untold > 0) return { share: null, sentence: 'Not all of its releases can be forecast, so that nobody can say.' };
  if (view.state !== 'forecast') return { share: null, sentence: view.sentence };
  const mark = view.marks.find(({ what }) => what === 'release');
  if (mark === undefined) return { share: null, sentence: 'None of its releases has a date that a forecast reaches.' };
  const sentence = `${opened(inHundred(mark.chance))} that nothing blocks any of them by ${onDay(mark.day, now)}, the earliest release date.`;
  return { share: { good: mark.chance, all: 1 }, sentence };
}

function restsOn(seed: string, releases: number): string[] {
  return [
    `Each of the ${counted(releases, 'release')} has ${runs.toLocaleString('en')} runs over ${horizon} days, drawn from the history of its own project as on its own forecast; the n-th runs of all of them are one course of things, and the latest release ends it. A defect that blocks several of them is drawn once.`,
    `The seed ${seed.slice(0, 8)}… comes from those of the releases: the same facts give the same figures.`,
    'What makes several projects late at the same time, such as a holiday, is not known to it: then all of them together are later than it says.',
  ];
}
