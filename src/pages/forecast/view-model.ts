import type { CalibrationView, DelayView, ForecastView, OutlookView } from '../../contracts/forecast';
import type { StoredProject, StoredVersion } from '../../defects/shell';
import { between, day } from '../../kernel/instant';
import type { Instant } from '../../kernel/instant';
import { severities } from '../../kernel/severity';
import { resolutionDays } from '../../analytics';
import type { Calibration, ForecastFacts } from '../../analytics';
import { maySee } from '../access';
import { storeState } from '../store-state';
import { versionView } from '../version-view';
import type { Blockers } from './blockers';
import { delayView } from './delay-view';
import type { PastEscapes } from './delay-view';
import { blockingSeverities } from './history';
import { lookedAt, settingsOf, toCome } from './facts';
import type { Looked, ReleaseFacts } from './facts';
import { dayAt, horizon, runs } from './outlook';
import type { Outlook } from './outlook';
import { counted, dayName, dayNumber, forecastSentence } from './words';

const fourWeeks = 28;
const dates = [0.5, 0.85, 0.95] as const;
const likely = 0.85;

/** What a screen without a forecast shows. */
export interface BareFacts {
  readonly project: StoredProject;
  readonly versions: readonly StoredVersion[];
  readonly version: StoredVersion | null;
  readonly freeze: ForecastView['freeze'];
  readonly frozen: ForecastView['frozen'];
  readonly mayEdit: boolean;
  readonly revision: string;
  readonly now: Instant;
}

/** Where there is nothing to forecast: no release, one that is out, or a project that has not been read. */
export function bareView(facts: BareFacts, state: 'no-release' | 'released' | 'not-read'): ForecastView {
  const { project, versions, version, freeze, frozen, mayEdit, revision, now } = facts;
  const name = version?.name ?? '';
  const sentences = {
    'no-release': 'No release is planned: create a version in Jira, and its forecast stands here.',
    released: `${name} is out: there is nothing left to forecast.`,
    'not-read': `${name}: the forecast comes once all of the project has been read.`,
  };
  return {
    ...{ now, project: { id: project.id, key: project.key, name: project.name }, store: storeState(project, now) },
    ...{ version: version === null ? null : versionView(version), versions: toCome(versions).map(versionView) },
    ...{ freeze, frozen: [...frozen], mayEdit, sentence: sentences[state], state, refusal: null, revision },
    blockers: { rows: [], hidden: 0, definition: '' },
    ...{ outlook: null, calibration: null, delay: null, restsOn: [] },
  };
}

export interface ForecastViewFacts extends ReleaseFacts {
  readonly freeze: ForecastView['freeze'];
  readonly frozen: ForecastView['frozen'];
  readonly mayEdit: boolean;
  readonly escapes: readonly PastEscapes[];
  readonly revision: string;
}

/** The forecast of a release that is still to come. */
export function forecastView(facts: ForecastViewFacts, { blockers, outlook }: Looked = lookedAt(facts)): ForecastView {
  const { version, history, now } = facts;
  const freeze = freezeAhead(facts);
  const blocked = blockers.defects.length > 0;
  const bare = bareView(facts, 'not-read');
  const view = outlookView(outlook, version, freeze, blocked);
  const common = {
    ...bare,
    calibration: calibrationView(outlook.calibration),
    restsOn: restsOn(outlook, history.hidden),
  };
  if (outlook.refusal !== null) {
    return {
      ...{ ...common, state: 'not-calibrated', refusal: { ...outlook.refusal, missing: [...outlook.refusal.missing] } },
      sentence: refusalSentence(version.name, blockers.defects.length, outlook.refusal.because),
      blockers: blockersView(blockers, facts, null),
    };
  }
  return {
    ...{ ...common, state: blocked ? 'blocked' : 'clear', outlook: view },
    sentence: outlookSentence(outlook, version, freeze, blockers.defects.length, now),
    blockers: blockersView(blockers, facts, outlook),
    delay: delayOf(facts, outlook, view),
  };
}

/** The freeze that is still to come: one that stands already has begun, whatever day was planned. */
export function freezeAhead({ freeze, frozen }: Pick<BareFacts, 'freeze' | 'frozen'>): ForecastView['freeze'] {
  return frozen.some(({ until }) => until === null) ? null : freeze;
}

/** The forecast in one line. */
export function forecastLine(
  facts: ReleaseFacts,
  freeze: ForecastView['freeze'],
  { blockers, outlook }: Looked = lookedAt(facts),
): { sentence: string; isForecast: boolean } {
  const { version, now } = facts;
  const count = blockers.defects.length;
  if (outlook.refusal !== null)
    return { sentence: refusalSentence(version.name, count, outlook.refusal.because), isForecast: false };
  return { sentence: outlookSentence(outlook, version, freeze, count, now), isForecast: true };
}

