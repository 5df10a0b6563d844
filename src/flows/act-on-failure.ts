import { markDirty, siteFieldIds, versionsOf } from '../defects/shell';
import type { StoredProject } from '../defects/shell';
import { stageOf } from '../environments';
import { appendEntry } from '../governance/shell';
import type { Adf } from '../kernel/adf';
import type { Instant } from '../kernel/instant';
import type { Severity } from '../kernel/severity';
import { runBroken } from '../notifications';
import { newId } from '../platform/identity';
import {
  addComment,
  attachText,
  createIssue,
  fetchIssues,
  hasComment,
  isFinal,
  moveIssue,
  ok,
  transitionsOf,
} from '../platform/jira';
import type { JiraOutcome, NewIssue } from '../platform/jira';
import { logInfo } from '../platform/log';
import type { Settings } from '../settings';
import { adfOf, brokenRunComment, closingComment, describeBrokenRun, describeFailure, reopenComment } from '../triage';
import type { BrokenRun, Create, Decision, DescribedDefect, FailureGroup, ProposeClosing, Reopen, TestRun } from '../triage';
import { brokenRunSubject, failuresBySubject, storeFailure } from '../triage/shell';
import type { StoredFailure } from '../triage/shell';
import { placeOf } from './failure-facts';
import { failureLabel } from './failure-label';
import { notify, releasesNamed } from './notify';

/** What is known where a decision is carried out. */
export interface ActingOnRun {
  readonly project: StoredProject;
  readonly run: TestRun;
  readonly settings: Settings;
  readonly revision: number;
  readonly now: Instant;
}

/** Carries out what was decided about a failure. */
export async function actOn(decision: Decision, acting: ActingOnRun): Promise<JiraOutcome<null>> {
  switch (decision.kind) {
    case 'create':
      return file(decision, acting);
    case 'reopen':
      return reopen(decision, acting);
    case 'broken-run':
      return breakRun(decision, acting);
    case 'propose-closing':
      return proposeClosing(decision, acting);
    case 'track':
    case 'known':
      await keep(decision.fingerprint, decision.kind === 'track' ? 'tracked' : 'known', decision.why, acting);
      return ok(null);
    case 'sight':
    case 'nothing':
      return ok(null);
  }
}

function groupOf(fingerprint: string, { run }: ActingOnRun): FailureGroup | null {
  return run.failures.find((group) => group.fingerprint === fingerprint) ?? null;
}

async function keep(subject: string, state: StoredFailure['state'], because: string, acting: ActingOnRun): Promise<void> {
  const before = (await failuresBySubject(acting.project.id, [subject])).get(subject);
  const group = groupOf(subject, acting);
  const title = group === null ? (before?.title ?? '') : [group.kind, group.title].filter((part) => part !== '').join(': ');
  await storeFailure(acting.project.id, {
    ...{ subject, state, title, because, changedAt: acting.now },
    ...{ issueId: before?.issueId ?? null, issueKey: before?.issueKey ?? null },
    ...{ runs: before?.runs ?? [], proposedAt: before?.proposedAt ?? null },
  });
}

async function file(decision: Create, acting: ActingOnRun): Promise<JiraOutcome<null>> {
  const group = groupOf(decision.fingerprint, acting);
  if (group === null) return ok(null);
  const described = describeFailure(group, acting.run, acting.settings.failures, decision);
  return fileDefect(decision.fingerprint, described, decision.why, [], acting);
}

