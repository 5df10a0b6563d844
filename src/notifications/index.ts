export { messageAtOnce } from './at-once';
export { gatheringTime } from './decide';
export { withLadder } from './escalation-rule';
export {
  deferralTold,
  deliveryUnusable,
  deploymentStep,
  incidentReported,
  lineStopped,
  ownerEscalated,
  questionExpired,
  releasedPastGate,
  runBroken,
  severeDefect,
  triageStep,
  verdictChanged,
} from './messages';
export type { Told } from './messages';
export { ticketToTellOn } from './occurrence';
export type { ReleaseFacts } from './occurrence';
export { defaultNotificationRules } from './rules';
export type { NotificationRules } from './rules';
