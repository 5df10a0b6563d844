import { defectEnds, fixVersionsByDefect, projectById, versionsOf } from '../defects/shell';
import { day, plus } from '../kernel/instant';
import type { Instant } from '../kernel/instant';
import { logFailure } from '../platform/log';
import { readSettings } from '../settings/shell';
import { settleDeferral, stateAt } from '../triage';
import type { EndFacts } from '../triage';
import { openDeferrals, owedDeferrals, updateDeferral } from '../triage/shell';
import type { StoredDeferral } from '../triage/shell';
import { carryOutAgain } from './carry-out-deferrals';
import { tellDeferrals } from './tell-deferral';

const perPage = 200;
/** How long before the end people are told of it. */
const warning = 3 * day;

/**
 * Ends deferrals that are past their expiry, that came true or that lost their target, and does what a dead function left undone. Each
 * ends once: whoever keeps the event goes on. Gates do not wait for this: they look at the time themselves.
 */
export async function expireDeferrals(now: Instant): Promise<void> {
  await carryOutAgain(
    (await owedDeferrals(perPage)).map(({ id }) => id),
    now,
  );
  for (let after = ''; ;) {
    const page = await openDeferrals(after, perPage);
    const last = page.at(-1);
    if (last === undefined) return;
    await each(page, now);
    after = last.id;
  }
}

async function each(page: readonly StoredDeferral[], now: Instant): Promise<void> {
  const ended = await endDeferrals(page, now);
  const ending = page.filter(
    (deferral) => !ended.has(deferral.id) && deferral.state === 'approved' && stateAt(deferral, plus(now, warning)) === 'expired',
  );
  await warn(ending, now);
}

/** Ends those of these deferrals that are over. @returns their ids */
export async function endDeferrals(deferrals: readonly StoredDeferral[], now: Instant): Promise<Set<string>> {
  const open = deferrals.filter(({ state }) => state === 'requested' || state === 'approved');
  const factsOf = await endFacts(open);
  const ended: string[] = [];
  for (const deferral of open) {
    const settled = settleDeferral(deferral, { ...factsOf(deferral), now });
    if (settled !== null && (await updateDeferral(settled))) ended.push(settled.id);
  }
  await carryOutAgain(ended, now);
  return new Set(ended);
}

/** What became of their defects and releases, as the store knows. One that the store does not know is left to the time. */
async function endFacts(page: readonly StoredDeferral[]): Promise<(deferral: StoredDeferral) => EndFacts> {
  const ids = page.map(({ issueId }) => issueId);
  const ends = await defectEnds(ids);
  const planned = await fixVersionsByDefect(ids);
  const releases = new Map<string, EndFacts['releases']>();
  for (const projectId of new Set(page.map((deferral) => deferral.projectId)))
    if ((await projectById(projectId))?.state === 'ready') releases.set(projectId, await versionsOf(projectId));
  return ({ projectId, issueId, target }) => {
    const known = releases.get(projectId);
    // While a project is read anew its store is not whole: what is not there may come.
    if (known === undefined) return untouched(target);
    const end = ends.get(issueId);
    return { defect: { open: end === undefined || end.doneAt === null, planned: planned.get(issueId) ?? [] }, releases: known };
  };
}

function untouched(target: { readonly id: string; readonly name: string }): EndFacts {
  const coming = { ...target, releaseDate: null, released: false, archived: false };
  return { defect: { open: true, planned: [] }, releases: [coming] };
}

async function warn(ending: readonly StoredDeferral[], now: Instant): Promise<void> {
  if (ending.length === 0) return;
  try {
    const settings = await readSettings();
    if (settings.kind === 'ok') await tellDeferrals('deferral-expiring', ending, settings.settings, now);
  } catch (error) {
    logFailure('deferral-warning-failed', error);
  }
}