/** The intent is kept first: whoever finds it after a crash looks in Jira for what became of it. */
async function fileDefect(
  subject: string,
  described: DescribedDefect,
  because: string,
  runs: readonly string[],
  acting: ActingOnRun,
): Promise<JiraOutcome<null>> {
  const { project, run, now } = acting;
  const failure: StoredFailure = {
    ...{ subject, state: 'filing', title: described.summary, because, runs, changedAt: now },
    ...{ issueId: null, issueKey: null, proposedAt: null },
  };
  await storeFailure(project.id, failure);
  const made = await makeIssue(subject, described, acting);
  if (made.kind !== 'ok') {
    if (!isFinal(made)) return made;
    // Jira will say the same tomorrow: it is on the screen of what pipelines sent, and nothing else waits for it.
    logInfo('defect-refused', { project: project.id, because: made.because });
    const why = `Jira does not let Holdpoint create a defect in ${project.key}. ${made.because}`;
    await storeFailure(project.id, { ...failure, state: 'tracked', because: why });
    return ok(null);
  }
  const { id, key } = made.value;
  await storeFailure(project.id, { ...failure, state: 'filed', issueId: id, issueKey: key });
  await markDirty(project.id, [{ issueId: id, token: newId(), deleted: false }], now);
  await enter('defect-filed', id, `A failure in ${run.environment} became a defect. ${because}`, `${subject}:${id}`, acting);
  if (run.log === null) return ok(null);
  const attached = await attachText(id, { name: `${run.run}.log`, content: run.log, boundary: `holdpoint-${newId()}` });
  // A log that Jira does not take is no reason to make the defect again.
  if (attached.kind !== 'ok') logInfo('log-not-attached', { project: project.id, because: attached.because });
  return ok(null);
}

/** With all fields at first; where the project's screens do not take some of them, without them. */
async function makeIssue(
  subject: string,
  { summary, description, severity }: DescribedDefect,
  { project, run, settings, now }: ActingOnRun,
): Promise<JiraOutcome<{ id: string; key: string }>> {
  const versions = (await versionsOf(project.id)).filter(({ name, archived }) => name === run.version && !archived);
  const plain: NewIssue = {
    ...{ projectId: project.id, type: settings.defectTypes[0] ?? 'Bug', summary, description: adfOf(description) },
    ...{ labels: [failureLabel(subject)], affects: [], customFields: {} },
  };
  const customFields = await fieldsOf(severity, run.environment, settings, now);
  if (customFields.kind !== 'ok') return customFields;
  const made = await createIssue({ ...plain, affects: versions.map(({ id }) => id), customFields: customFields.value });
  return made.kind === 'failed' && isFinal(made) ? createIssue(plain) : made;
}

async function fieldsOf(
  severity: Severity,
  environment: string,
  settings: Settings,
  now: Instant,
): Promise<JiraOutcome<Record<string, string>>> {
  const ids = await siteFieldIds(now);
  if (ids.kind !== 'ok') return ids;
  const stage = stageOf(environment, settings.stages);
  const values = [
    [ids.value['defect-severity'], severity],
    [ids.value['detected-in'], stage?.key ?? null],
  ] as const;
  return ok(Object.fromEntries(values.flatMap(([id, value]) => (id === null || value === null ? [] : [[id, value]]))));
}

async function reopen(decision: Reopen, acting: ActingOnRun): Promise<JiraOutcome<null>> {
  const { issueId } = decision.issue;
  const { project, run, now } = acting;
  const group = groupOf(decision.fingerprint, acting);
  const stored = (await failuresBySubject(project.id, [decision.fingerprint])).get(decision.fingerprint);
  if (group === null || stored === undefined || stored.because === decision.why) return ok(null);
  const moved = await openAgain(issueId);
  if (moved.kind !== 'ok') return moved;
  const told = await tell(issueId, adfOf(reopenComment(decision, group, run)), `reopened:${run.run}`);
  if (told.kind !== 'ok') return told;
  await storeFailure(project.id, { ...stored, state: 'filed', because: decision.why, changedAt: now });
  await markDirty(project.id, [{ issueId, token: newId(), deleted: false }], now);
  await enter(
    'defect-reopened',
    issueId,
    withoutKey(decision.why, decision.issue.issueKey),
    `${decision.fingerprint}:${run.run}`,
    acting,
  );
  return ok(null);
}

/** A sentence of the ledger names no issue: not every reader may see it. */
function withoutKey(sentence: string, key: string): string {
  return sentence.replaceAll(key, 'It');
}