function refusalSentence(name: string, blockers: number, because: string): string {
  const open = blockers === 0 ? 'nothing blocks it now' : `${counted(blockers, 'blocker')} ${blockers === 1 ? 'is' : 'are'} open`;
  return `${name}: ${open}. Not calibrated, so no forecast: ${because}.`;
}

function outlookSentence(
  { forecast, facts }: Outlook,
  version: StoredVersion,
  freeze: ForecastView['freeze'],
  blockers: number,
  now: Instant,
): string {
  const ahead = [
    { what: 'freeze' as const, day: freeze?.day ?? null },
    { what: 'release' as const, day: version.releaseDate },
  ].flatMap(({ what, day: name }) => {
    const place = (dayNumber(name) ?? NaN) - forecast.firstDay;
    const [by, clear] = [forecast.by[place], forecast.clear[place]];
    return name === null || by === undefined || clear === undefined ? [] : [{ what, day: name, by, clear }];
  });
  return forecastSentence({
    ...{ name: version.name, blockers, now, perDay: perDay(facts) },
    ahead: ahead.sort((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : 0)),
    even: dayAt(forecast, 0.5),
    likely: { chance: likely, day: dayAt(forecast, likely) },
  });
}

function perDay({ arrivals }: ForecastFacts): number {
  return arrivals.offsets.length < 2 ? 0 : arrivals.kinds.length / (arrivals.offsets.length - 1);
}

const rounded = (values: Float64Array, digits: number) => Array.from(values, (value) => Number(value.toFixed(digits)));

function outlookView(
  { forecast, seed }: Outlook,
  version: StoredVersion,
  freeze: ForecastView['freeze'],
  blocked: boolean,
): OutlookView {
  const shown = blocked ? forecast.by : forecast.clear;
  const mark = (name: string | null) =>
    name === null ? null : { day: name, chance: shown[(dayNumber(name) ?? NaN) - forecast.firstDay] ?? null };
  return {
    ...{ about: blocked ? 'all-closed' : 'none-open', runs, seed, firstDay: dayName(forecast.firstDay) },
    ...{ by: rounded(forecast.by, 4), clear: rounded(forecast.clear, 4), open: rounded(forecast.open, 3) },
    ...{ freeze: mark(freeze?.day ?? null), release: mark(version.releaseDate) },
    dates: blocked ? dates.map((chance) => ({ chance, day: dayAt(forecast, chance) })) : [],
  };
}

function calibrationView(past: Calibration | null): CalibrationView | null {
  if (past === null) return null;
  return { ...past, bins: past.bins.map((bin) => ({ ...bin, to: Math.min(1, bin.from + 0.2) })) };
}

function blockersView(
  { defects, definition }: Blockers,
  { version, access, now }: ForecastViewFacts,
  outlook: Outlook | null,
): ForecastView['blockers'] {
  const release = dayNumber(version.releaseDate);
  const today = Math.floor(Date.parse(now) / day);
  const until = release === null || release < today ? today + fourWeeks : release;
  const rows = defects.flatMap((defect, n) => (maySee(access, defect.securityLevel) ? [{ defect, n }] : []));
  return {
    rows: rows
      .map(({ defect, n }) => ({
        ...{ id: defect.id, key: defect.key, summary: defect.summary, severity: defect.severity },
        ageDays: Math.max(0, Math.floor(between(defect.createdAt, now) / day)),
        chance: outlook === null ? null : Number(outlook.closedBy(n, until).toFixed(4)),
      }))
      .sort((a, b) => (a.chance ?? 0) - (b.chance ?? 0) || b.ageDays - a.ageDays),
    ...{ hidden: defects.length - rows.length, definition },
  };
}

function delayOf(facts: ForecastViewFacts, { forecast }: Outlook, view: OutlookView): DelayView {
  return delayView({
    ...{ forecast, releaseDate: facts.version.releaseDate, escapes: facts.escapes, now: facts.now },
    later: view.dates.map(({ day: name }) => name),
    blocking: blockingSeverities(settingsOf(facts.settings)),
  });
}

function restsOn({ facts: { arrivals, curves }, seed }: Outlook, hidden: number): string[] {
  const days = arrivals.offsets.length - 1;
  const names = [...severities, 'without a severity'];
  const long = curves.map(({ ended, censored }, n) => `${names[n] ?? ''} on ${ended} closed and ${censored} open`);
  return [
    `How long it takes rests on defects reported in the last ${resolutionDays} days, open ones with the age that they have reached: ${long.join(', ')}. Where fewer than 20 of a severity are closed, it is taken together with others.`,
    `How many come rests on ${counted(arrivals.kinds.length, 'blocker')} in ${counted(days, 'day')}.`,
    `${runs.toLocaleString('en')} runs over ${horizon} days; the seed ${seed.slice(0, 8)}… comes from the release, the day and the facts, so that the same facts give the same figures.`,
    'It does not know how many people work on it, holidays, or what you intend to do next.',
    ...(hidden === 0
      ? []
      : [`${counted(hidden, 'defect')} of the project that you may not see ${hidden === 1 ? 'is' : 'are'} left out.`]),
  ];
}
