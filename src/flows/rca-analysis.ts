import { countChange, versionById } from '../defects/shell';
import type { StoredVersion } from '../defects/shell';
import { mayNow } from '../gates/shell';
import { decideAnalysis, emptyAnalysis } from '../governance';
import type { Analysis, AnalysisCommand, AnalysisProblem, KnownEscapes } from '../governance';
import { analysesToEnter, analysisOf, pseudonymOf, storeAnalysis } from '../governance/shell';
import type { Instant } from '../kernel/instant';
import { newId } from '../platform/identity';
import { ok, viewerMayEditIn } from '../platform/jira';
import type { JiraOutcome } from '../platform/jira';
import { readSettings } from '../settings/shell';
import { enterAnalysis } from './enter-analysis';
import { evaluateVersions } from './evaluate-versions';
import { orderedReleases, ratesOfRelease } from './gate-releases';

export interface AnalysisChange {
  readonly projectId: string;
  readonly versionId: string;
  /** The revision that the person saw. */
  readonly revision: number;
  /** Owners of actions are account ids. */
  readonly command: AnalysisCommand;
  readonly accountId: string;
  readonly now: Instant;
}

export type AnalysisChangeOutcome =
  | { readonly kind: 'done'; readonly sentence: string }
  | { readonly kind: 'refused'; readonly message: string; readonly problems: readonly AnalysisProblem[] };

const refused = (message: string): JiraOutcome<AnalysisChangeOutcome> => ok({ kind: 'refused', message, problems: [] });
const meanwhile = 'Somebody else has changed it meanwhile. Reload the page to see it as it is.';

/** Writes in the analysis of a release, submits it, approves it or returns it, as the person at the screen. */
export async function changeAnalysis(change: AnalysisChange): Promise<JiraOutcome<AnalysisChangeOutcome>> {
  const { projectId, versionId, revision, accountId, now } = change;
  const version = await versionById(versionId);
  if (version?.projectId !== projectId) return refused('This project has no such release.');
  if (!version.released) return refused(`${version.name} is not out yet, so nothing can have escaped from it.`);
  const [mayApprove, mayEdit] = [await mayNow(projectId, 'lift-holds', now), await viewerMayEditIn(projectId)];
  if (mayApprove.kind !== 'ok') return mayApprove;
  if (mayEdit.kind !== 'ok') return mayEdit;
  if (mayApprove.value === null) return refused('You may not see this project in Jira.');
  const isAuthor = change.command.act === 'write' || change.command.act === 'submit';
  if (isAuthor && !mayEdit.value) return refused('You may not edit issues of this project, so you cannot write here either.');
  const before = (await analysisOf(versionId)) ?? emptyAnalysis(projectId, { id: versionId, name: version.name });
  if (before.revision !== revision) return refused(meanwhile);
  const outcome = decideAnalysis(before, await pseudonymous(change.command), {
    ...{ now, who: await pseudonymOf(accountId, newId()), mayApprove: mayApprove.value },
    known: await escapesKnown(version, now),
  });
  if (outcome.kind === 'refused') return ok(outcome);
  if (!(await storeAnalysis(outcome.analysis))) return refused(meanwhile);
  await carryOut(outcome.analysis, now);
  return ok({ kind: 'done', sentence: sentences[change.command.act] });
}

const sentences: Readonly<Record<AnalysisCommand['act'], string>> = {
  write: 'Kept.',
  submit: 'Submitted. Somebody who wrote nothing in it approves it.',
  approve: 'Approved. What it held may go on.',
  return: 'Returned to its authors.',
};

async function pseudonymous(command: AnalysisCommand): Promise<AnalysisCommand> {
  if (command.act !== 'write') return command;
  const actions = [];
  for (const action of command.content.actions)
    actions.push({ ...action, owner: action.owner === '' ? '' : await pseudonymOf(action.owner, newId()) });
  return { ...command, content: { ...command.content, actions } };
}

/** What is known now of what escaped from a release, up to 90 days after it; null where it is not out or nothing was found. */
export async function escapesKnown(version: StoredVersion, now: Instant): Promise<KnownEscapes | null> {
  const settings = await readSettings();
  if (settings.kind !== 'ok') return null;
  const releases = await orderedReleases(version.projectId);
  const rates = await ratesOfRelease({ projectId: version.projectId, releases, now }, version.id, settings.settings.stages);
  const rate = rates?.[90];
  return rate === undefined || rate.found === 0 ? null : { found: rate.found, escaped: rate.escaped };
}

/** The ledger first, because an approval counts once it stands there; then the verdicts that rest on it. */
async function carryOut({ projectId, release }: Analysis, now: Instant): Promise<void> {
  const { revision } = await readSettings();
  const stored = await analysisOf(release.id);
  if (stored === null) return;
  const entered = await enterAnalysis(stored, revision);
  await countChange(projectId);
  if (entered) await evaluateVersions({ projectId, versions: 'all', now, stampAnew: false });
}

/** Does what a dead function left undone. */
export async function finishAnalyses(now: Instant): Promise<void> {
  for (const analysis of await analysesToEnter(200)) await carryOut(analysis, now);
}
