import { countChange, versionById } from '../defects/shell';
import type { StoredProject } from '../defects/shell';
import { changeTrain, endTrain, formTrain } from '../gates';
import type { Train, TrainMember, TrainOutcome } from '../gates';
import { mayNow, runningTrains, trainById, trainStore } from '../gates/shell';
import type { StoredTrain } from '../gates/shell';
import { appendEntry, pseudonymOf } from '../governance/shell';
import type { Instant } from '../kernel/instant';
import { newId } from '../platform/identity';
import { isFinal, ok, searchAsViewer } from '../platform/jira';
import type { JiraOutcome } from '../platform/jira';
import { readSettings } from '../settings/shell';
import { judgeTrainMates } from './gate-trains';

export type TrainAnswer =
  | { readonly kind: 'done'; readonly trainId: string; readonly sentence: string }
  | { readonly kind: 'refused'; readonly message: string };

export interface TrainForm {
  /** Null for a new one. */
  readonly trainId: string | null;
  readonly name: string;
  /** Ids of versions; left out of account where there is a query. */
  readonly versionIds: readonly string[];
  /** JQL whose issues name the releases by their fix versions. */
  readonly query: string | null;
  readonly accountId: string;
  readonly now: Instant;
}

const refused = (message: string): JiraOutcome<TrainAnswer> => ok({ kind: 'refused', message });
const meanwhile = 'Somebody else has changed this train meanwhile. Reload the page to see it as it is.';
const gone = 'There is no such train.';

/** Forms a train or changes one, as the person at the screen, who has to be let place holds in every project that rides in it. */
export async function saveTrain({
  trainId,
  name,
  versionIds,
  query,
  accountId,
  now,
}: TrainForm): Promise<JiraOutcome<TrainAnswer>> {
  const train = trainId === null ? null : await trainById(trainId);
  if (trainId !== null && train === null) return refused(gone);
  const named = query === null ? ok([...versionIds]) : await versionsFoundBy(query);
  if (named.kind !== 'ok') return isFinal(named) ? refused(`Jira does not take this query: ${named.because}`) : named;
  const members = await membersOf(named.value);
  const may = await mayInAll([...members, ...(train?.members ?? [])], now);
  if (may.kind !== 'ok') return may;
  if (may.value !== null) return refused(may.value);
  const acting = { who: await pseudonymOf(accountId, newId()), now, others: await runningTrains() };
  const wish = { name, members, query };
  return keep(train === null ? formTrain(newId(), wish, acting) : changeTrain(train, wish, acting), train);
}

/** Ends a train: its releases go on by themselves. */
export async function endTrainOf(trainId: string, accountId: string, now: Instant): Promise<JiraOutcome<TrainAnswer>> {
  const train = await trainById(trainId);
  if (train === null) return refused(gone);
  const may = await mayInAll(train.members, now);
  if (may.kind !== 'ok') return may;
  if (may.value !== null) return refused(may.value);
  return keep(endTrain(train, { who: await pseudonymOf(accountId, newId()), now }), train);
}

/** So many issues of a query are looked at: release tickets, of which each names a release or two. */
export const mostIssues = 200;

async function versionsFoundBy(query: string): Promise<JiraOutcome<string[]>> {
  const found = await searchAsViewer(query, ['fixVersions'], mostIssues);
  if (found.kind !== 'ok') return found;
  return ok(found.value.items.flatMap(({ fields }) => (fields.fixVersions ?? []).map(({ id }) => id)));
}

export async function membersOf(versionIds: readonly string[]): Promise<TrainMember[]> {
  const versions = await Promise.all([...new Set(versionIds)].map((id) => versionById(id)));
  return versions.flatMap((version) =>
    version === null || version.archived ? [] : [{ projectId: version.projectId, versionId: version.id, name: version.name }],
  );
}

/** @returns null where the person may; else why not */
async function mayInAll(members: readonly TrainMember[], now: Instant): Promise<JiraOutcome<string | null>> {
  for (const projectId of new Set(members.map((member) => member.projectId))) {
    const may = await mayNow(projectId, 'lift-holds', now);
    if (may.kind !== 'ok') return may;
    if (may.value !== true)
      return ok('This needs somebody who may place and lift holds in every project that rides in the train.');
  }
  return ok(null);
}

async function keep(outcome: TrainOutcome, before: StoredTrain | null): Promise<JiraOutcome<TrainAnswer>> {
  if (outcome.kind === 'refused') return ok(outcome);
  const train = { ...outcome.train, projectId: '' as const };
  const kept = before === null ? await trainStore.insert(train) : await trainStore.update(train);
  if (!kept) return refused(meanwhile);
  await carryOutTrain(train, before);
  return ok({ kind: 'done', trainId: train.id, sentence: doneWords(train) });
}

/** The ledger first; then the screens of its projects and, where a gate asks about trains, their verdicts. */
export async function carryOutTrain(train: Train, before: Train | null): Promise<void> {
  await enterTrain(await trainById(train.id));
  for (const projectId of new Set([...train.members, ...(before?.members ?? [])].map((member) => member.projectId)))
    await countChange(projectId);
  await judgeTrainMates([...train.members, ...(before?.members ?? [])].map(({ projectId }) => projectId));
}

function doneWords({ name, state, members }: Train): string {
  if (state === 'ended') return `${name} has ended. Its releases go on by themselves.`;
  return `${members.length} ${members.length === 1 ? 'release rides' : 'releases ride'} in ${name}.`;
}

/** Trains stand in the ledger of the site, as they belong to no project. */
async function enterTrain(train: StoredTrain | null): Promise<void> {
  if (train === null) return;
  const { revision } = await readSettings();
  const { id, name, members, query, events, entered } = train;
  for (const [index, { act, at, who }] of events.entries()) {
    if (index < entered) continue;
    await appendEntry('site', {
      ...{ at, kind: `train-${act}`, subject: `train:${id}`, settings: revision, entryKey: `train:${id}:${index + 1}` },
      actor: who === null ? { kind: 'app', rule: null } : { kind: 'person', pseudonym: who },
      body: {
        ...{
          schema: 1,
          train: { id, name },
          sentence:
            act === 'looked-up' ? `The query of the train ${name} finds other releases now.` : `The train ${name} was ${act}.`,
        },
        members: members.map(({ projectId, versionId, name: called }) => ({ projectId, versionId, name: called })),
      },
      evidence: query === null ? null : { query },
    });
  }
  if (events.length > entered) await trainStore.noteEntered(id, events.length);
}

/** Does what a dead function left undone. */
export async function finishTrains(): Promise<void> {
  for (const train of await trainStore.toEnter(100)) await enterTrain(train);
}

/** Projects of which a release rides in a running train: a train answers by what is known of all of them. */
export async function projectsInTrains(projects: readonly StoredProject[]): Promise<StoredProject[]> {
  const riding = new Set((await runningTrains()).flatMap(({ members }) => members.map(({ projectId }) => projectId)));
  return projects.filter(({ id, state }) => riding.has(id) && state === 'ready');
}
