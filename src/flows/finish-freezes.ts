import type { StoredProject } from '../defects/shell';
import { settleException } from '../gates';
import { attemptsToFinish, exceptionStore, exceptionsToSettle } from '../gates/shell';
import { between, minute } from '../kernel/instant';
import type { Instant } from '../kernel/instant';
import { logInfo } from '../platform/log';
import { readSettings } from '../settings/shell';
import { finishAttempts } from './act-on-attempt';
import { enterException } from './enter-freeze';
import { publishFreezes } from './publish-freezes';
import { settleFreezes } from './settle-freezes';

/** What a function is at just now is done, or it has died, within so long. */
const inFlight = 2 * minute;

/** Begins and ends freezes by their time, ends exceptions whose time is over, and does what a dead function left undone. */
export async function finishFreezes(projects: readonly StoredProject[], now: Instant): Promise<void> {
  for (const { id, state } of projects) {
    if (state !== 'ready') continue;
    const settled = await settleFreezes(id, now);
    const told = settled.kind === 'ok' && settled.value !== null ? await publishFreezes(id, false) : settled;
    if (told.kind !== 'ok') logInfo('freeze-waits', { project: id, because: told.because });
  }
  const { revision } = await readSettings();
  for (const { id } of await exceptionsToSettle(now, 200)) await settleOne(id, revision, now);
  const unfinished = (await attemptsToFinish(50)).filter(({ events }) => between(events.at(-1)?.at ?? '', now) > inFlight);
  for (const { id } of unfinished) {
    const done = await finishAttempts([{ id, fresh: false }], now);
    if (done.kind !== 'ok') logInfo('freeze-attempt-waits', { because: done.because });
  }
}

async function settleOne(id: string, revision: number | null, now: Instant): Promise<void> {
  const [before] = await exceptionStore.where('id = ?', [id]);
  if (before === undefined) return;
  const settled = settleException(before, now);
  if (settled !== null) await exceptionStore.update(settled);
  const [after] = await exceptionStore.where('id = ?', [id]);
  if (after !== undefined) await enterException(after, revision);
}