/** Moves an issue to a status that is not done, rather to one where nobody works on it yet; where no move leads there, it stays. */
async function openAgain(issueId: string): Promise<JiraOutcome<null>> {
  const found = await fetchIssues([issueId], []);
  if (found.kind !== 'ok') return found;
  const [issue] = found.value;
  if (issue === undefined || issue.fields.status.statusCategory.key !== 'done') return ok(null);
  const moves = await transitionsOf(issueId);
  if (moves.kind !== 'ok') return moves;
  const open = moves.value.filter(({ category }) => category !== 'done');
  const move = open.find(({ name }) => /re-?open/i.test(name)) ?? open.find(({ category }) => category === 'new') ?? open[0];
  if (move === undefined) return ok(null);
  const moved = await moveIssue(issueId, move.id);
  // A validator of the workflow may refuse: the comment still says what was seen.
  return moved.kind !== 'ok' && isFinal(moved) ? ok(null) : moved;
}

/**
 * Comments once, also where it is done again after a crash. A comment that Jira does not take is no reason to try for ever.
 * @param marker names what is said
 */
async function tell(issueId: string, comment: Adf, marker: string): Promise<JiraOutcome<null>> {
  const there = await hasComment(issueId, marker);
  if (there.kind === 'ok' && there.value) return ok(null);
  const told = await addComment(issueId, comment, marker);
  return told.kind !== 'ok' && !isFinal(told) ? told : ok(null);
}

async function breakRun(decision: BrokenRun, acting: ActingOnRun): Promise<JiraOutcome<null>> {
  const { project, run, now } = acting;
  const subject = brokenRunSubject(placeOf(run));
  const why = decision.why;
  if (decision.what === 'create') {
    const filed = await fileDefect(subject, describeBrokenRun(decision, run), why, [run.run], acting);
    if (filed.kind !== 'ok') return filed;
  } else {
    const stored = (await failuresBySubject(project.id, [subject])).get(subject);
    if (stored === undefined) return ok(null);
    if (decision.issue !== null) {
      const told = await tell(decision.issue.issueId, adfOf(brokenRunComment(decision, run)), `broken:${run.run}`);
      if (told.kind !== 'ok') return told;
    }
    await storeFailure(project.id, { ...stored, runs: [...new Set([...stored.runs, run.run])], because: why, changedAt: now });
  }
  for (const fingerprint of decision.fingerprints) await keep(fingerprint, 'broken-run', why, acting);
  const happening = { id: `run:${placeOf(run)}:${run.run}`, at: now, projectId: project.id };
  const releases = await releasesNamed(project.id, [run.version], acting.settings);
  await notify([runBroken(happening, { run: run.run, because: why }, releases)], now);
  return ok(null);
}

async function proposeClosing(decision: ProposeClosing, acting: ActingOnRun): Promise<JiraOutcome<null>> {
  const { project, now } = acting;
  const { issueId } = decision.issue;
  const stored = (await failuresBySubject(project.id, [decision.fingerprint])).get(decision.fingerprint);
  if (stored === undefined) return ok(null);
  const told = await tell(issueId, adfOf(closingComment(decision)), `closing:${decision.at}`);
  if (told.kind !== 'ok') return told;
  await storeFailure(project.id, { ...stored, proposedAt: decision.at, because: decision.why, changedAt: now });
  await enter('closing-proposed', issueId, decision.why, `${decision.fingerprint}:${decision.at}`, acting);
  return ok(null);
}

async function enter(kind: string, issueId: string, sentence: string, key: string, acting: ActingOnRun): Promise<void> {
  const { project, run, revision, now } = acting;
  const fact = {
    ...{ at: now, kind, subject: `issue:${issueId}`, entryKey: `${kind}:${key}`.slice(0, 190), settings: revision },
    ...{ actor: { kind: 'app', rule: 'failures' } as const, evidence: null },
    body: { schema: 1, run: run.run, suite: run.suite, environment: run.environment, build: run.build, sentence },
  };
  await appendEntry(project.id, fact, [issueId]);
}
