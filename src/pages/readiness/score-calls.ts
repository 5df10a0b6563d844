import type { BridgeRequest, BridgeView } from '../../contracts/bridge';
import type { Answer } from '../../contracts/screen';
import { clockFrom } from '../../triage';
import { heldTimes } from '../../triage/shell';
import { refused, shown } from '../answer';
import { settingsOf } from '../forecast/facts';
import { lookedAtKept } from '../forecast/kept';
import { releaseFacts, versionsInOrder } from '../forecast/read';
import { openProject } from '../open-project';
import { summarised } from '../stage-summary';
import { debtFacts } from '../validation-debt/read';
import { debtOf } from '../validation-debt/view-model';
import type { Viewer } from '../viewer';
import { agedOf } from './score-aging';
import { agingTerm, forecastTerm, gatesTerm, targetsTerm, validatedTerm } from './score-terms';
import { readinessScoreView } from './score-view';

/** How ready a release is, 0 to 100, in parts that add up. */
export async function readinessScore(
  { projectId, versionId }: BridgeRequest<'readinessScore'>,
  viewer: Viewer,
): Promise<Answer<BridgeView<'readinessScore'>>> {
  const { now } = viewer;
  const opened = await openProject(projectId, viewer);
  if (opened.kind !== 'open') return opened;
  const { project, access } = opened;
  const versions = await versionsInOrder(projectId);
  const version = versions.find(({ id }) => id === versionId);
  if (version === undefined || version.released || project.state !== 'ready') {
    return refused('No score', 'A release has a score while it is still to come, once all of its project has been read.');
  }
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
  return shown(readinessScoreView(terms, defects, access));
}
