import type { ReadinessTerm } from '../../analytics';
import type { StoredVersion } from '../../defects/shell';
import { clockFrom } from '../../triage';
import { heldTimes } from '../../triage/shell';
import { settingsOf } from '../forecast/facts';
import type { Looked, ReleaseFacts } from '../forecast/facts';
import { lookedAtKept } from '../forecast/kept';
import { releaseFacts } from '../forecast/read';
import type { OpenProject } from '../open-project';
import { summarised } from '../stage-summary';
import { debtFacts } from '../validation-debt/read';
import { debtOf } from '../validation-debt/view-model';
import type { Viewer } from '../viewer';
import { agedOf } from './score-aging';
import { agingTerm, forecastTerm, gatesTerm, targetsTerm, validatedTerm } from './score-terms';
import type { TermFacts } from './score-terms';

/** What the score of a release is made of, and what that was worked out from. */
export interface ScoreFacts {
  readonly facts: ReleaseFacts;
  readonly looked: Looked;
  readonly terms: Readonly<Record<ReadinessTerm, TermFacts>>;
}

/** @param versions all of the project, in their order */
export async function scoreFacts(
  opened: Extract<OpenProject, { kind: 'open' }>,
  version: StoredVersion,
  versions: readonly StoredVersion[],
  viewer: Viewer,
): Promise<ScoreFacts> {
  const { now } = viewer;
  const { access } = opened;
  const { projectId } = version;
  const [facts, held] = await Promise.all([releaseFacts(opened, version, versions, viewer), heldTimes(projectId)]);
  const { defects, history, verdicts } = facts;
  const { stages, slaTargetDays } = settingsOf(facts.settings);
  const [looked, deployments] = await Promise.all([lookedAtKept(facts), debtFacts(version, defects, stages)]);
  const openFacts = { open: defects.filter(({ open }) => open), access, now };
  const ofRelease = new Set(openFacts.open.map(({ id }) => id));
  const clocks = new Map(openFacts.open.map(({ id, createdAt }) => [id, clockFrom(createdAt, held.get(id) ?? [], now)]));
  const terms = {
    gates: gatesTerm(summarised(facts.settings, projectId, verdicts, now), verdicts),
    targets: targetsTerm(openFacts, slaTargetDays, clocks),
    forecast: forecastTerm(looked, version.releaseDate, now),
    aging: agingTerm(openFacts, agedOf(history, ofRelease, now)),
    validated: validatedTerm(defects, debtOf(deployments), access),
  };
  return { facts, looked, terms };
}
