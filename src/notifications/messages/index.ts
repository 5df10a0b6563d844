import type { Occurrence } from '../occurrence';
import { deferralEvents } from './deferral';
import { deliveryEvents } from './delivery-unusable';
import { deploymentEvents } from './deployment';
import { incidentEvents } from './incident';
import { ownerEvents } from './owner-escalated';
import { pastGateEvents } from './past-gate';
import { runEvents } from './run-broken';
import { defectEvents } from './severe-defect';
import { lineEvents } from './stopped-line';
import { triageEvents } from './triage';
import { verdictEvents } from './verdict-changed';

export { deferralTold } from './deferral';
export { deliveryUnusable } from './delivery-unusable';
export { deploymentStep } from './deployment';
export { incidentReported } from './incident';
export { ownerEscalated } from './owner-escalated';
export { releasedPastGate } from './past-gate';
export { runBroken } from './run-broken';
export { severeDefect } from './severe-defect';
export { lineStopped } from './stopped-line';
export { questionExpired, triageStep } from './triage';
export { verdictChanged } from './verdict-changed';

/** Everything that people can be told of, with what several of it are called after their number. One file each, one line here. */
export const eventWords = {
  ...verdictEvents,
  ...defectEvents,
  ...deploymentEvents,
  ...incidentEvents,
  ...runEvents,
  ...deliveryEvents,
  ...triageEvents,
  ...deferralEvents,
  ...ownerEvents,
  ...lineEvents,
  ...pastGateEvents,
} as const;
export type EventName = keyof typeof eventWords;
export type Told = Occurrence<EventName>;

/** Of these the change of the gate itself is the sentence. */
export function isAboutGate(event: EventName): boolean {
  return Object.hasOwn(verdictEvents, event);
}
