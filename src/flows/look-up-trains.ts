import { lookedUp } from '../gates';
import { noteLookup, runningTrains, trainStore } from '../gates/shell';
import type { StoredTrain } from '../gates/shell';
import type { Instant } from '../kernel/instant';
import { searchFixVersions } from '../platform/jira';
import { carryOutTrain, membersOf, mostIssues } from './trains';

/** So many queries are asked in a round: each may cost as many points as it finds issues. */
const mostQueries = 20;

/**
 * Looks up the releases of running trains that a query names. It is asked as the app, who may see more than whoever formed the train: so no
 * project comes in by itself, as nobody agreed to that there. A query that fails leaves the releases as they are.
 */
export async function lookUpTrains(now: Instant): Promise<void> {
  const asked = (await runningTrains()).filter(({ query }) => query !== null);
  for (const train of asked.slice(0, mostQueries)) await lookUp(train, now);
}

async function lookUp(train: StoredTrain, now: Instant): Promise<void> {
  const found = await searchFixVersions(train.query ?? '', mostIssues);
  if (found.kind === 'busy') return;
  if (found.kind !== 'ok')
    return noteLookup(train.id, { at: now, problem: `Jira did not answer it: ${found.because}`, elsewhere: 0 });
  const { outcome, elsewhere } = lookedUp(train, await membersOf(found.value), now);
  if (outcome?.kind === 'done') {
    const changed = { ...outcome.train, projectId: '' as const };
    // Somebody who changed it just now was first: the next round looks again.
    if (!(await trainStore.update(changed))) return;
    await carryOutTrain(changed, train);
  }
  await noteLookup(train.id, { at: now, problem: outcome?.kind === 'refused' ? outcome.message : null, elsewhere });
}
