import type { AppClock } from '../app-clock';
import type { FunctionCalls } from '../function-calls';
import type { Installation } from '../installation';
import type { Manifest, ScheduledTrigger } from '../manifest';

const minute = 60_000;
const intervals: Readonly<Record<ScheduledTrigger['interval'], number>> = {
  fiveMinute: 5 * minute,
  hour: 60 * minute,
  day: 24 * 60 * minute,
  week: 7 * 24 * 60 * minute,
};
/** developer.atlassian.com/platform/forge/manifest-reference/modules/scheduled-trigger: about five minutes after deployment. */
const firstRun = 5 * minute;

/** Starts every scheduledTrigger of the manifest. A run that fails is not repeated, and a run does not wait for the one before. */
export function startSchedules(manifest: Manifest, installation: Installation, clock: AppClock, functions: FunctionCalls): void {
  const start = clock.now().getTime();
  for (const trigger of manifest.modules.scheduledTrigger) tickAt(start + firstRun, trigger);

  function tickAt(instant: number, trigger: ScheduledTrigger): void {
    clock.schedule(new Date(instant), `scheduled trigger ${trigger.key}`, async () => {
      tickAt(instant + intervals[trigger.interval], trigger);
      const event = { context: { cloudId: installation.cloudId, moduleKey: trigger.key }, contextToken: 'sandbox' };
      const call = { functionKey: trigger.function, moduleKey: trigger.key, moduleType: 'scheduledTrigger', event };
      // The failure is in the trace; the platform does nothing about it either.
      await functions.call({ ...call, accountId: null, defaultSeconds: 55, chain: { pushes: 0 } }).catch(() => undefined);
    });
  }
}
