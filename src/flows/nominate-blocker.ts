import { countChange, defectById, versionById } from '../defects/shell';
import { decideNomination as decide, nominate } from '../gates';
import type { Nomination } from '../gates';
import { mayNow, nominationsOf, nominationStore } from '../gates/shell';
import type { StoredNomination } from '../gates/shell';
import { appendEntry, pseudonymOf } from '../governance/shell';
import type { Instant } from '../kernel/instant';
import { newId } from '../platform/identity';
import { ok } from '../platform/jira';
import type { JiraOutcome } from '../platform/jira';
import { readSettings } from '../settings/shell';
import { evaluateVersions } from './evaluate-versions';
import type { ControlOutcome } from './gate-holds';

interface About {
  readonly projectId: string;
  readonly versionId: string;
  readonly defectId: string;
  readonly because: string;
  readonly accountId: string;
  readonly now: Instant;
}

const refused = (message: string): JiraOutcome<ControlOutcome> => ok({ kind: 'refused', message });
const meanwhile = 'Somebody else has changed this meanwhile. Reload the page to see it as it is.';

/** Asks that a defect is a blocker of a release. Whether the person may edit the defect has been asked before. */
export async function nominateBlocker(wish: About): Promise<JiraOutcome<ControlOutcome>> {
  const { projectId, versionId, defectId, because, accountId, now } = wish;
  const [version, defect] = [await versionById(versionId), await defectById(defectId)];
  if (version?.projectId !== projectId || defect?.projectId !== projectId)
    return refused('This project has no such release or defect.');
  const place = { projectId, version: { id: versionId, name: version.name }, defectId };
  const before = await nominationOf(versionId, defectId);
  const outcome = nominate(place, before, {
    ...{ who: await pseudonymOf(accountId, newId()), because, now },
    ...{ isOpen: defect.open, isShipped: version.released || version.archived },
  });
  if (outcome.kind === 'refused') return ok(outcome);
  const { nomination } = outcome;
  const kept = before === null ? await nominationStore.insert(nomination) : await nominationStore.update(nomination);
  if (!kept) return refused(meanwhile);
  await carryOut(nomination, now);
  return ok({ kind: 'done', sentence: `Nominated. A release manager decides whether it blocks ${version.name}.` });
}

/** Grants a nomination or refuses it, as the person at the screen. */
export async function decideNomination(
  decision: About & { readonly act: 'granted' | 'refused' },
): Promise<JiraOutcome<ControlOutcome>> {
  const { projectId, versionId, defectId, act, because, accountId, now } = decision;
  const may = await mayNow(projectId, 'lift-holds', now);
  if (may.kind !== 'ok') return may;
  if (may.value === null) return refused('You may not see this project in Jira.');
  const nomination = await nominationOf(versionId, defectId);
  if (nomination?.projectId !== projectId) return refused('Nobody nominated this defect for this release.');
  const who = await pseudonymOf(accountId, newId());
  const outcome = decide(nomination, act, { who, because, now, mayDecide: may.value });
  if (outcome.kind === 'refused') return ok(outcome);
  if (!(await nominationStore.update(outcome.nomination))) return refused(meanwhile);
  await carryOut(outcome.nomination, now);
  const { name } = nomination.version;
  const sentence = act === 'granted' ? `It blocks ${name} until it is done.` : `It does not block ${name}.`;
  return ok({ kind: 'done', sentence });
}

async function nominationOf(versionId: string, defectId: string): Promise<StoredNomination | null> {
  return (await nominationsOf([versionId])).find((nomination) => nomination.defectId === defectId) ?? null;
}

/** The ledger first, because a refusal counts once it stands there; then the verdicts. */
async function carryOut({ projectId, version, defectId }: Nomination, now: Instant): Promise<void> {
  const stored = await nominationOf(version.id, defectId);
  if (stored !== null) await enter(stored);
  await countChange(projectId);
  await evaluateVersions({ projectId, versions: new Set([version.id]), now, stampAnew: false });
}

/** Reasons are people's own words, which may name issues: they are evidence. */
async function enter(nomination: StoredNomination): Promise<void> {
  const { projectId, version, defectId, events, entered } = nomination;
  const [settings, defect] = [await readSettings(), await defectById(defectId)];
  const issue = { id: defectId, key: defect?.key ?? '', level: defect?.securityLevel ?? null };
  for (const [index, { act, at, who, because }] of events.entries()) {
    if (index < entered) continue;
    const fact = {
      ...{ at, kind: `blocker-${act}`, subject: `version:${version.id}`, settings: settings.revision },
      entryKey: `nomination:${version.id}:${defectId}:${index + 1}`,
      actor: { kind: 'person', pseudonym: who } as const,
      body: { schema: 1, version, severity: defect?.severity ?? 'none', sentence: `${sentences[act]} ${version.name}.` },
      evidence: { issues: [{ ...issue, because }] },
    };
    await appendEntry(projectId, fact, [defectId]);
  }
  if (events.length > entered) await nominationStore.noteEntered(nomination.id, events.length);
}

const sentences: Readonly<Record<Nomination['state'], string>> = {
  asked: 'A defect was nominated as a blocker of',
  granted: 'A defect was granted to be a blocker of',
  refused: 'A defect was refused as a blocker of',
};

/** Does what a dead function left undone. */
export async function finishNominations(now: Instant): Promise<void> {
  for (const nomination of await nominationStore.toEnter(200)) await carryOut(nomination, now);
}
