import { knownAfter, leastToProject, projectEscapes, removalBenchmarks, removalEfficiency } from '../../analytics';
import { escapeWindows } from '../../contracts/escapes';
import type { EscapeRelease, EscapesAfter, EscapesView } from '../../contracts/escapes';
import type { StoredProject } from '../../defects/shell';
import { day } from '../../kernel/instant';
import { storeState } from '../store-state';
import { matrixView, planMatrix } from './matrix';
import { boundaryOf, delaysOf, escapedReleases, figuresOf } from './model';
import type { EscapedRelease, EscapeFacts } from './model';
import { recurrenceView, recurring } from './recurring';
import type { RecurringFacts } from './recurring';
import { escapeWords } from './words';

export interface EscapeChoice {
  readonly window: number;
  /** Key of a stage; null past the release. */
  readonly stage: string | null;
  readonly versionId: string | null;
}

export interface EscapesFacts extends EscapeFacts, RecurringFacts {
  readonly project: StoredProject;
  readonly revision: string;
}

/** A chart of more could not be read. */
const mostReleases = 20;

export function escapesView(facts: EscapesFacts, choice: EscapeChoice): EscapesView {
  const { project, revision, now, stages, history } = facts;
  const all = escapedReleases(facts, choice.window);
  const others = escapeWindows.filter((window) => window !== choice.window).map((window) => ({ ...choice, window }));
  return {
    ...{ now, revision, project: { id: project.id, key: project.key, name: project.name }, store: storeState(project, now) },
    ...afterRelease(facts, choice, all),
    alsoAfter: others.map((other) => ({
      window: other.window,
      ...afterRelease(facts, other, escapedReleases(facts, other.window)),
    })),
    stages: stages.map(({ key, name }) => ({ key, name })),
    choices: all.map(({ version: { id, name } }) => ({ id, name })),
    older: Math.max(0, shownOf(all, choice).length - mostReleases),
    benchmarks: removalBenchmarks,
    matrix: matrixView(planMatrix(facts)),
    recurrence: recurrenceView(recurring(facts), stages.at(-1)?.name ?? ''),
    ...{ defects: history.rows.length, hidden: history.hidden },
  };
}

/** What depends on how long after the release is counted. @param all released versions with what they had in that time */
function afterRelease(facts: EscapesFacts, choice: EscapeChoice, all: readonly EscapedRelease[]): EscapesAfter {
  const { stages } = facts;
  const now = Date.parse(facts.now);
  const boundary = boundaryOf(choice.stage, stages);
  const delays = all.filter(({ ends }) => ends <= now).map(delaysOf);
  const shown = shownOf(all, choice).slice(0, mostReleases);
  const releases = shown.map((release) => releaseView(release, { boundary, delays, now }));
  const past = boundary === null ? null : (stages[boundary]?.name ?? null);
  const words = escapeWords(releases, choice.window, past);
  return {
    sentence: words.sentence === '' ? nothingReleased(facts, choice) : words.sentence,
    ...{ next: words.next, releases },
    basis: {
      ...{ releases: delays.length, escapes: delays.reduce((sum, some) => sum + some.length, 0) },
      least: { releases: leastToProject.releases, escapes: leastToProject.escapes },
    },
  };
}

function shownOf(all: readonly EscapedRelease[], { versionId }: EscapeChoice): readonly EscapedRelease[] {
  return versionId === null ? all : all.filter(({ version }) => version.id === versionId);
}

function nothingReleased({ versions }: EscapesFacts, { versionId }: EscapeChoice): string {
  const chosen = versions.find(({ id }) => id === versionId);
  if (chosen !== undefined)
    return `${chosen.name} is not released yet, or has no release date: nothing can have escaped from it.`;
  return 'No release of this project is out with a release date yet, so nothing can have escaped from one.';
}

interface Circumstances {
  readonly boundary: number | null;
  /** Of the releases whose window is over. */
  readonly delays: readonly Float64Array[];
  readonly now: number;
}

function releaseView(release: EscapedRelease, { boundary, delays, now }: Circumstances): EscapeRelease {
  const { version, window, ends } = release;
  const { rate, past } = figuresOf(release, boundary);
  const young = ends > now;
  const days = Math.max(0, (now - window.releasedAt) / day);
  const share = young && boundary === null ? knownAfter(delays, days) : null;
  return {
    ...{ id: version.id, name: version.name, releaseDate: version.releaseDate, young },
    day: Math.min(window.windowDays, Math.floor(days)),
    found: past === null ? rate.found : past.counts.caught + past.counts.past,
    escaped: past === null ? rate.escaped : past.counts.past,
    rate: past === null ? rate.rate : past.rate,
    efficiency: removalEfficiency(rate),
    counts: rate.counts,
    past: past === null ? null : past.counts,
    projected: share === null ? null : projectEscapes(rate.escaped, rate.found - rate.escaped, share),
  };
}
