import { countChange, defectById, fixVersionsOf, versionById } from '../defects/shell';
import type { StoredDefect, StoredVersion } from '../defects/shell';
import { askException, decideException, frozenAt, settleException } from '../gates';
import type { ExceptionCommand, ExceptionWish } from '../gates';
import { exceptionsOfDefect, exceptionStore, freezesOf, mayNow } from '../gates/shell';
import type { StoredException } from '../gates/shell';
import { pseudonymOf } from '../governance/shell';
import type { Instant } from '../kernel/instant';
import { newId } from '../platform/identity';
import { ok } from '../platform/jira';
import type { JiraOutcome } from '../platform/jira';
import { readSettings } from '../settings/shell';
import { catchEntries } from './catch-entries';
import { enterException } from './enter-freeze';
import { evaluateVersions } from './evaluate-versions';
import type { ControlOutcome } from './gate-holds';

interface About {
  readonly projectId: string;
  readonly versionId: string;
  readonly defectId: string;
  readonly accountId: string;
  readonly now: Instant;
}

const refused = (message: string): JiraOutcome<ControlOutcome> => ok({ kind: 'refused', message });
const meanwhile = 'Somebody else has changed this meanwhile. Reload the page to see it as it is.';
const damaged = 'The settings cannot be read, and an admin must save them anew.';

/** Asks that a defect may come into a frozen release. Whether the person may edit the defect has been asked before. */
export async function requestException({ wish, ...about }: About & { readonly wish: ExceptionWish }) {
  const { projectId, versionId, defectId, accountId, now } = about;
  const settings = await readSettings();
  if (settings.kind !== 'ok') return refused(damaged);
  const [version, defect] = [await versionById(versionId), await defectById(defectId)];
  if (version?.projectId !== projectId || defect?.projectId !== projectId)
    return refused('This project has no such release or defect.');
  await settleOf(about);
  const policy = settings.settings.gates.freezes;
  const day = settings.settings.forecast.freezes[versionId]?.day ?? null;
  const outcome = askException({ projectId, version: { id: versionId, name: version.name }, defectId }, wish, {
    ...{ policy, now, who: await pseudonymOf(accountId, newId()), others: await ownOf(about) },
    isFrozen: isComing(version) && frozenAt(day, await freezesOf([versionId]), now)?.standing === true,
    isAdmitted: isAdmitted(defect, policy.admits),
  });
  if (outcome.kind === 'refused') return ok<ControlOutcome>(outcome);
  if (!(await exceptionStore.insert(outcome.exception))) return refused(meanwhile);
  await enterAll(about);
  await countChange(projectId);
  return ok<ControlOutcome>({ kind: 'done', sentence: 'Asked for. Somebody else who may override gates decides.' });
}

function isComing({ released, archived }: StoredVersion): boolean {
  return !released && !archived;
}

function isAdmitted({ severity }: StoredDefect, admits: readonly string[]): boolean {
  return severity !== null && admits.includes(severity);
}

const doneWords: Readonly<Record<ExceptionCommand['act'], string>> = {
  approve: 'Approved. The defect may come in until the exception is over.',
  refuse: 'Refused. The defect may not come in.',
  revoke: 'Revoked. What came in under it stays in.',
};

/** Approves, refuses or revokes an exception as the person at the screen; of two who decide at once, one does. */
export async function decideFreezeException({ command, ...about }: About & { readonly command: ExceptionCommand }) {
  const { projectId, versionId, accountId, now } = about;
  const may = await mayNow(projectId, 'override-gates', now);
  if (may.kind !== 'ok') return may;
  if (may.value === null) return refused('You may not see this project in Jira.');
  await settleOf(about);
  const exception = (await ownOf(about)).at(-1);
  if (exception?.projectId !== projectId) return refused('Nobody asked for an exception for this defect.');
  const who = await pseudonymOf(accountId, newId());
  const outcome = decideException(exception, command, { who, mayDecide: may.value, now });
  if (outcome.kind === 'refused') return ok<ControlOutcome>(outcome);
  if (!(await exceptionStore.update(outcome.exception))) return refused(meanwhile);
  // The ledger first, because an approval lets nothing in before it stands there; then flags and verdicts.
  await enterAll(about);
  await countChange(projectId);
  const caught = await catchEntries(projectId, [about.defectId], now);
  await evaluateVersions({
    projectId,
    versions: new Set([versionId, ...(await fixVersionsOf([about.defectId]))]),
    now,
    stampAnew: false,
  });
  return caught.kind === 'busy' ? caught : ok<ControlOutcome>({ kind: 'done', sentence: doneWords[command.act] });
}

async function ownOf({ versionId, defectId }: About): Promise<StoredException[]> {
  return (await exceptionsOfDefect(defectId)).filter(({ version }) => version.id === versionId);
}

/** What is over gets its end first: it may be some minutes before the clock comes to it. */
async function settleOf(about: About): Promise<void> {
  for (const exception of await ownOf(about)) {
    const settled = settleException(exception, about.now);
    if (settled !== null) await exceptionStore.update(settled);
  }
  await enterAll(about);
}

async function enterAll(about: About): Promise<void> {
  const { revision } = await readSettings();
  for (const exception of await ownOf(about)) await enterException(exception, revision);
}
