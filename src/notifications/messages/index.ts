import type { Occurrence } from '../occurrence';
import { deliveryEvents } from './delivery-unusable';
import { deploymentEvents } from './deployment';
import { incidentEvents } from './incident';
import { runEvents } from './run-broken';
import { defectEvents } from './severe-defect';
import { verdictEvents } from './verdict-changed';

export { deliveryUnusable } from './delivery-unusable';
export { deploymentStep } from './deployment';
export { incidentReported } from './incident';
export { runBroken } from './run-broken';
export { severeDefect } from './severe-defect';
export { verdictChanged } from './verdict-changed';

/** Everything that people can be told of, with what several of it are called after their number. One file each, one line here. */
export const eventWords = {
  ...verdictEvents,
  ...defectEvents,
  ...deploymentEvents,
  ...incidentEvents,
  ...runEvents,
  ...deliveryEvents,
} as const;
export type EventName = keyof typeof eventWords;
export type Told = Occurrence<EventName>;

/** Of these the change of the gate itself is the sentence. */
export function isAboutGate(event: EventName): boolean {
  return Object.hasOwn(verdictEvents, event);
}
