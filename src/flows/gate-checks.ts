import { countChange, versionById } from '../defects/shell';
import { checkKey, confirmCheck, withdrawCheck } from '../gates';
import type { Check, GateRow } from '../gates';
import { checksOf, checkStore } from '../gates/shell';
import { pseudonymOf } from '../governance/shell';
import type { Instant } from '../kernel/instant';
import { newId } from '../platform/identity';
import { ok, viewerInRole } from '../platform/jira';
import type { JiraOutcome } from '../platform/jira';
import { gatedStages, gateRowsOf } from '../settings';
import { readSettings } from '../settings/shell';
import { enterCheck } from './enter-check';
import { evaluateVersions } from './evaluate-versions';
import { judgedBuildsOf } from './judged-builds';
import { authorshipOf } from './release-authors';

interface Act {
  readonly projectId: string;
  readonly versionId: string;
  /** Key of the stage, and the name of the check as the gate has it. */
  readonly stageKey: string;
  readonly name: string;
  readonly accountId: string;
  readonly now: Instant;
}

/** What became of an act on a check, in words for the person who acted. */
export type CheckAnswer =
  | { readonly kind: 'done'; readonly sentence: string }
  | { readonly kind: 'refused'; readonly field: 'check' | 'evidence'; readonly message: string };

const refused = (message: string): JiraOutcome<CheckAnswer> => ok({ kind: 'refused', field: 'check', message });
const meanwhile = 'Somebody else has changed this meanwhile. Reload the page to see it as it is.';
const notAsked = 'The gate does not ask for this any more. Reload the page to see what it asks for.';

export interface Confirmation extends Act {
  /** A link or words, as the gate asks. */
  readonly evidence: string;
  /** The builds that the person saw as judged. */
  readonly builds: readonly string[];
}

/**
 * Confirms a check as the person at the screen. Jira is asked at this moment whether the person is in the role; who has a hand in what is
 * checked is refused. It counts once the ledger has it.
 */
export async function confirmCheckOf(wish: Confirmation): Promise<JiraOutcome<CheckAnswer>> {
  const { projectId, versionId, accountId, evidence, builds: seen, now } = wish;
  const found = await askedIn(wish);
  if (found === null) return refused(notAsked);
  const { row, stage } = found;
  const version = await versionById(versionId);
  if (version?.projectId !== projectId) return refused('This project has no such release.');
  if (version.released || version.archived)
    return refused(`${version.name} is out already, so that there is nothing to confirm.`);
  const inRole = await viewerInRole(projectId, accountId, row.role);
  if (inRole.kind !== 'ok') return inRole;
  const who = await pseudonymOf(accountId, newId());
  const authorship = await authorshipOf({ projectId, versionId }, { accountId, pseudonym: who }, now);
  const place = { projectId, version: { id: versionId, name: version.name }, stage, name: row.name };
  const before = await checkOf(wish);
  const builds = await judgedBuildsOf(projectId, version.name);
  const facts = { who, inRole: inRole.value, authorship, asked: row, evidence, seen, builds, now };
  const outcome = confirmCheck(place, before, facts);
  if (outcome.kind === 'refused') return ok(outcome);
  const kept = before === null ? await checkStore.insert(outcome.check) : await checkStore.update(outcome.check);
  if (!kept) return refused(meanwhile);
  await carryOut(outcome.check, now);
  const forBuilds = builds.length === 0 ? '' : ` for ${builds.length === 1 ? 'build' : 'builds'} ${builds.join(', ')}`;
  return ok({ kind: 'done', sentence: `Confirmed${forBuilds}.` });
}

/** Takes a confirmation back; the gate knows at once. */
export async function withdrawCheckOf(wish: Act & { readonly because: string }): Promise<JiraOutcome<CheckAnswer>> {
  const { projectId, accountId, because, now } = wish;
  const check = await checkOf(wish);
  if (check?.projectId !== projectId) return refused('It is not confirmed, so there is nothing to take back.');
  const last = check.events.findLast(({ act }) => act === 'confirmed');
  const inRole = await viewerInRole(projectId, accountId, last?.act === 'confirmed' ? last.role : '');
  if (inRole.kind !== 'ok') return inRole;
  const who = await pseudonymOf(accountId, newId());
  const outcome = withdrawCheck(check, { who, inRole: inRole.value === true, because, now });
  if (outcome.kind === 'refused') return ok(outcome);
  if (!(await checkStore.update(outcome.check))) return refused(meanwhile);
  await carryOut(outcome.check, now);
  return ok({ kind: 'done', sentence: 'Taken back. It has to be confirmed anew.' });
}

type AskedRow = Extract<GateRow, { readonly rule: 'manual-check' }>;

/** The row that asks for the check now, and its stage; null where the gate does not ask. */
async function askedIn({ projectId, stageKey, name }: Act) {
  const settings = await readSettings();
  if (settings.kind !== 'ok') return null;
  const stage = gatedStages(settings.settings).find(({ key }) => key === stageKey);
  const isAsked = (row: GateRow): row is AskedRow =>
    row.rule === 'manual-check' && row.stage === stageKey && checkKey(row.name) === checkKey(name);
  const row = gateRowsOf(settings.settings, projectId).find(isAsked);
  return row === undefined || stage === undefined ? null : { row, stage: { key: stage.key, name: stage.name } };
}

async function checkOf({ versionId, stageKey, name }: Pick<Act, 'versionId' | 'stageKey' | 'name'>) {
  const checks = await checksOf([versionId]);
  return checks.find((check) => check.stage.key === stageKey && checkKey(check.name) === checkKey(name)) ?? null;
}

/** The ledger first, because a confirmation counts once it stands there; then the verdicts. */
async function carryOut({ projectId, version }: Check, now: Instant): Promise<void> {
  const { revision } = await readSettings();
  for (const check of await checksOf([version.id])) await enterCheck(check, revision);
  await countChange(projectId);
  await evaluateVersions({ projectId, versions: new Set([version.id]), now, stampAnew: false });
}

/** Does what a dead function left undone. A confirmation whose hours are over turns with the verdict's next round. */
export async function finishChecks(now: Instant): Promise<void> {
  for (const check of await checkStore.toEnter(200)) await carryOut(check, now);
}
